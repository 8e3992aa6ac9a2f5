import { plain as plainOf } from "./plain.js";
import { NameText } from "./text.js";
import { cues, words } from "./words.js";
import { NamedPlaces } from "./places.js";
import { NameRun } from "./run.js";
import { TitledNames } from "./titles.js";
import { ToldNames } from "./told.js";

const notNames = [cues.titles, cues.offices, cues.particles, cues.inner, cues.joining, cues.never];

/** Finds personal names; the same as NameFinder.cs, method for method. */
class NameFinder {
  constructor(typed, plain) {
    this.text = new NameText(typed, plain);
    this.places = new NamedPlaces(this.text);
    this.names = new NameRun(this.text);
    this.titles = new TitledNames(this.text, this.names);
    this.told = new ToldNames(this.text);
    Object.assign(this, { plain, tokens: this.text.tokens, capitals: this.text.capitals });
  }

  *find(taken, names) {
    const { tokens } = this;
    const [said, seen] = [new Set(names), new Array(tokens.length).fill(false)];
    for (let at = 0; at < tokens.length; ) {
      if (taken[tokens[at].start]) {
        at++;
        continue;
      }

      const place = cues.calling.has(tokens[at].key) ? at : this.places.end(at);
      const end = place > at ? place : this.end(at);
      if (place > at) yield this.places.hint(at, end);
      else if (end > at) yield this.hint(at, end);
      if (end > at) seen.fill(true, at, end);
      if (end - at > 1 && place === at) for (const word of this.wordsOf(at, end)) said.add(word);
      at = end > at ? end : this.next(at);
    }

    if (said.size === 0) return;
    for (let at = 0; at < tokens.length; at++) if (!seen[at] && !taken[tokens[at].start] && said.has(tokens[at].stem) && this.isMention(at)) yield this.hint(at, at + 1);
  }

  /** The words that name a person in a whole name, so that one of them alone is known again. */
  wordsOf(at, end) {
    return this.tokens.slice(at, end).filter((token) => token.stem.length > 2 && !notNames.some((words) => words.has(token.stem))).flatMap((token) => (token.stem.includes("-") ? [token.stem, ...token.stem.split("-")] : [token.stem]));
  }

  wordsBeside(at) {
    return this.capitals[at] && !cues.dates.has(this.tokens[at].stem) ? this.wordsOf(at, at + 1) : [];
  }

  /** Mr Hampton wrote. I told Hampton so. */
  isMention(at) {
    const token = this.tokens[at];
    const [before, after] = [this.text.before(at), this.text.after(at + 1)];
    if (after && this.capitals[at + 1]) return false;

    const [isCommon, known] = [words.isCommon(token), words.known(this.tokens, at)];
    if (!isCommon && known === 0) return true;
    if (!this.capitals[at] && isCommon) return false;
    if (token.starts) return token.isPossessive || cues.deeds.has(after);
    return known < 2 && !(before && this.capitals[at - 1]) && ![cues.where, cues.at, cues.beside, cues.things].some((words) => words.has(before));
  }

  /** Where to look on: after the words that are known, but not past a title among them. */
  next(at) {
    const end = this.capitals[at] ? at + Math.max(1, words.known(this.tokens, at)) : at + 1;
    for (let next = at + 1; next < end; next++) if (this.text.isAnyTitle(next)) return next;
    return end;
  }

  hint(at, end) {
    const last = this.tokens[end - 1];
    const from = cues.reverend.has(this.tokens[at].key) && this.text.before(at) === "the" ? at - 1 : at;
    return { start: this.tokens[from].start, end: last.isPossessive ? last.end - 2 : last.end, kind: "name" };
  }

  end(at) {
    const { tokens, capitals } = this;
    if (this.text.isAnyTitle(at)) {
      const titled = this.titles.end(at);
      if (titled > at || cues.titles.has(tokens[at].key)) return titled;
    }

    if (cues.nicks.has(tokens[at].key) && this.isNicked(at + 1)) return this.end(at + 1);
    if (this.names.isParticle(at) && !this.isAfterThing(at)) return this.names.end(this.names.afterParticles(at) + 1, true);
    if (!capitals[at]) return this.isSmallName(at) ? this.names.end(at + 1, true) : at;
    if (!this.canBeName(at)) return at;

    const isSure = tokens[at].isInitial || words.mayBeGiven(tokens[at]) || this.isShown(at) || this.names.isOnlyName(at);
    const end = this.names.end(at + 1, isSure);
    if (end - at === 1 && (!words.mayBeName(tokens[at]) || cues.institutions.has(tokens[at].stem)) && this.isAfterThing(at)) return at;
    return !this.names.isThing(at, end) && this.isPerson(at, end) ? end : at;
  }

  /** Big Dave. */
  isNicked(at) {
    return at < this.tokens.length && this.text.touches(at) && words.isGiven(this.tokens[at]) && this.end(at) > at;
  }

  /** Hastings Pier, St Vincent de Paul: what stood before was no name, so this is none by itself. */
  isAfterThing(at) {
    return this.text.before(at) !== "" && this.capitals[at - 1] && !words.isCommon(this.tokens[at - 1]) && !this.text.isAnyTitle(at - 1) && !cues.near.has(this.text.before(at));
  }

