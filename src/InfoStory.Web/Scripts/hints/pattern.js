import { isDigit, isWord } from "./plain.js";

const whole = (pattern) => (pattern ? new RegExp(`^(?:${pattern})$`, "s") : null);

// True where no word goes on across this place.
const parts = (plain, at) => at === 0 || at === plain.length || !isWord(plain[at - 1]) || !isWord(plain[at]);

function isNhsNumber(text) {
  const digits = [...text].filter(isDigit).map(Number);
  if (digits.length !== 10) return false;

  const check = 11 - (digits.slice(0, 9).reduce((sum, digit, place) => sum + digit * (10 - place), 0) % 11);
  return (check === 11 ? 0 : check) === digits[9];
}

function trimEnd(text, marks) {
  let end = text.length;
  while (end > 0 && marks.includes(text[end - 1])) end--;
  return end;
}

/** One pattern of patterns.json; the same as Pattern.cs. */
export class Pattern {
  constructor(text, fragments) {
    const fill = (pattern) => pattern?.replace(/<([a-z]+)>/g, (_, name) => fill(fragments[name]));
    const [pattern, then] = [fill(text.pattern), fill(text.then)];
    this.text = text;
    this.sought = new RegExp(then ? `(?:${pattern})(${then})` : pattern, "g");
    [this.raw, this.not, this.least] = [whole(fill(text.raw)), whole(fill(text.not)), whole(text.least)];
  }

  *find(reading) {
    const { text, sought } = this;
    const within = text.cased ? reading.typed : reading[text.in ?? "bare"];
    sought.lastIndex = 0;
    for (let match = sought.exec(within); match; match = sought.exec(within)) {
      const start = match.index;
      const from = text.then ? start + match[0].length - match[1].length : start;
      const end = start + (text.trim ? trimEnd(match[0], text.trim) : match[0].length);
      const found = end > from && (text.loose || parts(within, start)) && (from === start || parts(within, from)) && parts(within, end)
        && this.fits((text.in === "digits" ? within : reading.typed).slice(from, end));
      if (found) yield { start: from, end, kind: text.kind };
      sought.lastIndex = found ? end : start + 1;
    }
  }

  endsTooLarge(found) {
    return (this.text.notEnding ?? []).some((end) => found.endsWith(` ${end}`));
  }

  fits(found) {
    return (!this.raw || this.raw.test(found)) && (!this.not || !this.not.test(found)) && (!this.least || this.least.test(found)) && !this.endsTooLarge(found) && (!this.text.check || isNhsNumber(found));
  }
}
