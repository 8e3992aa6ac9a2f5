import { Folded } from "./folded.js";
import { isName } from "./names.js";
import { lower } from "./plain.js";

const MOST = 6;
const SHORTEST_PART = 3;
const SHORTEST_TYPO = 4;
const GAP = 3;
const SPELT = 12;

const isPart = (letter) => letter !== undefined && /[\p{L}\p{Nd}]/u.test(letter);
const isLetter = (letter) => letter !== undefined && /\p{L}/u.test(letter);
const isUpper = (letter) => /\p{Lu}/u.test(letter);

const begins = (text, at) => at === 0 || !(isPart(text[at - 1]) || (at > 1 && /['-]/.test(text[at - 1]) && isPart(text[at - 2])));

function endOf(text, start, sought, isCased) {
  let [at, shouts, same] = [start, true, true];
  for (const letter of sought.split("")) {
    if (at >= text.length) return -1;

    const [read, wanted] = [text[at], letter].map((one) => (one === "\n" ? " " : one));
    if (lower(read) !== lower(wanted)) return -1;
    shouts &&= !/\p{Ll}/u.test(read);
    same &&= read === wanted;
    at++;
  }

  if (isCased && !same && !(shouts && at - start > 1)) return -1;
  const goesOn = isPart(text[at]) || (text[at] === "-" && isPart(text[at + 1]));
  return isPart(sought[sought.length - 1]) && goesOn ? -1 : at;
}

function isSentence(text, at) {
  while (at > 0 && " \"'([".includes(text[at - 1])) at--;
  return at === 0 || /[.!?\n]/.test(text[at - 1]);
}

const soughtOf = (words) => new Folded(words.trim()).text.trim();

/** Every place where the words stand as whole words, and whether a sentence begins there; the same as Redact.cs. */
export function placesOf(typed, words) {
  const sought = soughtOf(words);
  const folded = new Folded(typed);
  const { text } = folded;
  const isCased = isUpper(sought) && !sought.split(/[ \n'-]/).some(isName);
  const places = [];
  for (let at = 0; sought && at < text.length; ) {
    const end = begins(text, at) || !isPart(sought[0]) ? endOf(text, at, sought, isCased) : -1;
    if (end < 0) at++;
    else {
      places.push({ ...folded.typewritten(at, end), starts: isSentence(text, at) });
      at = end;
    }
  }

  return places;
}

export function replaced(text, places, instead) {
  const first = instead.startsWith("[") ? 1 : 0;
  const capital = instead.slice(0, first) + instead.charAt(first).toUpperCase() + instead.slice(first + 1);
  let [made, from] = ["", 0];
  for (const { start, end, starts } of places) {
    made += text.slice(from, start) + (starts ? capital : instead);
    from = end;
  }

  return made + text.slice(from);
}

const squashed = (name) => name.split("").filter(isPart).join("");

function* wordsOf(written) {
  const { text, bare } = new Folded(written);
  for (let at = 0; at < text.length; ) {
    let end = at;
    while (isPart(text[end]) || (end > at && /['-]/.test(text[end] ?? "") && isLetter(text[end + 1]))) end++;
    if (end === at) {
      at++;
      continue;
    }

    const [typed, word] = [text.slice(at, end), bare.slice(at, end)];
    if (squashed(word) !== word) yield [squashed(word), typed[0], typed];
    let from = 0;
    for (const part of word.split(/['-]/)) {
      yield [part, typed[from], typed];
      from += part.length + 1;
    }

    at = end;
  }
}

function isTypo(one, other) {
  if (Math.abs(one.length - other.length) > 1) return false;

  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  let at = 0;
  while (at < shorter.length && shorter[at] === longer[at]) at++;
  if (shorter.length < longer.length) return shorter.slice(at) === longer.slice(at + 1);
  if (at === shorter.length || shorter.slice(at + 1) === longer.slice(at + 1)) return true;
  return shorter[at] === longer[at + 1] && shorter[at + 1] === longer[at] && shorter.slice(at + 2) === longer.slice(at + 2);
}

/** Whit field, J o a n. */
function* apart(written, parts) {
  const { text, bare } = new Folded(written);
  const pieces = [];
  for (let at = 0; at < bare.length; ) {
    let end = at;
    while (isPart(bare[end])) end++;
    if (end > at) pieces.push([at, end]);
    at = Math.max(end, at + 1);
  }

  for (let last = 1; last < pieces.length; last++) {
    let word = bare.slice(...pieces[last]);
    let isKnown = parts.includes(word);
    for (let first = last - 1; first >= 0 && last - first < SPELT && pieces[first + 1][0] - pieces[first][1] <= GAP; first--) {
      const piece = bare.slice(...pieces[first]);
      isKnown ||= parts.includes(piece);
      word = piece + word;
      if (!isKnown && word.length >= SHORTEST_TYPO && parts.includes(word)) yield text.slice(pieces[first][0], pieces[last][1]);
      if (piece.length > 1 || pieces[last][1] - pieces[last][0] > 1) break;
    }
  }
}

/** What is left and comes near the words; the same as NearForms.cs. */
export function nearOf(text, words, instead) {
  const sought = soughtOf(words);
  if (!sought) return [];

  const hasCapital = isUpper(sought);
  const parts = [...wordsOf(sought)].filter(([word, first]) => word.length >= SHORTEST_PART && (hasCapital ? isUpper(first) : isLetter(first))).map(([word]) => word);
  const whole = squashed(new Folded(sought).bare);
  if (whole.length >= SHORTEST_PART && !/[0-9]/.test(whole[0])) parts.push(whole);
  const not = new Set([...wordsOf(instead)].map(([word]) => word));
  const near = new Set();
  for (const [word, first, typed] of wordsOf(text)) {
    if (near.size === MOST) break;
    const mayBeTypo = isUpper(first) || /[0-9]/.test(word);
    if (!not.has(word) && parts.some((part) => word === part || word === `${part}s` || (part.length >= SHORTEST_TYPO && mayBeTypo && isTypo(part, word)))) near.add(typed);
  }

  for (const typed of apart(text, parts)) {
    if (near.size === MOST) break;
    near.add(typed);
  }

  return [...near];
}
