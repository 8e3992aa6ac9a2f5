import { element } from "./element.js";

const MOST = 8;
const AROUND = 30;

const isPart = (letter) => letter !== undefined && /[\p{L}\p{Nd}]/u.test(letter);
const isBlank = (letter) => letter !== undefined && /\s/u.test(letter);
const isDash = (letter) => letter === "-" || letter === "‐" || letter === "‑";
const straight = (letter) => (letter === "’" || letter === "‘" ? "'" : letter);

function begins(text, at) {
  return at === 0 || !(isPart(text[at - 1]) || (at > 1 && (isDash(text[at - 1]) || straight(text[at - 1]) === "'") && isPart(text[at - 2])));
}

function endOf(text, start, sought) {
  let [at, shouts, same] = [start, true, true];
  for (let next = 0; next < sought.length;) {
    if (isBlank(sought[next])) {
      if (!isBlank(text[at])) return -1;
      while (isBlank(sought[next])) next++;
      while (isBlank(text[at])) at++;
      continue;
    }

    if (at >= text.length || straight(text[at]).toLowerCase() !== straight(sought[next]).toLowerCase()) return -1;
    shouts &&= !/\p{Ll}/u.test(text[at]);
    same &&= straight(text[at]) === straight(sought[next]);
    at++;
    next++;
  }

  if (/\p{Lu}/u.test(sought) && !same && !(shouts && at - start > 1)) return -1;
  const goesOn = isPart(text[at]) || (isDash(text[at]) && isPart(text[at + 1]));
  return isPart(sought.at(-1)) && goesOn ? -1 : at;
}

/** Every place where the words stand as whole words. Redact.cs does the very same. */
export function placesOf(text, words) {
  const sought = words.trim();
  const places = [];
  for (let at = 0; sought && at < text.length;) {
    const end = begins(text, at) || !isPart(sought[0]) ? endOf(text, at, sought) : -1;
    if (end < 0) at++;
    else {
      places.push({ start: at, end });
      at = end;
    }
  }

  return places;
}

export function replaced(text, places, instead) {
  const first = instead.startsWith("[") ? 1 : 0;
  const capital = instead.slice(0, first) + instead.charAt(first).toUpperCase() + instead.slice(first + 1);
  let [made, from] = ["", 0];
  for (const { start, end } of places) {
    const starts = /(?:^|[.!?\n\r])[ \t"“‘'([]*$/.test(text.slice(0, start));
    made += text.slice(from, start) + (starts ? capital : instead);
    from = end;
  }

  return made + text.slice(from);
}

/** Brings replacing to where the text is: what is selected is sought, and what is replaced can be undone at once. */
export class RedactPanel {
  constructor(root) {
    this.root = root;
    this.fields = ["form-publictext", "form-publictitle"].map((id) => document.getElementById(id)).filter(Boolean);
    [this.words, this.choice, this.own] = ["words", "with", "own"].map((name) => root.querySelector(`#replace-${name}`));
    this.said = root.querySelector("[data-redacted]");
    this.done = [];
    if (this.fields.length === 0) return;

    this.fields[0].closest(".govuk-form-group").after(root);
    const button = root.querySelector("[data-replace]");
    button.type = "button";
    button.addEventListener("click", () => this.replace());
    root.querySelector("[data-undo]")?.remove();
    this.undo = element("button", "govuk-button govuk-button--secondary", "Undo");
    this.undo.type = "button";
    this.undo.hidden = true;
    this.undo.addEventListener("click", () => this.back());
    button.after(" ", this.undo);
    for (const field of this.fields) field.addEventListener("select", () => this.take(field));
    for (const input of [this.words, this.own]) {
      input.addEventListener("keydown", (event) => {
        if (event.key !== "Enter") return;
        event.preventDefault();
        this.replace();
      });
    }
  }

  take(field) {
    const chosen = field.value.slice(field.selectionStart, field.selectionEnd).trim();
    if (chosen && chosen.length <= 200) this.words.value = chosen;
  }

  replace() {
    const [words, instead] = [this.words.value.trim(), this.own.value.trim() || this.choice.value];
    if (!words) return this.ask("Write or select the words to replace.", this.words);
    if (!instead) return this.ask("Choose what to say instead, or write it.", this.choice);

    const found = this.fields.map((field) => ({ field, before: field.value, places: placesOf(field.value, words) }));
    const count = found.reduce((sum, { places }) => sum + places.length, 0);
    if (count === 0) return this.ask("These words are not in the public title or text.", this.words);

    for (const { field, before, places } of found) this.write(field, replaced(before, places, instead));
    this.done.push(found.map(({ field, before }) => ({ field, before, after: field.value })));
    this.undo.hidden = false;
    this.tell(`Replaced “${words}” by “${instead}” in ${count === 1 ? "1 place" : `${count} places`}. It is not saved yet.`, this.differences(found, instead));
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
