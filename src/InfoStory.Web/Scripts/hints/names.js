import { plain as plainOf } from "./plain.js";
import { tokensOf } from "./token.js";
import cueTexts from "../../../InfoStory/Protection/Hints/cues.json";
import givenText from "../../../InfoStory/Protection/Hints/given.txt";
import familyText from "../../../InfoStory/Protection/Hints/family.txt";
import bothText from "../../../InfoStory/Protection/Hints/names-that-are-words.txt";
import commonText from "../../../InfoStory/Protection/Hints/common.txt";
import knownText from "../../../InfoStory/Protection/Hints/known.txt";

const lines = (text) => text.split("\n").map((line) => line.trim()).filter((line) => line);
const [given, family, both, common] = [givenText, familyText, bothText, commonText].map((text) => new Set(lines(text)));
const cues = Object.fromEntries(Object.entries(cueTexts).map(([name, words]) => [name, new Set(words.split(" "))]));

const endings = [...cues.endings];

const known = new Map();
const abbreviations = new Set();
for (const line of lines(knownText)) {
  const tokens = tokensOf(line, plainOf(line), new Set());
  if (tokens.length === 1 && tokens[0].isShouted) abbreviations.add(tokens[0].key);
  else known.set(tokens[0].key, [...(known.get(tokens[0].key) ?? []), tokens.map((token) => token.key)]);
}

for (const phrases of known.values()) phrases.sort((one, other) => other.length - one.length);

const partsOf = (token) => (token.stem.includes("-") ? [token.stem, ...token.stem.split("-")] : [token.stem]);
const endsLikeAWord = (word) => word.length > 5 && endings.some((ending) => word.endsWith(ending));
const basesOf = (word) => ["s", "es", "ed", "d"].filter((ending) => word.length - ending.length > 2 && word.endsWith(ending)).map((ending) => word.slice(0, -ending.length));
const only = (names) => (token) => partsOf(token).some((part) => names.has(part) && !both.has(part));

/** The same as NameWords.cs. */
const words = {
  isGiven: only(given),
  isFamily: only(family),
  mayBeGiven: (token) => given.has(token.stem),
  mayBeFamily: (token) => partsOf(token).some((part) => family.has(part)),
  mayBeName: (token) => words.mayBeGiven(token) || words.mayBeFamily(token),
  isName: (token) => words.isGiven(token) || words.isFamily(token),
  isCommon: (token) => common.has(token.key) || common.has(token.stem) || (!words.mayBeName(token) && (endsLikeAWord(token.stem) || basesOf(token.stem).some((base) => common.has(base)))),
  known(tokens, at) {
    if (tokens[at].isShouted && abbreviations.has(tokens[at].stem)) return 1;

    for (const first of [tokens[at].key, tokens[at].stem]) {
      for (const phrase of known.get(first) ?? []) {
        if (phrase.every((word, next) => tokens[at + next] && (tokens[at + next].key === word || tokens[at + next].stem === word))) return phrase.length;
      }
    }

    return 0;
  },
};

/** Finds personal names; the same as NameFinder.cs, method for method. */
class NameFinder {
  constructor(typed, plain) {
    this.plain = plain;
    this.tokens = tokensOf(typed, plain, cues.titles);
    this.capitals = [];
    for (let at = 0, end = 0; at < this.tokens.length; at = end) {
      end = at + 1;
      while (end < this.tokens.length && !this.tokens[end].starts) end++;
      const sentence = this.tokens.slice(at, end);
      const isShouting = end - at > 3 && sentence.filter((token) => token.isShouted).length * 10 >= (end - at) * 6;
      this.capitals.push(...sentence.map((token) => !isShouting && token.hasCapital));
    }
  }

  *find(taken) {
    const { tokens, capitals } = this;
    for (let at = 0; at < tokens.length; ) {
      const end = taken[tokens[at].start] ? at : this.end(at);
      if (end === at) {
        at += capitals[at] ? Math.max(1, words.known(tokens, at)) : 1;
        continue;
      }

      const last = tokens[end - 1];
      yield { start: tokens[at].start, end: last.isPossessive ? last.end - 2 : last.end, kind: "name" };
      at = end;
    }
  }

  end(at) {
    const { tokens, capitals } = this;
    if (cues.titles.has(tokens[at].key)) return this.isTitled(at) ? this.run(at + 2) : at;
    if (this.isParticle(at)) return this.run(at + 1);
    if (!capitals[at]) return this.isSmallName(at) ? this.run(at + 1) : at;
    if (!this.canBeName(at)) return at;

    const end = this.run(at + 1);
    return !this.isThing(at, end) && this.isPerson(at, end) ? end : at;
  }

  isTitled(at) {
    const { tokens, capitals } = this;
    const next = at + 1;
    if (next >= tokens.length || !this.touches(next)) return false;
    if (tokens[next].isInitial) return tokens[next].key !== "i";

    const maybe = words.mayBeName(tokens[next]);
    if (!capitals[next]) return words.isName(tokens[next]) || (maybe && !words.isCommon(tokens[next]));
    return maybe || (!words.isCommon(tokens[next]) && words.known(tokens, next) === 0 && (!tokens[next].isShouted || tokens[at].isShouted));
  }

  isParticle(at) {
    const { tokens, capitals } = this;
    let next = at;
    while (next < tokens.length && next - at < 3 && !capitals[next] && cues.particles.has(tokens[next].key) && (next === at || this.touches(next))) next++;
    return next > at && next < tokens.length && this.touches(next) && capitals[next] && !words.isCommon(tokens[next]) && words.known(tokens, next) === 0;
  }

