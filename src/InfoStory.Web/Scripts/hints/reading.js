import { Folded } from "./folded.js";
import { isWord } from "./plain.js";

const GAP = 3;

function withDigits(text) {
  const made = text.split("");
  const turn = ([from, to]) => {
    for (let at = from; at < to; at++) made[at] = made[at] === "o" ? "0" : /[il]/.test(made[at]) ? "1" : made[at];
  };
  const isZeros = ([from, to]) => /^o+$/.test(text.slice(from, to));
  let [letters, last, isNumber] = [[], 0, false];
  const close = () => {
    if (isNumber) for (const word of letters) { if (!isZeros(word)) break; turn(word); }
    [letters, isNumber] = [[], false];
  };

  for (let at = 0; at < text.length; ) {
    if (!isWord(text[at])) {
      at++;
      continue;
    }

    let end = at + 1;
    while (end < text.length && isWord(text[end])) end++;
    const word = text.slice(at, end);
    if (at - last > GAP || !/^[0-9oil]+$/.test(word)) close();
    if (/^[0-9oil]*[0-9][0-9oil]*$/.test(word)) {
      if (isNumber || (letters.length > 0 && isZeros(letters[0]))) letters.forEach(turn);
      turn([at, end]);
      [letters, isNumber] = [[], true];
    } else if (/^[oil]+$/.test(word) && (isNumber || letters.length > 0 || /^o+$/.test(word))) letters.push([at, end]);

    [at, last] = [end, end];
  }

  close();
  return made.join("");
}

/** One text in the ways that patterns read it; the same as Reading.cs. */
export class Reading {
  constructor(typed) {
    this.folded = new Folded(typed);
    this.typed = this.folded.text;
    this.bare = this.folded.bare;
    this.lines = this.bare.replace(/\n/g, " ");
    this.digits = withDigits(this.lines);
  }

  typewritten(hint) {
    return { ...hint, ...this.folded.typewritten(hint.start, hint.end) };
  }
}
