import { boxOf } from "./box.js";
import { element } from "./element.js";
import { kept } from "./keep.js";
import { start } from "./start.js";

/** The boxes of each form, which are refused together. */
const forms = new Map();

/**
 * A box to type in instead of a list of choices, which stays in the form and is what is sent. What finds a choice is fetched when somebody comes to the box;
 * where there is no signal for that, the list is back.
 */
class SearchBox {
  constructor(select) {
    this.select = select;
    select.box = this;
    const label = document.querySelector(`label[for="${select.id}"]`).textContent;
    this.at = `infostory:${location.pathname}:${select.form.dataset.keep}#${select.id}`;
    this.left = kept.all().find(({ key }) => key === this.at)?.fields[0] ?? "";
    this.box = boxOf({ id: select.id, label, describedBy: select.getAttribute("aria-describedby"), say: "Choose from the list, or type a few letters" });
    const { input, list, said } = this.box;
    select.id += "-list";
    select.hidden = true;
    this.around = element("div", "info-search");
    this.around.append(input, list);
    select.after(this.around, said);
    this.show();

    const show = () => { if (!this.search) this.show(); };
    input.addEventListener("focus", () => { this.coming ??= this.come(); });
    input.addEventListener("keydown", (event) => this.key(event));
    for (const use of ["click", "input"]) input.addEventListener(use, () => { this.isUsed = true; });
    select.addEventListener("change", show);
    // What was typed before the page was here stays.
    window.addEventListener("pageshow", () => { if (input.value === this.shown) show(); });
    if (!forms.has(select.form)) select.form.addEventListener("submit", (event) => check(event));
    forms.set(select.form, [...(forms.get(select.form) ?? []), this]);
    if (this.left) this.coming = this.come();
    if (select.autofocus) input.focus();
  }

  show() {
    this.box.input.value = this.shown = this.chosen || this.left;
  }

  /** The letters in the box, whether or not they are a choice. */
  get typed() {
    return this.box.input.value.trim();
  }

  /** Puts letters into the box as if they were typed now; without any, the choice, where there is one. */
  put(letters) {
    const text = letters || this.chosen, { input } = this.box;
    if (!text) return;

    input.value = text;
    this.coming ??= this.come();
    input.dispatchEvent(new Event("input"));
  }

  /** What was typed and is no choice is there again for who goes back and returns. */
  leave(isBack) {
    const { typed } = this;
    kept.delete(this.at);
    if (isBack && typed && typed !== this.chosen) kept.set(this.at, { at: Date.now(), fields: [typed] });
  }

  get chosen() {
    return this.select.value ? this.select.selectedOptions[0].text : "";
  }

  /** Something was typed, and what finds a choice for it has not arrived. */
  get isWaiting() {
    return this.coming && !this.search && this.typed !== this.chosen;
  }

  get isHere() {
    return this.box.input.isConnected;
  }

  /** As in any list of a form, Enter never sends it from here. */
  key(event) {
    if (event.key === "Enter") event.preventDefault();
    if (event.key === "Enter" || event.key === "ArrowDown") this.isUsed = true;
  }

  async come() {
    const found = await import(this.select.dataset.search).catch(() => null);
    if (!found) return this.giveBack();

    this.refuse = found.refuse;
    this.search = new found.SearchSelect(this.select, this.box, this.isUsed);
  }

  giveBack() {
    const { input, said } = this.box;
    const wasHere = document.activeElement === input, { typed } = this;
    this.around.remove();
    said.remove();
    this.select.id = input.id;
    this.select.hidden = false;
    if (typed && typed !== this.chosen) this.select.before(element("p", "govuk-hint", `You typed “${typed}”. Choose it from the list.`));
    if (wasHere) this.select.focus();
  }
}

/** Sends no form with a box that holds what is in no list. */
async function check(event) {
  const { target: form, submitter } = event;
  const boxes = forms.get(form).filter(({ isHere }) => isHere);
  if (boxes.some(({ isWaiting }) => isWaiting)) {
    event.preventDefault();
    event.stopImmediatePropagation();
    if (form.waits) return;

    form.waits = true;
    await Promise.all(boxes.map(({ coming }) => coming));
    form.waits = false;
    if (boxes.every(({ isHere }) => isHere)) form.requestSubmit(submitter);
    return;
  }

  for (const box of boxes) box.leave(submitter?.value === "back");
  const looked = boxes.filter(({ search }) => search);
  if (looked.length > 0) looked[0].refuse(event, looked.map(({ search }) => search));
}

start("select[data-search]", SearchBox);
