import table from "../../../InfoStory/Data/Folding/folding.json";

const texts = new Map();
const number = (hex) => parseInt(hex, 16);

function codes(ranges) {
  return ranges.split(" ").flatMap((range) => {
    const ends = range.split("-").map(number);
    return Array.from({ length: ends.at(-1) - ends[0] + 1 }, (_, at) => ends[0] + at);
  });
}

for (const code of codes(table.hidden)) texts.set(code, "");
for (const code of codes(table.lines)) texts.set(code, "\n");
for (const code of codes(table.blanks)) texts.set(code, " ");
for (const [letter, ranges] of Object.entries(table.same)) for (const code of codes(ranges)) texts.set(code, letter);
for (const run of table.runs.split(" ")) {
  const [range, first] = run.split(":");
  codes(range).forEach((code, at) => texts.set(code, String.fromCodePoint(number(first) + at)));
}

for (const word of table.words.split(" ")) texts.set(number(word.slice(0, word.indexOf(":"))), word.slice(word.indexOf(":") + 1));

const marks = new Set(codes(table.marks));
const pairs = (text) => new Map((text.match(/../gs) ?? []).map((pair) => [pair[0], pair[1]]));
const [alikes, bares] = [pairs(table.alike), pairs(table.bare)];
const alikeOf = (letter) => alikes.get(letter) ?? letter;

function bareOf(letter) {
  const plain = letter < "\u007f" ? letter : alikeOf(bares.get(letter) ?? letter);
  return plain >= "A" && plain <= "Z" ? plain.toLowerCase() : plain;
}

const isBlank = (letter) => letter === " " || letter === "\n";
const writesWithMarks = (letter) => (letter >= "\u0590" && letter < "\u1e00") || (letter >= "\u2e80" && letter < "\ud800") || (letter >= "\uf900" && letter < "\ufe00");

/** A text as it is read; the same as Folded.cs, method for method. */
export class Folded {
  constructor(typed) {
    this.typed = typed;
    [this.letters, this.starts, this.ends] = [[], [], []];
    for (let at = 0; at < typed.length; ) {
      const code = typed.codePointAt(at);
      const end = at + (code > 0xffff ? 2 : 1);
      this.add(code, at, end);
      at = end;
    }

    this.unmix();
    this.text = this.letters.join("");
    this.bare = this.letters.map(bareOf).join("");
  }

  /** Where the letters from start to end (not included) were typed. */
  typewritten(start, end) {
    return { start: this.starts[start], end: this.ends[end - 1] };
  }

  add(code, start, end) {
    if (code > 0x20 && code < 0x7f && code !== 0x60) return this.put(this.typed[start], start, end);
    if (marks.has(code)) return this.mark(code, start, end);

    const text = texts.get(code) ?? this.typed.slice(start, end);
    if (isBlank(text)) return this.blank(text, start, end);

    for (const letter of text.split("")) this.put(letter, start, end);
    if (text.length === 0 && ((code >= 0xfe00 && code <= 0xfe0f) || code >= 0xe0000)) this.extend(end);
  }

  put(letter, start, end) {
    this.letters.push(letter);
    this.starts.push(start);
    this.ends.push(end);
  }

  blank(blank, start, end) {
    const { letters } = this;
    if (letters.length === 0 || !isBlank(letters[letters.length - 1])) return this.put(blank, start, end);

    if (blank === "\n") letters[letters.length - 1] = blank;
    this.extend(end);
  }

  mark(code, start, end) {
    const { letters } = this;
    const last = letters[letters.length - 1];
    if (last === undefined) return;
    if (writesWithMarks(last)) {
      for (const unit of this.typed.slice(start, end).split("")) this.put(unit, start, end);
      return;
    }

    const made = (last + String.fromCodePoint(code)).normalize("NFC");
    if (made.length === 1) letters[letters.length - 1] = made;
    this.extend(end);
  }

  extend(end) {
    if (this.ends.length > 0) this.ends[this.ends.length - 1] = end;
  }

  unmix() {
    const { letters } = this;
    for (let at = 0, from = 0, isLatin = false, borrows = false; at <= letters.length; at++) {
      const letter = letters[at] ?? " ";
      if (isBlank(letter)) {
        for (; isLatin && borrows && from < at; from++) letters[from] = alikeOf(letters[from]);
        [from, isLatin, borrows] = [at + 1, false, false];
      } else if (/[A-Za-z0-9]/.test(letter)) isLatin = true;
      else if (letter >= "\u007f") borrows ||= alikeOf(letter) !== letter;
    }
  }
}
