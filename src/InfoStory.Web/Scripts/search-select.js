import Combobox from "@github/combobox-nav";

const MOST = 8;

function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** A long list of choices as a box that offers what fits while somebody types. The list itself stays in the form and is what is sent. */
export class SearchSelect {
  constructor(select) {
    this.select = select;
    this.input = document.createElement("input");
    this.input.className = "govuk-input";
    this.input.type = "text";
    this.input.autocomplete = "off";
    this.input.spellcheck = false;
    this.input.id = select.id;
    const described = select.getAttribute("aria-describedby");
    select.id += "-list";
    select.hidden = true;

    this.list = document.createElement("ul");
    this.list.className = "info-offers";
    this.list.id = `${this.input.id}-offers`;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", document.querySelector(`label[for="${this.input.id}"]`).textContent);
    this.list.hidden = true;

    this.said = document.createElement("p");
    this.said.className = "govuk-hint info-offers__said";
    this.said.id = `${this.input.id}-said`;
    this.said.setAttribute("role", "status");
    this.said.textContent = "Type a few letters to find it";
    this.input.setAttribute("aria-describedby", [described, this.said.id].filter(Boolean).join(" "));

    select.after(this.input, this.list, this.said);
    this.combobox = new Combobox(this.input, this.list, { tabInsertsSuggestions: true, firstOptionSelectionMode: "none" });
    this.show();

    this.input.addEventListener("focus", () => { this.fresh = true; });
    this.input.addEventListener("input", () => this.offer());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => { this.settle(); this.close(); });
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("combobox-commit", (event) => this.choose(event.target.dataset.value));
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

  show() {
    this.input.value = this.select.value ? this.select.selectedOptions[0].text : "";
  }

  offer() {
    const words = plain(this.input.value).split(/\s+/).filter(Boolean);
    const fits = this.options.filter((option) => words.every((word) => plain(option.text).includes(word)));
    fits.sort((one, other) => Number(!plain(one.text).startsWith(words[0] ?? "")) - Number(!plain(other.text).startsWith(words[0] ?? "")));
    this.combobox.stop();
    this.list.replaceChildren(...fits.slice(0, MOST).map((option, place) => this.item(option, place)));
    this.list.hidden = fits.length === 0;
    if (fits.length > 0) this.combobox.start();
    this.said.textContent = fits.length === 0 ? "Nothing in our list has these letters" : fits.length > MOST ? `${MOST} of ${fits.length} are shown. Type more letters to find yours` : `${fits.length} found. Use the arrow keys to choose`;
  }

  item(option, place) {
    const item = document.createElement("li");
    item.id = `${this.list.id}-${place}`;
    item.setAttribute("role", "option");
    item.dataset.value = option.value;
    item.textContent = option.text;
    return item;
  }

  choose(value) {
    this.set(value);
    this.show();
    this.said.textContent = "";
    this.close();
  }

  close() {
    this.combobox.stop();
    this.list.hidden = true;
  }

  /** Takes what was typed as the choice where it can only be one, and otherwise says that it is none. */
  settle() {
    const typed = plain(this.input.value.trim());
    const same = this.options.filter((option) => plain(option.text) === typed);
    const fits = this.options.filter((option) => plain(option.text).includes(typed));
    const one = same[0] ?? (fits.length === 1 ? fits[0] : null);
    if (typed && one) return this.choose(one.value);

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
