import { element } from "./element.js";

const KEY = "infostory-desk:form-place";

/** Keeps a long form where it was over a save, and says there what was done. */
export class KeepPlace {
  constructor(form) {
    this.form = form;
    form.addEventListener("submit", (event) => { if (!event.submitter?.formTarget) this.keep(); });
    this.back();
  }

  /** For the page that comes next only, and only where it is this one again. */
  keep() {
    const at = document.activeElement;
    const chosen = at?.matches("textarea, input[type=text]") ? [at.selectionStart, at.selectionEnd] : null;
    // Of a page, only what stands on the button: nobody's words stay on the device.
    const words = at?.matches("button") ? at.textContent : null;
    store((storage) => storage.setItem(KEY, JSON.stringify({ path: location.pathname, focus: at?.id ?? "", words, top: scrollY, chosen })));
  }

  back() {
    const place = store((storage) => JSON.parse(storage.getItem(KEY)));
    store((storage) => storage.removeItem(KEY));
    if (place?.path !== location.pathname || document.querySelector(".govuk-error-summary")) return;

    const buttons = [...this.form.querySelectorAll(".desk-actions > button")];
    const field = document.getElementById(place.focus) ?? (place.words && buttons.find((button) => button.textContent === place.words));
    field?.focus?.({ preventScroll: true });
    if (place.chosen && field?.matches?.("textarea, input[type=text]")) field.setSelectionRange(...place.chosen);
    scrollTo(0, place.top);
    const said = document.querySelector(".desk-flash .desk-flash__said");
    if (!said) return;

    // Heard above already.
    const again = element("span", "desk-actions__said", `✓ ${said.textContent}`);
    again.setAttribute("aria-hidden", "true");
    this.form.querySelector(".desk-actions")?.append(again);
  }
}

function store(use) {
  try {
    return use(sessionStorage);
  } catch {
    return null;
  }
}
