import { cues, words } from "./words.js";

const MOST = 4;

/** Given names that are also words, known by what is told of them; the same as ToldNames.cs. */
export class ToldNames {
  constructor(text) {
    this.text = text;
    Object.assign(this, { plain: text.plain, tokens: text.tokens, capitals: text.capitals });
  }

  /** Jade, 23, moved. Summer is six. Joy has been my carer. Dawn at the surgery said no. Blessing, Chidi and Ngozi. */
  isTold(at, end) {
    const token = this.tokens[at];
    const isOther = words.isCommon(token) || words.known(this.tokens, at) > 0 || token.isShouted;
    if ((!words.mayBeGiven(token) && isOther) || cues.dates.has(token.stem)) return false;
    return this.isAged(end) || this.isSomebody(end) || this.isOfKin(end) || this.isAfterName(at) || this.isBesideName(end) || this.isFrom(end);
  }

  isAged(end) {
    const rest = this.plain.slice(this.tokens[end - 1].end, this.tokens[end - 1].end + 5);
    return /^(?:, ?| ?\()[0-9]{1,2}(?![0-9:/.])/.test(rest) || (end < this.tokens.length && this.tokens[end].key === "aged");
  }

  /** Faith's dad. Preston, my youngest. Bola (my manager). */
  isOfKin(end) {
    const { tokens } = this;
    if (tokens[end - 1].isPossessive) return cues.near.has(this.text.after(end));
    return end < tokens.length && cues.owners.has(tokens[end].key) && [", ", " ("].includes(this.text.gap(end)) && cues.near.has(this.text.after(end + 1));
  }

  /** Agnes and Clare. */
  isAfterName(at) {
    const { tokens, capitals } = this;
    return at > 1 && this.text.before(at) === "and" && this.text.touches(at - 1) && capitals[at - 2] && words.isGiven(tokens[at - 2]) && words.known(tokens, at - 2) === 0;
  }

  /** Is six, has been my carer, was 84, was born. */
  isSomebody(end) {
    const { tokens } = this;
    if (!cues.being.has(this.text.after(end))) return false;

    let next = end + 1;
    while (next < tokens.length && next - end < MOST && this.text.touches(next) && cues.meanwhile.has(tokens[next].key)) next++;
    if (/^ [0-9]/.test(this.plain.slice(tokens[next - 1].end, tokens[next - 1].end + 2))) return true;
    return cues.owners.has(this.text.after(next)) || cues.undergone.has(this.text.after(next)) || cues.ages.has(this.text.after(next).split("-")[0]);
  }

  isBesideName(end) {
    const { tokens, capitals } = this;
    if (end >= tokens.length) return false;

    const next = this.text.after(end) === "and" ? end + 1 : this.text.gap(end) === ", " ? end : tokens.length;
    return next < tokens.length && capitals[next] && !tokens[next].starts && words.isGiven(tokens[next]) && words.known(tokens, next) === 0;
  }

  /** Dawn at the surgery said no. Trev from Stores. */
  isFrom(end) {
    const { tokens } = this;
    if (this.text.after(end) === "from" && end + 1 < this.tokens.length && this.text.touches(end + 1) && this.capitals[end + 1]) return true;
    if (!["at", "from"].includes(this.text.after(end)) || !["the", "my", "our"].includes(this.text.after(end + 1))) return false;

    for (let next = end + 3; next < end + 3 + MOST && this.text.after(next) !== ""; next++) if (cues.deeds.has(tokens[next].key)) return true;
    return false;
  }
}
