using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace InfoStory.JourneyTests.Browsing;

/// <summary>Looks at the page that is open and says what is wrong with it.</summary>
internal static class Eyes
{
    private const string Axe = """
        async without => {
            const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
            const rules = Object.fromEntries(without.map(rule => [rule, { enabled: false }]));
            const found = await axe.run(document, { runOnly: { type: "tag", values: tags }, rules, resultTypes: ["violations"] });
            return found.violations.flatMap(fault => fault.nodes.map(node => `axe ${fault.id}: ${node.html} ${node.failureSummary}`));
        }
        """;

    private const string Sideways = """
        () => {
            const width = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= width) return [];
            const wide = [...document.querySelectorAll("body *")].filter(element => element.getBoundingClientRect().right > width + 1);
            return [`scrolls sideways to ${document.documentElement.scrollWidth} of ${width}: ${wide.slice(-3).map(element => element.outerHTML.slice(0, 120)).join(" ")}`];
        }
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    public static async Task<string[]> FaultsOfAsync(IPage page, params string[] withoutRules)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window")) await page.EvaluateAsync(Script);
        return [.. await SidewaysAsync(page), .. await page.EvaluateAsync<string[]>(Axe, withoutRules)];
    }

    public static Task<string[]> SidewaysAsync(IPage page) => page.EvaluateAsync<string[]>(Sideways);
}
