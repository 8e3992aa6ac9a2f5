// The same as Plain.cs, unit for unit.
const changes = new Map([
  ...["\t", "\u00a0", "\u2007", "\u2009", "\u202f"].map((unit) => [unit, " "]),
  ["\r", "\n"],
  ...["\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212"].map((unit) => [unit, "-"]),
  ...["\u2018", "\u2019", "\u02bc", "`", "\u00b4"].map((unit) => [unit, "'"]),
  ["\u201c", '"'],
  ["\u201d", '"'],
]);

export function plain(text) {
  return text.replace(/[A-Z]/g, (unit) => unit.toLowerCase()).replace(/[\t\r\u00a0\u2007\u2009\u202f\u2010-\u2015\u2212\u2018\u2019\u02bc`\u00b4\u201c\u201d]/g, (unit) => changes.get(unit));
}

export const isDigit = (unit) => unit >= "0" && unit <= "9";

export const isLetter = (unit) =>
  (unit >= "a" && unit <= "z") || (unit >= "A" && unit <= "Z") || (unit >= "\u00c0" && unit < "\u2000" && unit !== "\u00d7" && unit !== "\u00f7");

export const isWord = (unit) => isLetter(unit) || isDigit(unit);

/** A bare text in which only ASCII is left, so that what ends a word is the same to the patterns of two languages. */
export const ascii = (bare) => bare.replace(/[^\0-~]/g, (unit) => (isLetter(unit) ? "_" : "~"));

// One unit stays one unit, as in C#.
export const lower = (unit) => (unit.toLowerCase().length === 1 ? unit.toLowerCase() : unit);

export const isCapital = (unit) => lower(unit) !== unit;
