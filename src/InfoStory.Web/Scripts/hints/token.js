import { isCapital, isDigit, isLetter, lower } from "./plain.js";

/** The words of a text; the same as Token.cs. */
export function tokensOf(typed, plain, titles) {
  const tokens = [];
  for (let at = 0; at < plain.length; ) {
    if (!isLetter(plain[at])) {
      at++;
      continue;
    }

    let end = at + 1;
    while (end < plain.length && (isLetter(plain[end]) || ((plain[end] === "'" || plain[end] === "-") && end + 1 < plain.length && isLetter(plain[end + 1])))) end++;
    const word = typed.slice(at, end);
    const key = plain.slice(at, end).replace(/[^a-z]/g, lower);
    const stem = key.endsWith("'s") ? key.slice(0, -2) : key;
    const last = tokens[tokens.length - 1];
    const gap = plain.slice(last ? last.end : 0, at);
    const isAfterInitial = last && (gap === ". " || gap === ".") && (last.isInitial || titles.has(last.key));
    if (at === 0 || !isDigit(plain[at - 1])) {
      const isShouted = stem.length > 1 && word.slice(0, stem.length).split("").every((unit) => !isLetter(unit) || isCapital(unit));
      tokens.push({
        start: at,
        end,
        key,
        stem,
        length: word.length,
        starts: !last || (!isAfterInitial && /[.!?:\n"]/.test(gap)),
        line: !last || gap.includes("\n"),
        hasCapital: isCapital(word[0]) || (word.length > 4 && word[2] === "-" && isCapital(word[3])),
        isShouted,
        isInitial: word.length === 1 && isCapital(word[0]),
        isPossessive: key.length > stem.length,
        isBrand: !isShouted && word.split("").some((unit, place) => place > 2 && isLetter(word[place - 1]) && isCapital(unit)) && !key.startsWith("mac") && !key.startsWith("fitz"),
      });
    }

    at = end;
  }

  return tokens;
}
