import advice from "../../InfoStory/Protection/Hints/advice.json";
import { element } from "./element.js";
import { findHints, findHintsInPieces, LEAVE, offersFor, replacement, wordsOfNames } from "./hints/find.js";
import { markWords } from "./mark-words.js";
import { sentenceWith } from "./sentence.js";

const PAUSE = 600;

/**
 * Points at what could show who somebody is while it is being written: marked in the box, and gone through one at a time below it. Nothing leaves
 * the device.
 */
export class HintPanel {
  constructor(root) {
    this.root = root;
    this.field = root.querySelector("textarea, input");
    this.marks = this.field.matches("textarea") ? markWords(this.field) : null;
    [this.kept, this.gone, this.hints, this.things, this.at] = [new Set(), new Set(), [], [], 0];
    this.build();

    this.field.addEventListener("input", (event) => this.typed(event));
    this.field.addEventListener("click", () => this.goToPressed());
    window.addEventListener("pageshow", () => this.wait());
    // What appears under a finger that is about to lift would move the button away from it.
    document.addEventListener("pointerdown", () => { this.pressed = true; }, true);
    for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, () => { this.pressed = false; }, true);
    this.wait();
  }

  /** Made once and filled anew, so that a button keeps its focus while what it is about changes. */
  build() {
    this.panel = element("section", "info-hints");
    this.panel.setAttribute("aria-label", "Could this show who someone is?");
    this.panel.hidden = true;
    this.spoken = element("div", "govuk-visually-hidden");
    this.spoken.setAttribute("aria-live", "polite");
    this.done = element("p", "govuk-body info-hints__done");
    this.one = element("div", "info-hints__one");
    this.says = element("p", "govuk-body");
    this.choice = element("select", "govuk-select");
    this.choice.id = `${this.field.id}-instead`;
    this.choice.addEventListener("change", () => this.fill());
    this.label = element("label", "govuk-label", "Say instead");
    this.label.htmlFor = this.choice.id;
    this.reads = element("p", "govuk-body info-hints__reads");
    this.buttons = element("div", "info-hints__buttons");
    // The second press of a double one would be about the next words.
    this.replacing = this.button("Replace", ({ detail }) => { if (detail < 2) this.replace(); });
    this.keeping = this.button("Keep it", ({ detail }) => { if (detail < 2) this.keep(); });
    this.going = this.button("Next", () => this.next());
    this.buttons.append(this.replacing, this.keeping, this.going);
    this.instead = element("div", "info-hints__instead");
    this.instead.append(this.label, this.choice);
    this.one.append(this.says, this.instead, this.buttons, this.reads);
    this.panel.append(this.done, this.one, element("p", "govuk-hint info-hints__yours", "You decide. Only your device has looked."));
    this.count = element("button", "info-hints__count", "");
    this.count.type = "button";
    this.count.hidden = true;
    this.count.addEventListener("click", () => this.reveal());
    this.root.append(this.count, this.panel, this.spoken);
  }

  button(text, act) {
    const button = element("button", "govuk-button govuk-button--secondary info-hints__offer", text);
    button.type = "button";
    button.addEventListener("click", act);
    return button;
  }

  /** What only a screen reader needs comes after what everybody sees. */
  name(button, text, rest) {
    button.replaceChildren(text, element("span", "govuk-visually-hidden", rest));
  }

  /** To undo would lose what was typed since, so it is offered only until then. */
  typed(event) {
    if (event.isTrusted && this.before) this.forget();
    this.wait();
  }

  forget() {
    this.before = null;
    this.done.replaceChildren();
    this.fill();
  }

  wait() {
    this.stop();
    this.pause = setTimeout(() => this.lookInPieces(), PAUSE);
  }

  stop() {
    clearTimeout(this.pause);
    this.looking = null;
  }

  async lookInPieces() {
    const [looking, text] = [{}, this.field.value];
    this.looking = looking;
    const hints = await findHintsInPieces(text, this.gone, () => this.looking === looking);
    if (this.looking !== looking) return;
    if (this.pressed || this.field.value !== text) this.wait();
    else this.show(hints);
  }

  look() {
    this.stop();
    this.show(findHints(this.field.value, this.gone));
  }

  show(hints) {
    const text = this.field.value;
    const seen = new Map();
    for (const { start, end, kind } of hints) if (!this.kept.has(text.slice(start, end))) seen.set(text.slice(start, end), kind);

    const count = this.things.length;
    const last = this.things[this.at]?.words;
    this.hints = hints.filter(({ start, end }) => seen.has(text.slice(start, end)));
    // A place is shared by many, so names and numbers come first.
    this.things = [...seen].map(([words, kind]) => ({ words, kind })).sort((one, other) => (one.kind === "place") - (other.kind === "place"));
    const same = this.things.findIndex(({ words }) => words === last);
    this.at = same < 0 ? Math.max(0, Math.min(this.at, this.things.length - 1)) : same;
    this.fill();
    if (this.things.length === count) return;

    this.spoken.textContent = this.things.length === 0 ? "" : `${this.things.length} ${this.things.length === 1 ? "thing" : "things"} could show who someone is. Go through them after the box.`;
  }

  /** The words it is about, why, and the sentence as it would read. */
  fill() {
    const thing = this.things[this.at];
    this.mark(thing);
    this.panel.hidden = !thing && !this.before;
    this.one.hidden = !thing;
    this.count.hidden = !thing || !this.marks;
    if (!thing) return;

    const { words, kind } = thing;
    const hint = this.hintOf(words);
    // Typed over since: the next look finds out.
    if (!hint) {
      this.one.hidden = this.count.hidden = true;
      return;
    }

    this.count.textContent = `${this.things.length} ${this.things.length === 1 ? "thing" : "things"} to check`;

    const offers = offersFor(this.field.value, hint);
    if ([...this.choice.options].map(({ value }) => value).join("\n") !== offers.join("\n")) this.choice.replaceChildren(...offers.map((offer) => new Option(offer)));
    this.instead.hidden = offers.length < 2;
    this.says.replaceChildren(...this.place, element("strong", "", `“${words}”`), ` ${advice[kind].looks}.`);
    const [before, instead, after] = this.asItWouldRead(hint, this.choice.value);
    this.reads.replaceChildren(element("span", "info-quiet", "It would read: "), before, element("mark", "", instead), after);
    const leaves = this.choice.value === LEAVE;
    this.name(this.replacing, leaves ? "Leave out" : "Replace", leaves ? ` “${words}”` : ` “${words}” with “${this.choice.value}”`);
    this.name(this.keeping, "Keep it", ` and leave “${words}” as it is`);
    this.name(this.going, "Next", " of what could show who someone is");
    this.going.hidden = this.things.length < 2;
  }

  get place() {
    return this.things.length < 2 ? [] : [`${this.at + 1} of ${this.things.length}: `];
  }

  hintOf(words) {
    return this.hints.find(({ start, end }) => this.field.value.slice(start, end) === words);
  }

  asItWouldRead(hint, offer) {
    const { start, end, words } = replacement(this.field.value, hint, offer);
    const [before, after] = sentenceWith(this.field.value, start, end);
    return [before, words, after];
  }

  /** The box and what is asked about it, in one view. */
  reveal() {
    this.field.scrollIntoView({ block: "start" });
    this.replacing.focus({ preventScroll: true });
  }

  mark(current) {
    const text = this.field.value;
    this.marks?.show(this.hints.map(({ start, end, kind }) => ({ start, end, kind, current: text.slice(start, end) === current?.words })));
  }

  next() {
    this.go((this.at + 1) % this.things.length);
    this.tell("");
  }

  go(at) {
    this.at = at;
    this.choice.selectedIndex = 0;
    this.fill();
    this.marks?.reveal();
  }

  /** Words that are pressed in the box are the ones to look at. */
  goToPressed() {
    const at = this.field.selectionStart;
    const hint = this.hints.find(({ start, end }) => start <= at && at < end);
    const words = hint && this.field.value.slice(hint.start, hint.end);
    const place = this.things.findIndex((thing) => thing.words === words);
    if (place >= 0 && place !== this.at) this.go(place);
  }

  keep() {
    const { words } = this.things[this.at];
    this.kept.add(words);
    this.again(`Kept “${words}”.`);
  }

  /** Only where they were pointed at: the same letters may be part of another word. */
  replace() {
    const [{ words }, offer] = [this.things[this.at], this.choice.value];
    this.look();
    const before = this.field.value;
    const replaced = this.hints.filter(({ start, end }) => before.slice(start, end) === words);
    for (const word of wordsOfNames(before, replaced.filter(({ kind }) => kind === "name"))) this.gone.add(word);
    let [after, at] = ["", 0];
    for (const hint of replaced) {
      const { start, end, words: instead } = replacement(before, hint, offer);
      after += before.slice(at, start) + instead;
      at = end;
    }

    this.before = before;
    const undo = this.button("Undo", () => this.undo(words));
    this.name(undo, "Undo", ` the change to “${words}”`);
    const done = offer === LEAVE ? `Left out “${words}”.` : `Changed “${words}” to “${offer}”.`;
    this.done.replaceChildren(`${done} `, undo);
    this.write(after + before.slice(at));
    this.again(done);
  }

  undo(words) {
    const { before } = this;
    this.forget();
    this.write(before);
    this.again(`“${words}” is back.`);
  }

  write(text) {
    this.field.value = text;
    this.field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** The focus stays on the button that was pressed, which is now about the next words, or goes to what is left. */
  again(sentence) {
    const pressed = document.activeElement;
    this.look();
    this.choice.selectedIndex = 0;
    this.fill();
    this.tell(sentence);
    if (pressed.isConnected && pressed.checkVisibility()) pressed.focus({ preventScroll: true });
    else (this.one.hidden ? this.done.querySelector("button") ?? this.field : this.replacing).focus();
  }

  tell(sentence) {
    this.spoken.textContent = [sentence, this.one.hidden ? "" : `${this.says.textContent} ${this.reads.textContent}`].filter(Boolean).join(" ");
  }
}