  run(at) {
    const { tokens, capitals } = this;
    while (at < tokens.length && this.touches(at) && !tokens[at - 1].isPossessive && (capitals[at] ? this.goesOn(at) : this.isParticle(at) || (!capitals[at - 1] && this.isSmallSurname(at)))) at++;
    return at;
  }

  goesOn(at) {
    const [last, token] = [this.tokens[at - 1], this.tokens[at]];
    if (token.starts || token.key === "i") return false;
    if (words.mayBeName(token) || token.isInitial || cues.particles.has(last.key)) return true;
    return !words.isCommon(token) && words.known(this.tokens, at) === 0 && !cues.institutions.has(token.stem) && (!token.isShouted || last.isShouted);
  }

  isSmallSurname(at) {
    return words.mayBeFamily(this.tokens[at]) && !words.isCommon(this.tokens[at]);
  }

  isSmallName(at) {
    const { tokens, capitals } = this;
    const token = tokens[at];
    const before = at > 0 ? tokens[at - 1].key : "";
    if (words.isCommon(token) || token.key.length < 3 || words.known(tokens, at) > 0) return false;
    if (before === "called" || before === "named") return true;

    let first = at;
    while (first > 0 && !tokens[first].starts) first--;
    return words.isGiven(token) && (!capitals[first] || !capitals[0] || cues.callings.has(before));
  }

  canBeName(at) {
    const token = this.tokens[at];
    const isName = words.isName(token);
    if (token.isInitial) return this.isInitialOfName(at);
    if (words.isCommon(token) && !words.mayBeName(token)) return false;

    const known = words.known(this.tokens, at);
    return known < 2 && !(token.isBrand && !isName) && !(token.isShouted && (known > 0 || !isName));
  }

  isInitialOfName(at) {
    const [token, next] = [this.tokens[at], this.tokens[at + 1]];
    return Boolean(next) && this.touches(at + 1) && this.capitals[at + 1] && !next.isInitial && !((token.key === "i" || token.key === "a") && token.starts)
      && (words.mayBeFamily(next) || (this.plain[token.end] === "." && !words.isCommon(next)));
  }

  isThing(at, end) {
    const { tokens } = this;
    const [before, after, count] = [this.before(at), this.after(end), end - at];
    const isGiven = words.isGiven(tokens[at]);
    const goesOn = after.length > 0 && this.capitals[end];
    if (before === "st" || before === "saint") return true;
    if (goesOn && cues.institutions.has(after) && !(isGiven && count > 1)) return true;
    if (count > 1 && cues.institutions.has(tokens[end - 1].stem) && !isGiven) return true;
    if (count === 1 && before === "the" && !isGiven && !cues.kin.has(after)) return true;
    return count === 1 && goesOn && words.mayBeName(tokens[at]) && !words.isName(tokens[at]);
  }

  isPerson(at, end) {
    const { tokens } = this;
    const [token, after, isCommon] = [tokens[at], this.after(end), words.isCommon(tokens[at])];
    if (end - at > 1 && this.hasSurname(at, end)) return !token.starts || !isCommon || words.mayBeFamily(tokens[at + 1]);

    const isShown = cues.callings.has(this.before(at)) || this.isBetweenCommas(at, end) || this.isSignature(at, end);
    const acts = cues.deeds.has(after) || token.isPossessive || (cues.states.has(after) && !isCommon);
    const isPlaced = cues.where.has(this.before(at));
    if (words.known(tokens, at) > 0) return isShown || (words.mayBeName(token) && (acts || (words.isGiven(token) && !isPlaced)));
    if (words.isName(token)) return !token.starts || !isCommon || isShown || acts;
    if (!words.mayBeName(token)) return !token.starts || isShown || acts;
    if (token.starts && isCommon) return cues.deeds.has(after) && words.mayBeGiven(token) && !cues.never.has(token.stem);
    return isShown || acts || (!token.starts && !isPlaced);
  }

  hasSurname(at, end) {
    const { tokens } = this;
    if (words.isGiven(tokens[at]) || tokens[at].isInitial) return true;

    const rest = tokens.slice(at + 1, end);
    return rest.some(words.isName) || (words.mayBeGiven(tokens[at]) && rest.some((token) => words.mayBeFamily(token) || !words.isCommon(token)));
  }

  isBetweenCommas(at, end) {
    const { tokens, plain } = this;
    return at > 0 && plain[tokens[at - 1].end] === "," && plain[tokens[end - 1].end] === "," && words.mayBeGiven(tokens[at]);
  }

  isSignature(at, end) {
    const { tokens } = this;
    return (end === tokens.length || tokens[end].line) && (tokens[at].line || (at > 0 && cues.closings.has(tokens[at - 1].key)));
  }

  before(at) {
    return at > 0 && this.touches(at) ? this.tokens[at - 1].key : "";
  }

  after(end) {
    return end < this.tokens.length && this.touches(end) ? this.tokens[end].stem : "";
  }

  touches(at) {
    if (at === 0) return false;

    const last = this.tokens[at - 1];
    const gap = this.plain.slice(last.end, this.tokens[at].start);
    return gap === " " || ((last.isInitial || cues.titles.has(last.key)) && (gap === ". " || gap === "."));
  }
}

export const findNames = (typed, plain, taken) => new NameFinder(typed, plain).find(taken);

/** A given or family name and nothing else, with or without its capital. */
export const isName = (word) => tokensOf(word, plainOf(word), cues.titles).some(words.isName);
