import { markWords } from "./mark-words.js";

const PAUSE = 400;
const marked = new WeakMap();

/** Marks in the box of the public text what could show who somebody is, while it is edited. Places may stay: the public sees the authority. */
export function markText(field, address) {
  const marks = markWords(field);
  marked.set(field, marks);
  let [pause, rules] = [0, null];
  const look = async () => {
    rules ??= import(address).catch(() => null);
    const found = (await rules)?.findHints(field.value) ?? [];
    marks.show(found.filter(({ kind }) => kind !== "place"));
  };
  field.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(look, PAUSE); });
  look();
}

/** Marks the words that are selected too, and says where they stand; null where nothing is marked in this field. */
export function placeOfSelected(field) {
  const marks = marked.get(field);
  if (!marks) return null;

  const [start, end] = [field.selectionStart, field.selectionEnd];
  marks.show([...withoutSelected(marks).filter((range) => range.end <= start || range.start >= end), { start, end, current: true }]);
  return marks.mirror.querySelector(".info-marks__mark--current")?.getBoundingClientRect() ?? null;
}

/** Only what could show who somebody is stays marked. */
export function unmarkSelected(field) {
  const marks = marked.get(field);
  if (marks?.ranges.some(({ current }) => current)) marks.show(withoutSelected(marks));
}

function withoutSelected(marks) {
  return marks.ranges.filter(({ current }) => !current);
}
