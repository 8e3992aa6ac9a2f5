import { isStop, tokensOf } from "./token.js";
import { cues, filling, words } from "./words.js";

// O' Brien.
const clan = new Set(["' ", " '", " ' "]);
const isBlank = (gap) => gap.length > 0 && gap.length < 5 && /^ +$/.test(gap);

/** The words of one text and what stands beside each; the same as NameText.cs. */
export class NameText {
  constructor(typed, plain) {
    while (!filling.next().done);
    this.typed = typed;
    this.plain = plain;
    this.tokens = tokensOf(typed, plain, cues);
    this.capitals = [];
    this.small = [];
    for (let at = 0, end = 0; at < this.tokens.length; at = end) {
      end = at + 1;
      while (end < this.tokens.length && !this.tokens[end].starts) end++;
      const sentence = this.tokens.slice(at, end);
      const isShouting = end - at > 3 && sentence.filter((token) => token.isShouted).length * 10 >= (end - at) * 6;
      for (const token of sentence) this.capitals.push(!isShouting && token.hasCapital);
      const isSmall = !this.capitals[at] || !this.capitals[0];
      for (const _ of sentence) this.small.push(isSmall);
    }
  }

  isAnyTitle(at) {
    return at < this.tokens.length && (cues.titles.has(this.tokens[at].key) || cues.offices.has(this.tokens[at].key));
  }

  /** What only people do, after this name. */
  acts(end) {
    return this.tokens[end - 1].isPossessive || cues.deeds.has(this.after(end)) || cues.states.has(this.after(end));
  }

  before(at) {
    return at > 0 && this.touches(at) ? this.tokens[at - 1].key : "";
  }

  after(end) {
    return end < this.tokens.length && this.touches(end) ? this.tokens[end].stem : "";
  }

  gap(at) {
    return this.plain.slice(this.tokens[at - 1].end, this.tokens[at].start);
  }

  touches(at) {
    if (at === 0) return false;

    const last = this.tokens[at - 1];
    const gap = this.plain.slice(last.end, this.tokens[at].start);
    return isBlank(gap) || (last.isInitial && clan.has(gap)) || ((last.isInitial || cues.stopped.has(last.key)) && isStop(gap));
  }

  /** After a title a name may stand on the next line. */
  follows(at) {
    return this.touches(at) || (at > 0 && cues.titles.has(this.tokens[at - 1].key) && /^(?:\.? ?\n| [0-9]{1,6} )$/.test(this.plain.slice(this.tokens[at - 1].end, this.tokens[at].start)));
  }

  /** Ndlovu - Smith, with a hyphen; a dash parts two. */
  joins(at) {
    return this.touches(at) || (this.capitals[at] && words.mayBeFamily(this.tokens[at]) && /^ [-\u2010\u2011] $/.test(this.typed.slice(this.tokens[at - 1].end, this.tokens[at].start)));
  }
}
