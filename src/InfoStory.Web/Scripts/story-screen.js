const KEY = "infostory-desk:place";
const TYPED = "textarea, input[type=text]";

/** Keeps one story's screen where it was over a save, and says what is missing while it is filled in. */
export class StoryScreen {
  constructor(root) {
    this.root = root;
    this.reference = root.dataset.story;
    this.panes = [...root.querySelectorAll("[data-pane], .desk-panels__panel, #form-publictext, #flags")];
    this.form = root.querySelector("form.desk-story__form");
    root.addEventListener("submit", () => this.keep());
    root.addEventListener("focusout", ({ target }) => { if (target.matches(TYPED)) this.left = target; });
    document.addEventListener("keydown", (event) => this.key(event));
    this.back();

    this.missing = root.querySelector("[data-missing]");
    if (this.missing) this.watch();
    this.form?.addEventListener("change", (event) => this.said(event.target));
  }

  watch() {
    const flags = new Map();
    const fields = this.root.querySelectorAll("[data-flagged]").length;
    this.form.addEventListener("input", () => this.look());
    this.root.addEventListener("flagged", ({ target, detail }) => {
      flags.set(target, detail);
      if (flags.size === fields) this.count([...flags.values()].reduce((sum, one) => sum + one, 0));
    });
    // The key of this panel goes to the first thing that is missing.
    this.missing.addEventListener("reveal", () => {
      const place = document.getElementById(this.missing.querySelector("li:not([hidden]) a")?.hash.slice(1));
      place?.dispatchEvent(new Event("reveal", { bubbles: true }));
      (place?.matches("input, select, textarea") ? place : place?.querySelector("summary, input"))?.focus();
    });
  }

  /** What saves in every other program saves here, too, while somebody types. */
  key(event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== "s") return;

    const save = this.root.querySelector('[data-key="s"]');
    if (!save) return;

    event.preventDefault();
    if (!event.repeat) save.click();
  }

  /** For the page that comes next only, and only where it is this story again. */
  keep() {
    const at = document.activeElement;
    const typed = at?.matches(TYPED) ? at : this.left;
    const place = {
      reference: this.reference, focus: at?.id ? `#${at.id}` : at?.dataset.key ? `[data-key="${at.dataset.key}"]` : null, open: this.root.querySelector("[data-panels]")?.dataset.chosen, window: scrollY,
      tops: Object.fromEntries(this.panes.map((pane) => [nameOf(pane), pane.scrollTop])),
      typed: typed?.id, chosen: typed ? [typed.selectionStart, typed.selectionEnd] : null,
    };
    store((storage) => storage.setItem(KEY, JSON.stringify(place)));
  }

  back() {
    const place = store((storage) => JSON.parse(storage.getItem(KEY)));
    store((storage) => storage.removeItem(KEY));
    if (place?.reference !== this.reference) return;

    const isRefused = document.querySelector(".govuk-error-summary") !== null;
    const open = !isRefused && !document.querySelector("[data-letter]") && document.getElementById(place.open ?? "");
    open?.firstElementChild?.dispatchEvent(new Event("reveal", { bubbles: true }));
    for (const pane of this.panes) pane.scrollTop = place.tops[nameOf(pane)] ?? 0;
    if (isRefused) return;

    const field = place.focus && this.root.querySelector(place.focus);
    if (field && !field.closest("[hidden]")) field.focus({ preventScroll: true });
    // Also where nobody is in the field now: who comes back to it goes on where they were.
    const typed = place.chosen && document.getElementById(place.typed);
    if (typed) typed.setSelectionRange(...(typed === field ? place.chosen : [place.chosen[1], place.chosen[1]]));
    scrollTo(0, place.window);
  }

  look() {
    const sent = new FormData(this.form);
    for (const item of this.missing.querySelectorAll("[data-needs^='Form.']")) {
      const value = (sent.get(item.dataset.needs) ?? "").trim();
      item.hidden = value !== "" && !(item.dataset.needs === "Form.PublicText" && wordsOf(value) === wordsOf(told()));
    }
    this.missing.querySelector("[data-nothing]").hidden = this.missing.querySelector("li:not([hidden])") !== null;
  }

  /** Flags on the words as they are typed. */
  count(flags) {
    const item = this.missing.querySelector("[data-needs=flags]");
    item.hidden = flags === 0;
    item.querySelector("a").textContent = flags === 1 ? "A flag in the public words" : `${flags} flags in the public words`;
    this.look();
  }

  /** What was scored is said below the row, by key or by mouse. */
  said(field) {
    if (field.name === "Form.Criticality") this.root.querySelector("[data-score]").textContent = field.dataset.title;
  }
}

function told() {
  return document.querySelector(".desk-story__told .desk-told")?.textContent ?? "";
}

/** Approving compares words, whatever their case, marks and spaces. */
function wordsOf(text) {
  return text.normalize("NFKD").replace(/[\p{M}\p{Cf}'’ʼ]/gu, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim().toLowerCase();
}

function nameOf(pane) {
  return pane.id || pane.dataset.pane;
}

function store(use) {
  try {
    return use(sessionStorage);
  } catch {
    return null;
  }
}

