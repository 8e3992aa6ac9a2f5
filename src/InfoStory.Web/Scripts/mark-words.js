import { element } from "./element.js";
import { framed } from "./frame.js";

// All that decides where a letter stands and a line breaks.
const SAME = [
  "direction", "font-family", "font-feature-settings", "font-kerning", "font-size", "font-size-adjust", "font-stretch", "font-style", "font-variant", "font-weight",
  "hyphens", "letter-spacing", "line-break", "line-height", "overflow-wrap", "padding-bottom", "padding-left", "padding-right", "padding-top", "tab-size",
  "text-align", "text-indent", "text-rendering", "text-transform", "white-space", "word-break", "word-spacing",
];

const MOVES = ["keydown", "keyup", "pointerdown", "pointermove", "pointerup", "select", "focus", "blur", "wheel"];

const isIn = (range, text) => range.start >= 0 && range.start < range.end && range.end <= text.length;

/** Where the ranges stand after the text was changed in one place; those that the change touched are gone. */
function moved(ranges, before, after) {
  const most = Math.min(before.length, after.length);
  let [same, last] = [0, 0];
  while (same < most && before[same] === after[same]) same++;
  while (last < most - same && before[before.length - 1 - last] === after[after.length - 1 - last]) last++;

  const by = after.length - before.length;
  return ranges.flatMap((range) => {
    if (range.end <= same) return [range];
    return range.start >= before.length - last ? [{ ...range, start: range.start + by, end: range.end + by }] : [];
  });
}

/** A mirror of the box's text lies at the same place, unseen but for its marks, and never read out. */
class Marks {
  constructor(field) {
    this.field = field;
    this.ranges = [];
    this.text = "";
    this.glass = element("div", "info-marks__glass");
    this.glass.setAttribute("aria-hidden", "true");
    this.mirror = element("div", "info-marks__text");
    this.glass.append(this.mirror);
    this.isLine = field.matches("input");
    this.frame = field.closest(".info-marks") ?? framed(field);
    this.frame.prepend(this.glass);

    field.addEventListener("input", () => this.typed());
    field.addEventListener("scroll", () => this.scroll());
    // A line that is longer than its box is moved by the caret, and no browser says so.
    if (this.isLine) for (const event of MOVES) field.addEventListener(event, () => requestAnimationFrame(() => this.scroll()));
    window.addEventListener("resize", () => this.place());
    new ResizeObserver(() => this.place()).observe(field);
    document.fonts?.ready.then(() => this.place());
  }

  /** Marks these and no others: places in the box's value, each with a kind for its looks; one of them may be the current one. */
  show(ranges) {
    this.text = this.field.value;
    this.ranges = ranges.filter((range) => isIn(range, this.text)).sort((one, other) => one.start - other.start);
    this.paint();
  }

  /** Scrolls the box, not the page, until the current words are in sight. */
  reveal() {
    const mark = this.mirror.querySelector(".info-marks__mark--current");
    if (!mark) return;

    const [words, box] = [mark.getBoundingClientRect(), this.glass.getBoundingClientRect()];
    if (words.top < box.top || words.bottom > box.bottom) this.field.scrollTop += words.top - box.top - box.height / 3;
    this.scroll();
  }

  typed() {
    const before = this.text;
    this.text = this.field.value;
    if (this.ranges.length === 0) return;

    this.ranges = moved(this.ranges, before, this.text);
    this.paint();
  }

  paint() {
    const { text } = this;
    const parts = [];
    let at = 0;
    for (const { start, end, kind, current } of this.ranges) {
      if (start < at) continue;

      const mark = element("span", current ? "info-marks__mark info-marks__mark--current" : "info-marks__mark", text.slice(start, end));
      if (kind) mark.dataset.kind = kind;
      parts.push(text.slice(at, start), mark);
      at = end;
    }

    // What follows the last mark counts only as far as it decides where that line breaks.
    if (at > 0) parts.push(text.slice(at).match(/^[^\n]*/)[0]);
    this.mirror.replaceChildren(...parts);
    this.place();
  }

  place() {
    if (this.ranges.length === 0) return;

    const { field, glass, mirror } = this;
    const style = getComputedStyle(field);
    for (const name of SAME) mirror.style.setProperty(name, style.getPropertyValue(name));
    // To the fraction of a pixel, or a line may break one word sooner: what clientWidth says is rounded.
    const edges = parseFloat(style.borderLeftWidth) + parseFloat(style.borderRightWidth);
    const bar = Math.max(0, Math.round(field.offsetWidth - edges - field.clientWidth));
    glass.style.width = `${field.getBoundingClientRect().width - edges - bar}px`;
    glass.style.height = `${field.clientHeight}px`;
    glass.style.top = `${field.offsetTop + field.clientTop}px`;
    glass.style.left = `${field.offsetLeft + field.clientLeft}px`;
    // A line stands in the middle of its box, whatever its own height, and is never broken.
    if (this.isLine) {
      mirror.style.whiteSpace = "pre";
      mirror.style.lineHeight = `${field.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom)}px`;
    }

    this.scroll();
  }

  scroll() {
    this.mirror.style.transform = `translate(${-this.field.scrollLeft}px, ${-this.field.scrollTop}px)`;
  }
}

/** Marks words inside a plain text box, or a line of text. What is typed moves the marks along until they are shown anew. */
export const markWords = (field) => new Marks(field);
