import { plain as plainOf } from "./plain.js";
import { tokensOf } from "./token.js";
import cueTexts from "../../../InfoStory/Protection/Hints/cues.json";
import givenText from "../../../InfoStory/Protection/Hints/given.txt";
import familyText from "../../../InfoStory/Protection/Hints/family.txt";
import bothText from "../../../InfoStory/Protection/Hints/names-that-are-words.txt";
import commonText from "../../../InfoStory/Protection/Hints/common.txt";
import knownText from "../../../InfoStory/Protection/Hints/known.txt";

const lines = (text) => text.split("\n").map((line) => line.trim()).filter((line) => line);
const [given, family, both, common] = [new Set(), new Set(), new Set(), new Set()];
export const cues = Object.fromEntries(Object.entries(cueTexts).map(([name, words]) => [name, new Set(words.split(" "))]));

const endings = [...cues.endings];

const known = new Map();
const abbreviations = new Set();
function know(line) {
  const tokens = tokensOf(line, plainOf(line), cues);
  if (tokens.length === 1 && tokens[0].isShouted) abbreviations.add(tokens[0].key);
  else known.set(tokens[0].key, [...(known.get(tokens[0].key) ?? []), tokens.map((token) => token.key)]);
}

const PIECE = 200;

function* fill(text, add) {
  let count = 0;
  for (const line of lines(text)) {
    add(line);
    if (++count % PIECE === 0) yield;
  }
}

function* fillAll() {
  for (const [set, text] of [[given, givenText], [family, familyText], [both, bothText], [common, commonText]]) yield* fill(text, (line) => set.add(line));
  yield* fill(knownText, know);
  for (const phrases of known.values()) phrases.sort((one, other) => other.length - one.length);
}

/** Fills the lists in pieces, once: whoever comes second goes on where the first one is. */
export const filling = fillAll();

const partsOf = (token) => (token.stem.includes("-") ? [token.stem, ...token.stem.split("-")] : [token.stem]);
const endsLikeAWord = (word) => word.length > 5 && endings.some((ending) => word.endsWith(ending));
const basesOf = (word) => ["s", "es", "ed", "d"].filter((ending) => word.length - ending.length > 2 && word.endsWith(ending)).map((ending) => word.slice(0, -ending.length));
const only = (names) => (token) => partsOf(token).some((part) => names.has(part) && !both.has(part));

const isOnlyFamily = only(family);
// O'Shaughnessy, McGillivray: no list holds them all.
const hasClan = /^(?:o'|mc|fitz)[a-z]{4}/;

/** The same as NameWords.cs. */
export const words = {
  isGiven: only(given),
  isFamily: (token) => isOnlyFamily(token) || (hasClan.test(token.stem) && !common.has(token.stem)),
  mayBeGiven: (token) => given.has(token.stem) || (token.stem.includes("-") && token.stem.split("-").every((part) => given.has(part))),
  mayBeFamily: (token) => words.isFamily(token) || partsOf(token).some((part) => family.has(part)),
  mayBeName: (token) => words.mayBeGiven(token) || words.mayBeFamily(token),
  isName: (token) => words.isGiven(token) || words.isFamily(token),
  isCommon: (token) => common.has(token.key) || common.has(token.stem) || (!words.mayBeName(token) && (endsLikeAWord(token.stem) || basesOf(token.stem).some((base) => common.has(base)))),
  /** Crohn's, Addison's: the 's is part of what is known. */
  isOwned: (token) => token.isPossessive && known.has(token.key),
  isAbbreviation: (token) => token.isShouted && abbreviations.has(token.stem),
  known(tokens, at) {
    if (words.isAbbreviation(tokens[at])) return 1;

    for (const first of [tokens[at].key, tokens[at].stem]) {
      for (const phrase of known.get(first) ?? []) {
        if (phrase.every((word, next) => tokens[at + next] && (tokens[at + next].key === word || tokens[at + next].stem === word))) return phrase.length;
      }
    }

    return 0;
  },
};
