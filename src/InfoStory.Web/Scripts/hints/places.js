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
    if (!capitals[at] || nouns.has(tokens[at].key) || (tokens[at].starts && this.isPlain(at) && !this.text.isAnyTitle(at))) return at;

    // Sarah and Hope Hospital are two.
    const isPerson = words.isGiven(tokens[at]) || this.text.isAnyTitle(at);
    let [next, end] = [at + 1, at];
    for (; next < tokens.length && next - at < most && this.goesOn(next) && !(this.isJoining(next) && (next === end || isPerson)); next++) {
      if (capitals[next] && nouns.has(tokens[next].key)) end = next + 1;
    }

    return end > at && this.isNamed(at, end) && !this.isPerson(at, end) ? end : at;
  }

  hint(at, end) {
    const { tokens } = this;
    const from = at > 0 && tokens[at - 1].key === "the" && this.text.touches(at) ? at - 1 : at;
    return { start: tokens[from].start, end: tokens[end - 1].end, kind: "place" };
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
    return tokens.slice(at, end - 1).some((token, place) => this.capitals[at + place] && !this.isPlain(at + place) && (words.mayBeName(token) || !cues.institutions.has(token.stem)) && !cues.kinds.has(token.stem));
  }

  /** Sarah Lane, where nothing says that one can be in it. */
  isPerson(at, end) {
    const { tokens } = this;
    const before = at > 0 && this.text.touches(at) ? tokens[at - 1].key : "";
    return words.isGiven(tokens[at]) && words.mayBeFamily(tokens[end - 1]) && !cues.where.has(before) && !cues.at.has(before);
  }
}