  /** A name without its capital: after "called", or in a sentence that begins without one. */
  isSmallName(at) {
    const token = this.tokens[at];
    const before = at > 0 ? this.tokens[at - 1].key : "";
    if (words.isCommon(token) || token.key.length < 3) return false;

    const known = words.known(this.tokens, at);
    if (known > 0) return known === 1 && this.isNear(at) && this.text.acts(this.names.end(at + 1, true));
    if (before === "called" || before === "named") return true;
    return words.isGiven(token) && (!token.stem.includes("-") || words.mayBeGiven(token)) && (this.text.small[at] || cues.callings.has(before));
  }

  /** My son Tyrone. */
  isNear(at) {
    return cues.near.has(this.text.before(at)) && cues.owners.has(this.text.before(at - 1));
  }

  /** I am Kingston. Her social worker Hampton. */
  isShown(at) {
    return cues.callings.has(this.text.before(at)) || (cues.near.has(this.text.before(at)) && !cues.dates.has(this.tokens[at].stem));
  }

  canBeName(at) {
    const token = this.tokens[at];
    const isName = words.isName(token);
    if (token.isInitial) return this.isInitialOfName(at);
    if (this.isPairOfInitials(at)) return true;
    if ((words.isCommon(token) || cues.institutions.has(token.stem)) && !words.mayBeName(token)) return false;

    const known = words.known(this.tokens, at);
    return known < 2 && !(token.isBrand && !isName) && !(token.isShouted && (known > 0 || !isName));
  }

  /** AJ Bell. */
  isPairOfInitials(at) {
    const [token, next] = [this.tokens[at], this.tokens[at + 1]];
    return token.isShouted && token.key.length === 2 && Boolean(next) && this.text.touches(at + 1) && this.capitals[at + 1] && !next.isShouted && words.mayBeFamily(next) && words.known(this.tokens, at) === 0;
  }

  isInitialOfName(at) {
    const { tokens, capitals, plain } = this;
    let next = at + 1;
    while (next < tokens.length && this.text.touches(next) && tokens[next].isInitial && next - at < 4) next++;
    if (next < tokens.length && this.text.touches(next)) next = this.names.afterParticles(next);
    const token = tokens[next];
    return Boolean(token) && this.text.touches(next) && capitals[next] && !token.isInitial && !((tokens[at].key === "i" || tokens[at].key === "a") && tokens[at].starts && plain[tokens[at].end] !== ".")
      && (words.mayBeFamily(token) || ((plain[tokens[at].end] === "." || next - at > 1) && !words.isCommon(token)));
  }

  isPerson(at, end) {
    const { tokens } = this;
    const [token, after, isCommon] = [tokens[at], this.text.after(end), words.isCommon(tokens[at])];
    if (end - at > 1 && this.hasSurname(at, end)) return !token.starts || !isCommon || token.isInitial || words.mayBeFamily(tokens[at + 1]);

    const isShown = this.isShown(at) || this.isBetweenCommas(at, end) || this.isSignature(at, end);
    const acts = cues.deeds.has(after) || (token.isPossessive && !words.isOwned(token)) || (cues.states.has(after) && !isCommon);
    const isPlaced = cues.where.has(this.text.before(at));
    if (words.known(tokens, at) > 0) return isShown || (!isPlaced && !cues.beside.has(this.text.before(at)) && words.mayBeName(token) && ((acts && after !== "and") || words.isGiven(token) || this.told.isTold(at, end)));
    if (words.isName(token)) return !token.starts || !isCommon || isShown || acts;
    if (!words.mayBeName(token)) return !token.starts || isShown || acts || this.told.isTold(at, end);
    if (token.starts && isCommon) return (cues.deeds.has(after) || this.told.isTold(at, end)) && words.mayBeGiven(token) && !cues.never.has(token.stem);
    // Our Trust, the Hope.
    const isOwned = isCommon && (cues.owners.has(this.text.before(at)) || cues.things.has(this.text.before(at)) || this.text.before(at) === "a");
    return isShown || acts || (!token.starts && !isPlaced && !isOwned) || this.told.isTold(at, end);
  }

  hasSurname(at, end) {
    const { tokens } = this;
    if (words.isGiven(tokens[at]) || tokens[at].isInitial) return true;

    const rest = tokens.slice(at + 1, end);
    if (tokens[at].starts && words.known(tokens, at) === 0 && !tokens.slice(at, end).some(words.isCommon)) return true;
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
}

export const findNames = (typed, plain, taken, names) => new NameFinder(typed, plain).find(taken, names);

/** The words of a name that is about to be replaced, and of what stands beside it with a capital: none of them may be left unseen. */
export function wordsOfNames(typed, names) {
  const finder = new NameFinder(typed, plainOf(typed));
  const { tokens } = finder;
  const found = [];
  for (let [at, from] = [0, 0]; at < names.length; at++) {
    while (from < tokens.length && tokens[from].end <= names[at].start) from++;
    let to = from;
    while (to < tokens.length && tokens[to].start < names[at].end) to++;
    found.push(...finder.wordsOf(from, to));
    if (from > 0 && finder.text.touches(from)) found.push(...finder.wordsBeside(from - 1));
    if (to < tokens.length && finder.text.touches(to)) found.push(...finder.wordsBeside(to));
    from = to;
  }

  return found;
}

/** A given or family name and nothing else, with or without its capital. */
export const isName = (word) => new NameText(word, plainOf(word)).tokens.some(words.isName);
