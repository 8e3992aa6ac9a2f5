const KEY = "infostory-desk:place";

/** Keeps one story's screen where it was over a save, and says what is missing while it is filled in. */
export class StoryScreen {
  constructor(root) {
    this.root = root;
    this.reference = root.dataset.story;
    this.panes = [...root.querySelectorAll("[data-pane], .desk-panels__panel, #form-publictext")];
    this.form = root.querySelector("form.desk-story__form");
    root.addEventListener("submit", () => this.keep());
    this.back();

    const missing = root.querySelector("[data-missing]");
    if (missing) this.form.addEventListener("input", () => this.look(missing));
    this.form.addEventListener("change", (event) => this.said(event.target));
  }

  /** For the page that comes next only, and only where it is this story again. */
  keep() {
    const at = document.activeElement;
    const place = {
      reference: this.reference, focus: at?.id ? `#${at.id}` : at?.dataset.key ? `[data-key="${at.dataset.key}"]` : null, open: this.root.querySelector("[data-panels]")?.dataset.chosen, window: scrollY,
      tops: this.panes.map((pane) => pane.scrollTop),
      chosen: at?.matches("textarea, input[type=text]") ? [at.selectionStart, at.selectionEnd] : null,
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
    this.panes.forEach((pane, at) => { pane.scrollTop = place.tops[at] ?? 0; });
    if (isRefused) return;

    const field = place.focus && this.root.querySelector(place.focus);
    if (field && !field.closest("[hidden]")) {
      field.focus({ preventScroll: true });
      if (place.chosen) field.setSelectionRange(...place.chosen);
    }
    scrollTo(0, place.window);
  }

  look(missing) {
    const sent = new FormData(this.form);
    for (const item of missing.querySelectorAll("[data-needs^='Form.']")) {
      const value = (sent.get(item.dataset.needs) ?? "").trim();
      item.hidden = value !== "" && !(item.dataset.needs === "Form.PublicText" && value === told());
    }
    missing.querySelector("[data-nothing]").hidden = missing.querySelector("li:not([hidden])") !== null;
  }

  /** What was scored is said below the row, by key or by mouse. */
  said(field) {
    if (field.name === "Form.Criticality") this.root.querySelector("[data-score]").textContent = field.dataset.title;
  }
}

function told() {
  return document.querySelector(".desk-story__told .desk-told")?.textContent.trim();
}

function store(use) {
  try {
    return use(sessionStorage);
  } catch {
    return null;
  }
}

