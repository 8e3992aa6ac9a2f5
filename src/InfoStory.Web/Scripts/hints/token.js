import { isCapital, isDigit, isLetter, lower } from "./plain.js";

const isMark = (unit) => unit >= "\u0300" && unit <= "\u036f";
const composed = (key) => (/[^\0-\x7f]/.test(key) ? key.normalize("NFC") : key);

/** A full stop that shortens a word, with what blank space follows. */
export const isStop = (gap) => gap.length < 4 && /^\. *$/.test(gap);

/** The words of a text; the same as Token.cs. */
export function tokensOf(typed, plain, cues) {
  const tokens = [];
  for (let at = 0; at < plain.length; ) {
    if (!isLetter(plain[at])) {
      at++;
      continue;
    }

    const end = wordEnd(typed, plain, at, cues);
    // A digit before a word belongs to it: 3rd, B12.
    if (at === 0 || !isDigit(plain[at - 1])) tokens.push(token(typed, plain, at, end, tokens[tokens.length - 1], cues));
    at = end;
  }

  return tokens;
}

const MOST = 8;

function wordEnd(typed, plain, at, cues) {
  let end = at + 1;
  while (end < plain.length && (isLetter(plain[end]) || (end + 1 < plain.length && isLetter(plain[end + 1]) && isJoint(typed, plain, end, cues)))) end++;
  return end;
}

/** A hyphen joins two words where a long dash parts them, and so does what only goes on: Mr Hampton-who was late. */
function isJoint(typed, plain, at, cues) {
  if (plain[at] !== "-") return plain[at] === "'";
  if (typed[at] === "\u2014" || typed[at] === "\u2015") return false;
  if (isCapital(typed[at + 1])) return true;

  let end = at + 1;
  while (end < plain.length && end - at < MOST && isLetter(plain[end])) end++;
  const next = plain.slice(at + 1, end);
  return ![cues.linking, cues.states, cues.deeds].some((words) => words.has(next));
}

function token(typed, plain, at, end, last, cues) {
  const word = typed.slice(at, end);
  const key = composed(plain.slice(at, end).replace(/[^a-z]/g, lower));
  const isPossessive = key.endsWith("'s");
  const stem = isPossessive ? key.slice(0, -2) : key;
  const gap = plain.slice(last ? last.end : 0, at);
  // I saw Mr H. He lied.
  const isAfterStop = last && isStop(gap) && (last.isInitial || cues.stopped.has(last.key)) && !cues.linking.has(key);
  const units = word.slice(0, isPossessive ? word.length - 2 : word.length).split("");
  const isCalled = last && (cues.titles.has(last.key) || cues.offices.has(last.key) || (last.isInitial && !last.hasCapital));
  const hasCapital = isCapital(word[0]) || (word.length > 4 && ((key[1] === "'" && isCapital(word[2])) || (key[2] === "-" && isCapital(word[3]))));
  const isShouted = stem.length > 1 && units.every((unit) => !isLetter(unit) || isMark(unit) || isCapital(unit));
  return {
    start: at,
    end,
    key,
    stem,
    starts: !last || (!isAfterStop && /[.!?:\n"]/.test(gap)),
    line: !last || gap.includes("\n"),
    hasCapital,
    isShouted,
    // A letter by itself; a small one only after a title, with a full stop: dr a. b. wells.
    isInitial: stem.length === 1 && (hasCapital || (isCalled && (gap === " " || isAfterStop) && plain[end] === ".")),
    isPossessive,
    isBrand: !isShouted && word.split("").some((unit, place) => place > 2 && isLetter(word[place - 1]) && isCapital(unit)) && !key.startsWith("mac") && !key.startsWith("fitz"),
  };
}
