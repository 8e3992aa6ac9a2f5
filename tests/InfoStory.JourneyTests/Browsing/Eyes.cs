using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace InfoStory.JourneyTests.Browsing;

/// <summary>What axe looks at: what stays the same when only colours change, or only the width, is not looked at again.</summary>
internal enum AxeRules
{
    All,
    Colours,
    Layout,
}

/// <summary>Looks at the page that is open and says what is wrong with it.</summary>
internal static class Eyes
{
    private const string Axe = """
        async rules => {
            const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], ofColours = ["color-contrast", "link-in-text-block"];
            const only = rules === "Colours" ? { type: "rule", values: ofColours } : { type: "tag", values: tags };
            const without = rules === "Layout" ? Object.fromEntries(ofColours.map(rule => [rule, { enabled: false }])) : {};
            // What a bar at the foot of the window lies over at this moment is a matter of scrolling.
            const still = new CSSStyleSheet();
            still.replaceSync(".desk-story .desk-actions { position: static !important; }");
            document.adoptedStyleSheets.push(still);
            const found = await axe.run(document, { runOnly: only, rules: without, resultTypes: ["violations"] });
            document.adoptedStyleSheets.pop();
            return found.violations.flatMap(fault => fault.nodes.map(node => `axe ${fault.id}: ${node.html} ${node.failureSummary}`));
        }
        """;

    private const string Sideways = """
        () => {
            const width = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= width) return [];
            const wide = [...document.querySelectorAll("body *")].filter(element => element.getBoundingClientRect().right > width + 1);
            const shown = wide.slice(-3).map(element => element.outerHTML.slice(0, 120)).join(" ");
            return [`scrolls sideways to ${document.documentElement.scrollWidth} of ${width}: ${shown}`];
        }
        """;

    /// <summary>
    /// What axe's findings follow from, in a window of the same width and colours: elements within elements with their attributes, whether there are
    /// words in them, and of neighbours that are alike one. Which words, figures and addresses stand there makes no difference to it.
    /// </summary>
    private const string Seen = """
        () => {
            const words = new Set(["href", "src", "srcset", "value", "content", "action", "datetime", "alt", "title", "placeholder", "d", "points", "nonce"]);
            const shape = element => {
                const attributes = [...element.attributes].map(({ name, value }) =>
                    name.startsWith("data-") ? name : words.has(name) && !value.startsWith("#") ? `${name}=${value !== ""}` : `${name}=${value}`);
                const inside = [...element.childNodes].map(node => node.nodeType === Node.ELEMENT_NODE ? shape(node)
                    : node.nodeType === Node.TEXT_NODE && node.data.trim() !== "" ? "·" : "").filter(part => part !== "");
                return `<${element.localName} ${attributes.join(" ")}>${inside.filter((part, at) => part !== inside[at - 1]).join("")}</>`;
            };
            return [shape(document.documentElement).replace(/IS-\w{4}-\w{2}/g, "IS"), innerWidth,
                ...["(prefers-color-scheme: dark)", "(forced-colors: active)"].map(query => matchMedia(query).matches)].join();
        }
        """;

    private static readonly ConcurrentDictionary<string, bool> Faultless = new(StringComparer.Ordinal);

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    public static async Task<string[]> FaultsOfAsync(IPage page, AxeRules rules = AxeRules.All)
    {
        var seen = $"{await SeenAsync(page)} {rules}";
        var sideways = await SidewaysAsync(page);
        // Many journeys pass the same kind of page; what had no fault has none the second time.
        if (Faultless.ContainsKey(seen)) return sideways;

        if (!await page.EvaluateAsync<bool>("() => 'axe' in window")) await page.EvaluateAsync(Script);
        string[] faults = [.. sideways, .. await page.EvaluateAsync<string[]>(Axe, $"{rules}")];
        if (faults.Length == 0) Faultless[seen] = true;
        return faults;
    }

    /// <summary>A page that is made the same has the same of this.</summary>
    public static async Task<string> SeenAsync(IPage page) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(await page.EvaluateAsync<string>(Seen))));

    public static Task<string[]> SidewaysAsync(IPage page) => page.EvaluateAsync<string[]>(Sideways);
}
