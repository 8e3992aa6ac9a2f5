import { element } from "./element.js";
import { markWords } from "./mark-words.js";

const PAUSE = 400;
const NAMED = 3;
const marked = new WeakMap();

/** Where two rules see words that overlap, one mark goes as far as either. */
function joined(found) {
  const places = [];
  for (const { start, end } of [...found].sort((one, other) => one.start - other.start)) {
    const last = places.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else places.push({ start, end });
  }

  return places;
}

/** Marks in a box for public words what the rules of flags see there, while it is edited. What is new among them is said, too. */
export class FlaggedField {
  constructor(group) {
    this.field = group.querySelector("textarea, input");
    this.addresses = group.dataset.flagged.split(" ");
    this.settled = new Set(group.dataset.settled?.split("\n"));
    this.marks = markWords(this.field);
    marked.set(this.field, this.marks);
    this.spoken = element("div", "govuk-visually-hidden");
    this.spoken.setAttribute("aria-live", "polite");
    this.marks.frame.append(this.spoken);
    this.field.addEventListener("input", () => this.wait());
    this.look();
  }

  wait() {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.look(), PAUSE);
  }

  async look() {
    this.rules ??= Promise.all(this.addresses.map((address) => import(address))).catch(() => null);
    const rules = await this.rules;
    if (!rules) return;

    const [hints, { findFlags, isOpen }] = rules;
    const text = this.field.value;
    const found = findFlags(text, hints).filter((flag) => isOpen(flag, text, this.settled, hints));
    this.marks.show(joined(found));
    this.field.dispatchEvent(new CustomEvent("flagged", { bubbles: true, detail: new Set(found.map(({ rule, start, end }) => `${rule} ${text.slice(start, end)}`)).size }));
    this.say(found.map(({ start, end, looks }) => `“${text.slice(start, end)}” ${looks}`));
  }

  /** Only what somebody has just typed: with the page the list of flags says it. */
  say(found) {
    const fresh = this.said && [...new Set(found)].filter((one) => !this.said.has(one));
    this.said = new Set(found);
    if (!fresh?.length) return;

    const more = fresh.length > NAMED ? [`and ${fresh.length - NAMED} more`] : [];
    this.spoken.textContent = `${this.field.labels[0].textContent}: ${[...fresh.slice(0, NAMED), ...more].join("; ")}`;
  }
}

/** Marks the words that are selected too, and says where they stand; null where nothing is marked in this field. */
export function placeOfSelected(field) {
  const marks = marked.get(field);
  if (!marks) return null;

  const [start, end] = [field.selectionStart, field.selectionEnd];
  marks.show([...withoutSelected(marks).filter((range) => range.end <= start || range.start >= end), { start, end, current: true }]);
  return marks.mirror.querySelector(".info-marks__mark--current")?.getBoundingClientRect() ?? null;
}

/** Only what the rules see stays marked. */
export function unmarkSelected(field) {
  const marks = marked.get(field);
  if (marks?.ranges.some(({ current }) => current)) marks.show(withoutSelected(marks));
}

function withoutSelected(marks) {
  return marks.ranges.filter(({ current }) => !current);
}
