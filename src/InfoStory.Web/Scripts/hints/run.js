import { cues, words } from "./words.js";

// Longer names are read in parts, so that time stays proportional to the text.
const MOST = 12;

/** No past or short form that nobody listed: tutted, didnt. */
export const isLikeAName = ({ key }) => key.length > 2 && !key.endsWith("nt") && !key.endsWith("ed");

/** How far a name goes on; the same as NameRun.cs. */
export class NameRun {
  constructor(text) {
    this.text = text;
    Object.assign(this, { tokens: text.tokens, capitals: text.capitals });
  }

  /** The word after van der, de la or al; the same word where there is none. */
  afterParticles(at) {
    let next = at;
    while (next < this.tokens.length - 1 && next - at < 3 && this.isJoint(next) && (next === 0 || this.text.follows(next)) && this.text.touches(next + 1)) next++;
    return next;
  }

  isJoint(at) {
    const key = this.tokens[at].key;
    return cues.particles.has(key) || (cues.inner.has(key) && (key !== "an" || (at > 0 && cues.clan.has(this.tokens[at - 1].key))));
  }

  /** van der Merwe, de Souza: one to three particles, then a word with a capital. */
  isParticle(at) {
    const { tokens, capitals } = this;
    if (capitals[at] || !cues.particles.has(tokens[at].key)) return false;

    const next = this.afterParticles(at);
    return next > at && capitals[next] && !words.isCommon(tokens[next]) && words.known(tokens, next) === 0;
  }

  /** As far as words with capitals, initials and particles go on as a name. */
  end(at, isSure) {
    const most = Math.min(this.tokens.length, at + MOST);
    while (at < most && !this.tokens[at - 1].isPossessive) {
      const next = this.text.joins(at) ? this.runsOn(at, isSure) : this.afterNick(at, isSure);
      if (next === at) break;
      at = next;
    }

    return at;
  }

  /** Angela (Ange) Whitworth, Johnny "Boy" McDonagh. */
  afterNick(at, isSure) {
    const [{ tokens, capitals }, next] = [this, at + 1];
    if (!isSure || next >= tokens.length || !capitals[at] || !capitals[next] || !capitals[at - 1]) return at;

    const gaps = this.text.gap(at) + this.text.gap(next);
    return gaps === " () " || gaps === " '' " || gaps === ' "" ' ? (words.mayBeFamily(tokens[next]) || !words.isCommon(tokens[next]) ? next + 1 : at) : at;
  }

  runsOn(at, isSure) {
    const { tokens, capitals } = this;
    if (capitals[at] && this.goesOn(at, isSure)) return at + 1;

    const name = isSure ? this.afterParticles(at) : at;
    if (name > at && capitals[name] && !tokens[name].starts && !(words.isCommon(tokens[name]) && !words.mayBeName(tokens[name]))) return name + 1;
    if (name > at && !capitals[at - 1] && !capitals[name] && this.isSmallSurname(name, isSure)) return name + 1;
    if (this.isParticle(at)) return this.afterParticles(at) + 1;
    return !capitals[at] && !capitals[at - 1] && this.isSmallSurname(at, isSure) ? at + 1 : at;
  }

  goesOn(at, isSure) {
    const { tokens } = this;
    const [last, token] = [tokens[at - 1], tokens[at]];
    if (token.starts || token.key === "i" || (cues.linking.has(token.key) && !token.isInitial)) return false;
    if (isSure && cues.suffixes.has(token.key)) return true;
    if (token.isInitial || cues.particles.has(last.key) || cues.inner.has(last.key)) return true;
    if (isSure && cues.inner.has(token.key)) return this.text.touches(at + 1) && this.capitals[at + 1];

    const known = words.known(tokens, at);
    if (words.mayBeName(token)) return known < 2 || words.isName(token);
    if (cues.institutions.has(token.stem) || (token.isShouted && !last.isShouted)) return false;
    if (known === 0 && words.isCommon(token)) return isSure && this.isWordOfName(at);
    return known === 0 || (isSure && known === 1 && !words.isAbbreviation(token) && !cues.dates.has(token.stem));
  }

  /** A word with a capital of its own that is in no list: it names somebody. */
  isOnlyName(at) {
    const token = this.tokens[at];
    return !token.starts && !token.isShouted && !words.isCommon(token) && words.known(this.tokens, at) === 0;
  }

  /** Nigel Reading: an ordinary word with a capital of its own, right after a given name. */
  isWordOfName(at) {
    const { tokens, capitals } = this;
    const { key } = tokens[at];
    const isSmall = [cues.linking, cues.never, cues.states, cues.deeds, cues.where, cues.dates].some((words) => words.has(key));
    const isName = words.isGiven(tokens[at - 1]) || this.isOnlyName(at - 1) || (words.mayBeGiven(tokens[at - 1]) && !words.isCommon(tokens[at - 1]) && words.known(tokens, at - 1) === 0);
    return isName && !isSmall && !(this.text.after(at + 1) && capitals[at + 1] && !tokens[at + 1].isInitial);
  }

  isSmallSurname(at, isSure) {
    const [last, token] = [this.tokens[at - 1], this.tokens[at]];
    if (token.starts || cues.states.has(token.key) || cues.deeds.has(token.key)) return false;
    if (token.isInitial) return true;
    if (last.isInitial) return words.mayBeName(token) || !words.isCommon(token);
    if (words.isCommon(token)) return isSure && words.mayBeFamily(token) && cues.deeds.has(this.text.after(at + 1));
    return words.mayBeFamily(token) || (isSure && isLikeAName(token) && words.known(this.tokens, at) < 2);
  }

  /** The Hendersons were split up. All the Kaczmareks. */
  isHousehold(at) {
    const { key, stem } = this.tokens[at];
    return stem.length > 4 && stem.endsWith("s") && !stem.endsWith("ss") && !words.isCommon(this.tokens[at]) && (words.isFamily({ key, stem: stem.slice(0, -1) }) || cues.many.has(this.text.after(at + 1)) || this.text.after(at + 1).endsWith("ed"));
  }

  isThing(at, end) {
    const { tokens } = this;
    const [before, after, count] = [this.text.before(at), this.text.after(end), end - at];
    const isGiven = words.isGiven(tokens[at]);
    const goesOn = after.length > 0 && this.capitals[end];
    if (before === "st" || before === "saint") return true;
    if (goesOn && cues.institutions.has(after)) return true;
    if (count > 1 && cues.institutions.has(tokens[end - 1].stem) && (!isGiven || cues.where.has(before) || cues.at.has(before))) return true;
    if (count === 1 && before === "the" && !isGiven && !cues.kin.has(after) && !this.isHousehold(at)) return true;
    return count === 1 && goesOn && words.mayBeName(tokens[at]) && !words.isName(tokens[at]);
  }
}
