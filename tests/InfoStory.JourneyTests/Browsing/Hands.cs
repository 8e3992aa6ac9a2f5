using Microsoft.Playwright;

namespace InfoStory.JourneyTests.Browsing;

/// <summary>Goes through the page that is open with the Tab key alone, and says where the hands are left alone.</summary>
internal static class Hands
{
    /// <summary>No page has as many stops; a walk that is not over by then goes in a circle that leaves something out.</summary>
    private const int MostStops = 400;

    /// <summary>Where the focus is: on something new, on the next part of a field such as a date, or round again.</summary>
    private const string Where = """
        () => {
            const walked = window.walked ??= new Set(), element = document.activeElement;
            if (element !== document.body && element === window.last) return "within";
            if (element === document.body || walked.has(element)) return "round";
            walked.add(window.last = element);
            return "new";
        }
        """;

    private const string Fault = """
        () => {
            const element = document.activeElement;
            const partner = element.matches("[type=radio], [type=checkbox]") ? element.nextElementSibling : element;
            const look = () => [getComputedStyle(partner), getComputedStyle(partner, "::before")]
                .map(style => `${style.outlineStyle === "none" ? "" : style.outline} ${style.boxShadow} ${style.borderWidth} ${style.backgroundColor}`).join();
            const focused = look();
            element.blur();
            const plain = look();
            element.focus({ focusVisible: true });
            const name = (element.labels?.[0] ?? element).innerText.trim().replace(/\s+/g, " ");
            if (focused === plain) return `the focus is not seen on “${name}”`;
            const boxes = [...(element.labels?.[0] ? [partner, element.labels[0]] : [partner])].flatMap(part => [...part.getClientRects()]);
            const inside = boxes.filter(box => box.width > 0 && box.bottom > 0 && box.top < innerHeight);
            if (inside.length === 0) return `“${name}” has the focus outside the window`;
            const free = inside.some(box => [0.1, 0.5, 0.9].some(along => [0.1, 0.5, 0.9].some(down => {
                const top = document.elementFromPoint(box.left + box.width * along, box.top + box.height * down);
                return top !== null && (element.contains(top) || top.contains(element) || partner.contains(top) || element.labels?.[0]?.contains(top));
            })));
            const [box] = inside;
            const over = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
            return free ? "" : `${over?.localName}.${over?.className} lies over “${name}” while it has the focus`;
        }
        """;

    /// <summary>What can be used with a mouse and was never reached. Of radios with one name the keyboard stops at one.</summary>
    private const string Missed = """
        () => {
            const usable = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]";
            const missed = [...document.querySelectorAll(usable)].filter(element =>
                !window.walked.has(element) && !element.disabled && element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true })
                && !(element.type === "radio" && [...window.walked].some(other => other.type === "radio" && other.name === element.name)));
            delete window.walked;
            removeEventListener("keyup", window.atStop, true);
            scrollTo(0, 0);
            return missed.map(element => `the Tab key never comes to ${element.outerHTML.slice(0, 160)}`);
        }
        """;

    /// <summary>Goes to the top. From there on, whenever the Tab key is let go, what is wrong with the stop is noted until the walk comes round.</summary>
    private const string ToTheTop = $$"""
        () => {
            document.body.tabIndex = -1;
            document.body.focus();
            document.body.removeAttribute("tabindex");
            delete window.walked;
            delete window.last;
            window.stops = [];
            window.atStop = event => {
                if (event.key !== "Tab" || window.stops.at(-1) === "round") return;
                const where = ({{Where}})();
                window.stops.push(where === "new" ? ({{Fault}})() : where === "within" ? "" : where);
            };
            addEventListener("keyup", window.atStop, true);
        }
        """;

    private const string Stops = "() => window.stops";

    /// <summary>Keys are sent this many at a time: to wait for each takes longer than all that is looked at.</summary>
    private const int Together = 25;

    public static async Task<IReadOnlyList<string>> FaultsOfAsync(IPage page)
    {
        string[] stops = [];
        await page.EvaluateAsync(ToTheTop);
        var keys = await page.Context.NewCDPSessionAsync(page);
        while (stops.Length < MostStops && !stops.Contains("round"))
        {
            var before = stops.Length;
            await Task.WhenAll(Enumerable.Range(0, Together).SelectMany(_ => new[] { KeyAsync(keys, "rawKeyDown"), KeyAsync(keys, "keyUp") }));
            stops = await page.EvaluateAsync<string[]>(Stops);
            if (stops.Length == before) return ["the Tab key does nothing"];
        }

        await keys.DetachAsync();
        if (stops[^1] != "round") return [$"the Tab key goes on after {stops.Length} stops"];
        if (stops.Length == 1) return ["the Tab key stops nowhere"];

        return [.. stops[..^1].Where(fault => fault.Length > 0), .. await page.EvaluateAsync<string[]>(Missed)];
    }

    private static Task KeyAsync(ICDPSession keys, string what) => keys.SendAsync(
        "Input.dispatchKeyEvent", new() { ["type"] = what, ["key"] = "Tab", ["code"] = "Tab", ["windowsVirtualKeyCode"] = 9 });

    /// <summary>
    /// What is wrong with the element that has the focus: nothing shows that it has it, it lies outside the window, or something else lies
    /// over the whole of it. Empty where all is well.
    /// </summary>
    public static Task<string> FaultOfStopAsync(IPage page) => page.EvaluateAsync<string>(Fault);
}
