import { element } from "./element.js";
import { placeOfSelected, unmarkSelected } from "./story-marks.js";

const MOST = 8;
const AROUND = 30;
const GAP = 6;

/** Replacing opens in a small box beside the words that are selected in the text: they are sought, and what is replaced can be undone at once. */
export class RedactPanel {
  constructor(root) {
    this.root = root;
    this.fields = ["form-publictext", "form-publictitle"].map((id) => document.getElementById(id)).filter(Boolean);
    [this.words, this.choice, this.own] = ["words", "with", "own"].map((name) => root.querySelector(`#replace-${name}`));
    this.said = root.querySelector("[data-redacted]");
    this.most = root.dataset.most.split(" ").map(Number);
    this.done = [];
    if (this.fields.length === 0) return;

    this.float();
    const button = root.querySelector("[data-replace]");
    button.type = "button";
    button.addEventListener("click", () => this.replace());
    this.button = button;
    root.querySelector("[data-undo]")?.remove();
    this.undo = element("button", "govuk-button govuk-button--secondary", "Undo");
    this.undo.type = "button";
    this.undo.hidden = true;
    this.undo.addEventListener("click", () => this.back());
    button.after(" ", this.undo);
    for (const field of this.fields) {
      field.addEventListener("select", () => this.take(field));
      field.addEventListener("keydown", (event) => {
        if (event.key !== "Escape" || root.hidden) return;
        event.preventDefault();
        this.hide();
      });
    }
    root.addEventListener("reveal", () => this.open());
    root.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close();
    });
    const away = (event) => {
      if (!root.contains(event.target) && (event.type === "pointerdown" || !this.fields.includes(event.target))) this.hide();
    };
    document.addEventListener("pointerdown", away);
    document.addEventListener("focusin", away);
    for (const input of [this.words, this.own]) {
      input.addEventListener("keydown", (event) => {
        if (event.key !== "Enter") return;
        event.preventDefault();
        this.replace();
      });
    }
  }

  /** After the box of the text, so that Tab comes to it next; a button opens it where nothing is selected. */
  float() {
    const { root } = this;
    const group = this.fields[0].closest(".govuk-form-group");
    group.after(root);
    root.classList.add("desk-redact--beside");
    root.hidden = !root.classList.contains("desk-redact--shown");
    this.opener = element("button", "desk-bar__keys desk-replace-open", "Replace words");
    this.opener.type = "button";
    this.opener.addEventListener("click", () => { this.from = null; this.open(); this.words.focus(); });
    // After the text: from the title Tab goes to the text.
    group.append(this.opener);
    if (!root.hidden) this.place();
  }

  take(field) {
    this.from = field;
    const chosen = field.value.slice(field.selectionStart, field.selectionEnd).trim();
    if (!chosen || chosen.length > 200) return;

    this.words.value = chosen;
    // A browser selects a whole line by itself when Tab comes to it.
    if (chosen !== field.value.trim()) this.open(field);
  }

  /** @param {HTMLElement} [field] the one whose selection it stands beside */
  open(field) {
    this.root.hidden = false;
    this.place(field);
  }

  /** Below the last line of what is selected, or above the first where that is too low; where nothing is, below the button. */
  place(field) {
    const { root } = this;
    const words = (field && placeOfSelected(field)) ?? (field ?? this.opener).getBoundingClientRect();
    const [wide, high] = [root.offsetWidth, root.offsetHeight];
    const below = words.bottom + GAP + high <= innerHeight ? words.bottom + GAP : words.top - GAP - high;
    root.style.left = `${Math.max(GAP, Math.min(words.left, document.documentElement.clientWidth - wide - GAP))}px`;
    root.style.top = `${Math.max(GAP, below)}px`;
  }

  hide() {
    this.root.hidden = true;
    for (const field of this.fields) unmarkSelected(field);
  }

  /** Back to the words that it stood beside. */
  close() {
    this.hide();
    (this.from ?? this.fields[0]).focus();
  }

  async replace() {
    const [words, instead] = [this.words.value.trim(), this.own.value.trim() || this.choice.value];
    if (!words) return this.ask("Write or select the words to replace.", this.words);
    if (!instead) return this.ask("Choose what to say instead, or write it.", this.choice);

    // The rules are those of the hints and come with the first use. Where they cannot be fetched, the server replaces.
    this.rules ??= import(this.root.dataset.redact).catch(() => null);
    const rules = await this.rules;
    if (!rules) {
      this.button.type = "submit";
      return this.button.click();
    }

    const found = this.fields.map((field) => ({ field, before: field.value, places: rules.placesOf(field.value, words) }));
    const count = found.reduce((sum, { places }) => sum + places.length, 0);
    const after = found.map(({ before, places }) => rules.replaced(before, places, instead));
    const near = [...new Set(after.flatMap((text) => rules.nearOf(text, words, instead)))].map((one) => `“${one}”`).join(", ");
    if (count === 0) return this.ask(`These words are not in the public title or text.${near ? ` What comes near them: ${near}.` : ""}`, this.words);

    if (after.some((text, at) => text.length > this.most[at] && text.length > found[at].before.length)) {
      return this.ask("With these words the public title or text would be longer than can be saved. Choose shorter ones.", this.own.value.trim() ? this.own : this.choice);
    }

    found.forEach(({ field }, at) => this.write(field, after[at]));
    this.done.push(found.map(({ field, before }) => ({ field, before, after: field.value })));
    this.undo.hidden = false;
    const left = near ? ` Still there, and could mean the same: ${near}.` : "";
    this.tell(`Replaced “${words}” by “${instead}” in ${count === 1 ? "1 place" : `${count} places`}. It is not saved yet.${left}`, this.differences(found, instead));
    [this.words.value, this.own.value] = ["", ""];
    this.undo.focus();
  }

  back() {
    const last = this.done.at(-1);
    if (last.some(({ field, after }) => field.value !== after)) return this.tell("You have changed the text since, so this cannot be undone without losing that.");

    this.done.pop();
    for (const { field, before } of last) this.write(field, before);
    this.undo.hidden = this.done.length === 0;
    this.tell("The words of before are back. They are not saved yet.");
    (this.undo.hidden ? this.words : this.undo).focus();
  }

  /** The first places with what stood there crossed out and what stands there now underlined. */
  differences(found, instead) {
    const list = element("ul", "govuk-list govuk-list--bullet");
    for (const { before, places } of found) {
      for (const { start, end } of places.slice(0, MOST - list.children.length)) {
        const item = element("li", "");
        item.append(`…${before.slice(Math.max(0, start - AROUND), start)}`, element("del", "", before.slice(start, end)), " ", element("ins", "", instead), `${before.slice(end, end + AROUND)}…`);
        list.append(item);
      }
    }

    return list;
  }

  write(field, text) {
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  ask(sentence, field) {
    this.tell(sentence);
    field.focus();
  }

  tell(sentence, more) {
    this.said.replaceChildren(sentence, ...(more ? [more] : []));
  }
}
