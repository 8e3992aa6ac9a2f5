import advice from "../../InfoStory/Protection/Hints/advice.json";
import { element } from "./element.js";

const PAUSE = 600;
const MOST = 6;

/** A hospital for a hospital, a school for a school; the same as HintAdvice.cs. */
function offersFor(words, kind) {
  const { offers, by } = advice[kind];
  const kindOfPlace = by?.[words.match(/[a-z]*$/i)[0].toLowerCase()];
  return kindOfPlace ? [kindOfPlace, ...offers] : offers;
}

/** Points at what could show who somebody is, below the box, while it is being written. Nothing leaves the device. */
export class HintPanel {
  constructor(root) {
    this.root = root;
    this.field = root.querySelector("textarea, input");
    this.kept = new Set();
    this.gone = new Set();
    this.panel = element("section", "info-hints");
    this.panel.setAttribute("aria-label", "Could this show who someone is?");
    this.panel.hidden = true;
    this.spoken = element("div", "govuk-visually-hidden");
    this.spoken.setAttribute("aria-live", "polite");
    root.append(this.panel, this.spoken);

    this.field.addEventListener("input", (event) => this.typed(event));
    window.addEventListener("pageshow", () => this.wait());
    // What appears under a finger that is about to lift would move the button away from it.
    document.addEventListener("pointerdown", () => { this.pressed = true; }, true);
    for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, () => { this.pressed = false; }, true);
    this.wait();
  }

  /** To undo would lose what was typed since, so it is offered only until then. */
  typed(event) {
    if (event.isTrusted && this.undo) {
      this.undo = null;
      this.found = null;
    }

    this.wait();
  }

  wait() {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.look(), PAUSE);
  }

  async look() {
    if (this.pressed) return this.wait();
    if (!this.field.value.trim()) return this.show([]);

    // Only who writes needs the rules, so they come with the first words. Without them the page works as before.
    this.rules ??= import(this.root.dataset.hints).catch(() => null);
    const rules = await this.rules;
    if (this.pressed) return this.wait();
    if (rules) this.show(rules.findHints(this.field.value, this.gone));
  }

  show(hints) {
    const text = this.field.value;
    const seen = new Map();
    for (const { start, end, kind } of hints) seen.set(text.slice(start, end), kind);
    for (const kept of this.kept) seen.delete(kept);

    this.hints = hints;
    // A place is shared by many, so names and numbers come first.
    const things = [...seen].sort(([, one], [, other]) => (one === "place") - (other === "place"));
    const found = things.map(([words, kind]) => `${kind} ${words}`).join("\n");
    if (found === this.found) return;

    this.found = found;
    this.panel.replaceChildren();
    this.panel.hidden = seen.size === 0 && !this.undo;
    if (seen.size > 0) {
      this.panel.append(element("h2", "govuk-heading-s", "Could this show who someone is?"), element("p", "govuk-body", "You decide. Only your device has looked at this, and you can leave it as it is."));
      const list = element("ul", "govuk-list");
      list.append(...things.slice(0, MOST).map(([words, kind]) => this.item(words, kind)));
      this.panel.append(list);
      if (seen.size > MOST) this.panel.append(element("p", "govuk-body", `And ${seen.size - MOST} more.`));
    }

    if (this.undo) this.panel.append(this.undo);
    this.spoken.textContent = seen.size === 0 ? "" : `${seen.size} ${seen.size === 1 ? "thing" : "things"} could show who someone is. See the list after the box.`;
  }

  item(words, kind) {
    const item = element("li", "info-hints__item");
    const line = element("p", "govuk-body");
    line.append(element("strong", "", `“${words}”`), ` ${advice[kind].looks}. ${advice[kind].why}`);
    item.append(line);
    for (const offer of offersFor(words, kind)) item.append(this.button(`Say “${offer}”`, ` instead of “${words}”`, () => this.replace(words, offer)));
    item.append(this.button("Keep it", ` and leave “${words}” as it is`, () => this.keep(words)));
    return item;
  }

  /** What only a screen reader needs comes after what everybody sees. */
  button(text, rest, act) {
    const button = element("button", "govuk-button govuk-button--secondary info-hints__offer", text);
    button.type = "button";
    button.append(element("span", "govuk-visually-hidden", rest));
    button.addEventListener("click", act);
    return button;
  }

  keep(words) {
    this.kept.add(words);
    this.again(`Kept “${words}”.`);
  }

  /** Only where they were pointed at: the same letters may be part of another word. */
  async replace(words, offer) {
    await this.look();
    const before = this.field.value;
    this.undo = element("p", "govuk-body", `Changed “${words}” to “${offer}”. `);
    this.undo.append(this.button("Undo", ` the change to “${words}”`, () => {
      this.undo = null;
      this.write(before);
      this.again(`“${words}” is back.`);
    }));
    const capital = offer[0].toUpperCase() + offer.slice(1);
    let [after, at] = ["", 0];
    const replaced = this.hints.filter((hint) => before.slice(hint.start, hint.end) === words);
    for (const word of (await this.rules).wordsOfNames(before, replaced.filter((hint) => hint.kind === "name"))) this.gone.add(word);
    for (const { start, end } of replaced) {
      after += before.slice(at, start);
      after += /(^|[.!?]["”]?\s+|\n)$/.test(after) ? capital : offer;
      at = end;
    }

    this.write(after + before.slice(at));
    this.again(`Changed “${words}” to “${offer}”.`);
  }

  write(text) {
    this.field.value = text;
    this.field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  async again(sentence) {
    this.found = null;
    await this.look();
    this.spoken.textContent = sentence;
    (this.panel.querySelector("button") ?? this.field).focus();
  }
}
