import { OfferBox, plain } from "./offer-box.js";

/** A long list of choices as a box that offers what fits while somebody types. The list itself stays in the form and is what is sent. */
export class SearchSelect extends OfferBox {
  constructor(select) {
    super({
      id: select.id, label: document.querySelector(`label[for="${select.id}"]`).textContent, describedBy: select.getAttribute("aria-describedby"),
      say: "Type a few letters to find it", first: "none", found: "Use the arrow keys to choose",
    });
    this.select = select;
    select.id += "-list";
    select.hidden = true;
    select.after(this.input, this.list, this.said);
    this.show();

    this.input.addEventListener("focus", () => { this.fresh = true; });
    this.input.addEventListener("input", () => this.offer());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => { this.settle(); this.close(); });
    this.input.form.addEventListener("submit", (event) => this.check(event));
    window.addEventListener("pageshow", () => this.show());
  }

  /** The first letter typed takes the place of the choice that stands there; an arrow goes into it. */
  key({ key }) {
    if (this.fresh && ([...key].length === 1 || key === "Unidentified" || key === "Backspace")) this.input.select();
    if (key !== "Tab" && key !== "Shift") this.fresh = false;
    if (key === "ArrowDown" && this.list.hidden) this.offer();
  }

  get options() {
    return [...this.select.options].filter((option) => option.value);
  }

  get offers() {
    return this.options.map((option) => ({ text: option.text, value: option.value, find: plain(option.text) }));
  }

  show() {
    this.input.value = this.select.value ? this.select.selectedOptions[0].text : "";
  }

  commit(value) {
    this.set(value);
    this.show();
    this.said.textContent = "";
    this.close();
  }

  /** Takes what was typed as the choice where it can only be one, and otherwise says that it is none. */
  settle() {
    const typed = plain(this.input.value.trim());
    const same = this.options.filter((option) => plain(option.text) === typed);
    const fits = this.options.filter((option) => plain(option.text).includes(typed));
    const one = same[0] ?? (fits.length === 1 ? fits[0] : null);
    if (typed && one) return this.commit(one.value);

    if (this.select.value !== "") this.set("");
    this.said.textContent = typed ? "This is not in our list. Choose one that is, or leave it empty" : "";
  }

  set(value) {
    this.select.value = value;
    this.select.dispatchEvent(new Event("change", { bubbles: true }));
  }

  check(event) {
    this.settle();
    if (!this.input.value.trim() || this.select.value) return;

    event.preventDefault();
    event.stopImmediatePropagation();
    this.input.focus();
  }
}
