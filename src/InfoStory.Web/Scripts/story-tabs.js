/** Links to the parts of a screen become tabs, and one part is seen at a time. What has the focus or is asked for is always brought to sight. */
export class StoryTabs {
  constructor(root) {
    this.root = root;
    const list = root.querySelector("nav");
    this.tabs = [...list.querySelectorAll("a")];
    this.panels = this.tabs.map((tab) => document.getElementById(tab.hash.slice(1)));
    root.dataset.tabs = "";
    list.setAttribute("role", "tablist");
    this.tabs.forEach((tab, at) => {
      tab.id = `${this.panels[at].id}-tab`;
      tab.setAttribute("role", "tab");
      tab.setAttribute("aria-controls", this.panels[at].id);
      this.panels[at].setAttribute("role", "tabpanel");
      this.panels[at].setAttribute("aria-labelledby", tab.id);
      this.panels[at].tabIndex = 0;
      tab.addEventListener("click", (event) => { event.preventDefault(); this.choose(at); });
      tab.addEventListener("keydown", (event) => this.key(event, at));
    });
    // A link to a field opens the part that holds it before the browser goes there.
    document.addEventListener("click", (event) => this.reveal(placeOf(event.target.closest("a[href^='#']")?.hash)), true);
    root.addEventListener("reveal", (event) => this.reveal(event.target));
    window.addEventListener("hashchange", () => this.reveal(placeOf(location.hash)));
    this.open(Math.max(0, this.first()));
  }

  /** Where something is wrong, where the address leads, where something waits; else the first. */
  first() {
    const ways = [
      (panel) => panel.querySelector(".govuk-error-message"), (panel) => panel.contains(placeOf(location.hash)),
      (panel, at) => this.tabs[at].matches(".desk-panels__tab--asked"),
    ];
    return ways.map((way) => this.panels.findIndex(way)).find((at) => at >= 0) ?? 0;
  }

  /** What somebody opened is opened again after a save. */
  choose(at) {
    this.root.dataset.chosen = this.panels[at].id;
    this.open(at);
  }

  open(at) {
    this.panels.forEach((panel, other) => {
      panel.hidden = other !== at;
      this.tabs[other].setAttribute("aria-selected", String(other === at));
      this.tabs[other].tabIndex = other === at ? 0 : -1;
    });
  }

  reveal(place) {
    const at = this.panels.findIndex((panel) => place && panel.contains(place));
    if (at >= 0 && this.panels[at].hidden) this.choose(at);
  }

  key(event, at) {
    if (event.key === " ") {
      event.preventDefault();
      this.choose(at);
      return;
    }

    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: this.tabs.length - 1 }[event.key];
    if (to === undefined) return;

    event.preventDefault();
    const next = (to + this.tabs.length) % this.tabs.length;
    this.choose(next);
    this.tabs[next].focus();
  }
}

/** An address may end in anything, also in what no selector can be. */
function placeOf(hash) {
  return hash ? document.getElementById(hash.slice(1)) : null;
}
