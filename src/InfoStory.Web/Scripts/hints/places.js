import advice from "../../../InfoStory/Protection/Hints/advice.json";
import { cues, words } from "./words.js";

const nouns = new Set(Object.keys(advice.place.by));
const most = 8;

/** Finds hospitals, schools and streets by name; the same as NamedPlaces.cs. */
export class NamedPlaces {
  constructor(text) {
    this.text = text;
    Object.assign(this, { plain: text.plain, tokens: text.tokens, capitals: text.capitals });
  }

  /** The end of the place that begins with this word; the word itself where none does. */
  end(at) {
    const { tokens, capitals } = this;
    const isPlace = capitals[at] ? !this.isNoun(at) && (!tokens[at].starts || !this.isPlain(at) || this.text.isAnyTitle(at)) : this.isSmallName(at);
    if (!isPlace) return at;

    // Sarah and Hope Hospital are two.
    const isPerson = words.isGiven(tokens[at]) || this.text.isAnyTitle(at);
    let [next, end] = [at + 1, at];
    for (; next < tokens.length && next - at < most && this.goesOn(next) && !(this.isJoining(next) && (next === end || isPerson)); next++) {
      if (capitals[next] && this.isNoun(next)) end = next + 1;
    }

    const small = this.smallEnd(next);
    if (small > next && this.isSmallNamed(at, next, small)) return small;
    return end > at && this.isNamed(at, end) && !this.isPerson(at, end) ? end : this.workplaceEnd(at);
  }

  hint(at, end) {
    const { tokens } = this;
    const from = at > 0 && tokens[at - 1].key === "the" && this.text.touches(at) ? at - 1 : at;
    return { start: tokens[from].start, end: tokens[end - 1].end, kind: "place" };
  }

  /** Health Centre and Care Home, but no other home. */
  isNoun(at) {
    const { key } = this.tokens[at];
    return nouns.has(key) && ((key !== "home" && key !== "centre") || (at > 0 && cues.leading.has(this.tokens[at - 1].stem)));
  }

  /** The end of "hospital" or "care home" that begins here in small letters; the place itself where none does. */
  smallEnd(at) {
    const { tokens, text } = this;
    let next = at;
    while (next < tokens.length - 1 && next - at < 2 && text.touches(next) && cues.qualities.has(tokens[next].stem)) next++;
    return next < tokens.length && text.touches(next) && !this.capitals[next] && cues.nouns.has(tokens[next].key) && this.isNoun(next) ? next + 1 : at;
  }

  /** Treliske hospital, but no Catholic school, no ICU ward, and not: I told Sarah school was out. */
  isSmallNamed(at, next, end) {
    const [token, before] = [this.tokens[at], this.text.before(at)];
    if (cues.any.has(before) || cues.near.has(before) || this.text.isAnyTitle(at) || (token.starts && words.isCommon(token))) return false;
    if (next - at === 1 && token.isPossessive && words.mayBeName(token)) return false;
    if (words.isGiven(token) && !cues.where.has(before)) return false;
    if (!this.capitals[at] && !words.isName(token) && this.tokens[end - 1].key !== "home") return false;
    return words.known(this.tokens, at) < end - at && this.tokens.slice(at, next).some((name, place) => this.names(at + place) && !name.isShouted);
  }

  /** In a text of small letters, after a word of place: in rosewood care home. */
  isSmallName(at) {
    const token = this.tokens[at];
    if (!this.text.small[at] || !cues.where.has(this.text.before(at)) || cues.qualities.has(token.stem)) return false;
    return words.isName(token) || (!words.isCommon(token) && words.known(this.tokens, at) === 0);
  }

  /** I work nights at Sunnyside. */
  workplaceEnd(at) {
    const { tokens, capitals, text } = this;
    const token = tokens[at];
    if (!capitals[at] || token.starts || text.before(at) !== "at" || !cues.working.has(text.before(at - 1))) return at;
    if (!this.names(at) || words.isCommon(token) || words.isGiven(token) || token.isPossessive || token.isShouted) return at;
    if (words.known(tokens, at) > 0 && !cues.dwellings.has(token.stem)) return at;

    let end = at + 1;
    while (end < tokens.length && end - at < most && text.touches(end) && capitals[end]) end++;
    return end;
  }

  goesOn(at) {
    const { tokens, capitals, plain } = this;
    if (tokens[at].starts && !(tokens[at - 1].key === "st" && this.text.touches(at))) return false;
    if (!this.text.touches(at) && plain.slice(tokens[at - 1].end, tokens[at].start) !== "' ") return false;
    return capitals[at] || (this.isJoining(at) && at + 1 < tokens.length && capitals[at + 1]);
  }

  isJoining(at) {
    return !this.capitals[at] && cues.between.has(this.tokens[at].key);
  }

  isPlain(at) {
    return words.isCommon(this.tokens[at]) && !words.mayBeName(this.tokens[at]);
  }

  /** The name of one, not a kind of them: Primary School, Children's Hospital, High Street. */
  isNamed(at, end) {
    const [tokens, last] = [this.tokens, this.tokens[end - 1].key];
    if (words.known(tokens, at) >= end - at) return false;
    if (cues.streets.has(last)) return true;
    return tokens.slice(at, end - 1).some((_, place) => this.capitals[at + place] && this.names(at + place));
  }

  /** Whether this word of a place is its name. */
  names(at) {
    const token = this.tokens[at];
    if (this.isPlain(at) || cues.kinds.has(token.stem) || cues.dates.has(token.stem) || words.isAbbreviation(token)) return false;
    return words.mayBeName(token) || !cues.institutions.has(token.stem);
  }

  /** Sarah Lane, where nothing says that one can be in it. */
  isPerson(at, end) {
    const { tokens } = this;
    const before = at > 0 && this.text.touches(at) ? tokens[at - 1].key : "";
    return words.isGiven(tokens[at]) && words.mayBeFamily(tokens[end - 1]) && !cues.where.has(before) && !cues.at.has(before);
  }
}
