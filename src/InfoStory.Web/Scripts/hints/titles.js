import { isLikeAName } from "./run.js";
import { cues, words } from "./words.js";

const MOST = 8;
const isBoth = (gap, { key }) => /^\.?(?:, | *[&/+] *)$/.test(gap) && gap.replace(".", "").length < 4 && (!gap.includes(",") || cues.calling.has(key));

/** Names that a title goes before; the same as TitledNames.cs. */
export class TitledNames {
  constructor(text, names) {
    this.text = text;
    this.names = names;
    Object.assign(this, { plain: text.plain, tokens: text.tokens, capitals: text.capitals });
  }

  /** I miss her. Miss Universal Credit by a day. */
  isVerb(at) {
    if (this.tokens[at].key !== "miss") return false;
    return this.capitals[at] ? this.tokens[at].starts && this.isThing(at + 1) && this.isThing(at + 2) : at > 0 && cues.missing.has(this.tokens[at - 1].key);
  }

  isThing(at) {
    return at < this.tokens.length && this.text.touches(at) && this.capitals[at] && words.isCommon(this.tokens[at]) && !words.mayBeName(this.tokens[at]);
  }

  /** Mr and Mrs Bell, Rev. Canon Alice Bell, Dr de Souza: the end of the name after one title or several; the title itself where none is. */
  end(at) {
    if (this.isVerb(at)) return at;

    let [last, next] = [at, at + 1];
    for (let other = this.nextTitle(next); other >= 0 && other - at < MOST; other = this.nextTitle(next)) [last, next] = [other, other + 1];

    const isSure = last > at + 1 || cues.titles.has(this.tokens[at].key) || cues.titles.has(this.tokens[last].key);
    const name = this.names.afterParticles(next);
    if (!(isSure && !cues.doubtful.has(this.tokens[at].key)) && name < at + words.known(this.tokens, at)) return at;
    if (this.isCalled(last, name, name > next)) {
      const end = this.names.end(name + 1, true);
      const isAlone = end === name + 1 && words.mayBeFamily(this.tokens[name]) && !this.capitals[end];
      if (isSure || isAlone || !this.names.isThing(at, end)) return end;
    }

    const isOwn = last > at && this.tokens[last - 1].key !== "or" && this.tokens[last].hasCapital && this.text.touches(last) && (isSure || this.tokens[at].key === this.tokens[last].key);
    return isOwn ? this.names.end(last + 1, true) : at;
  }

  /** A title that follows at once, or after "and"; -1 where none does. */
  nextTitle(at) {
    const { tokens, plain } = this;
    if (this.text.isAnyTitle(at) && (this.text.touches(at) || isBoth(plain.slice(tokens[at - 1].end, tokens[at].start), tokens[at]))) return at;

    const isJoined = this.text.isAnyTitle(at + 1) && (tokens[at].key === "and" || tokens[at].key === "or") && this.text.touches(at) && this.text.touches(at + 1) && (tokens[at + 1].hasCapital || cues.titles.has(tokens[at + 1].key));
    return isJoined ? at + 1 : -1;
  }

  /** Whether this word is the name that the title calls. */
  isCalled(title, at, hasParticle) {
    const { tokens, capitals } = this;
    if (at >= tokens.length || !this.text.follows(at)) return false;

    const [called, token] = [tokens[title], tokens[at]];
    const isTitle = cues.titles.has(called.key);
    if (token.isInitial) return token.key !== "i" || this.plain[token.end] === ".";
    if (capitals[at] && isTitle && !(cues.doubtful.has(called.key) && called.isShouted)) return !cues.joining.has(token.key) && (called.hasCapital || !words.isAbbreviation(token));
    if (cues.never.has(token.key) || cues.linking.has(token.key)) return false;

    const [maybe, isCommon, known] = [words.mayBeName(token), words.isCommon(token), words.known(tokens, at)];
    if (!capitals[at]) {
      const isLike = !isCommon && isLikeAName(token) && !cues.jobs.has(token.key);
      if (isTitle && !cues.doubtful.has(called.key)) return hasParticle || (!cues.states.has(token.key) && !cues.deeds.has(token.key) && (maybe || isLike || (cues.written.has(called.key) && !cues.where.has(token.key))));
      if (cues.deeds.has(token.key)) return false;
      if (words.isName(token) || (maybe && !isCommon)) return true;
      if (cues.states.has(token.key)) return false;
      if (words.mayBeGiven(token) && at + 1 < tokens.length && this.text.touches(at + 1) && words.isFamily(tokens[at + 1])) return true;
      if (isLike && known < 2 && (isTitle || hasParticle)) return true;
      return (isTitle && hasParticle) || ((maybe || (isLike && known < 2 && token.key.length > 3 && this.text.small[at])) && this.text.acts(at + 1));
    }

    if (maybe || hasParticle) return true;
    if (known > 1 || (token.isShouted && !called.isShouted) || words.isAbbreviation(token) || [cues.institutions, cues.jobs, cues.states, cues.deeds, cues.where].some((words) => words.has(token.stem))) return false;
    return (called.hasCapital && !cues.ordinary.has(called.key) && !(called.key === "ms" && called.isShouted)) || (!isCommon && (known === 0 || called.hasCapital));
  }
}
