import advice from "../../InfoStory/Protection/Hints/advice.json";
import { blame, roles, rules } from "../../InfoStory/Protection/Flags/rules.json";

const methods = rules.filter(({ kind }) => kind === "SelfHarmMethod").map(({ name, looks, pattern }) => ({ name, looks, sought: new RegExp(pattern, "g") }));
const [blames, rolesOf] = [new RegExp(blame), new RegExp(roles)];
const looksOf = (name) => rules.find((rule) => rule.name === name).looks;

function* sentences(plain) {
  let start = 0;
  for (let at = 0; at < plain.length; at++) {
    if (!".!?\n".includes(plain[at]) || (plain[at] === "." && at + 1 < plain.length && !" \n".includes(plain[at + 1]))) continue;
    if (at > start) yield [start, at];
    start = at + 1;
  }

  if (start < plain.length) yield [start, plain.length];
}

const placeOf = (match, start, folded) => folded.typewritten(start + match.index, start + match.index + match[0].length);

/** Sentences with a word of blame and, near it, a name or a role. */
function* blaming(plain, folded, hints) {
  for (const [start, end] of sentences(plain)) {
    const sentence = plain.slice(start, end);
    const found = sentence.match(blames);
    if (!found) continue;

    const [whole, blamed] = [folded.typewritten(start, end), placeOf(found, start, folded)];
    const name = hints.find((hint) => hint.kind === "name" && hint.start >= whole.start && hint.end <= whole.end);
    const role = name ? null : sentence.match(rolesOf);
    const who = name ?? (role && placeOf(role, start, folded));
    const rule = name ? "blame.name" : "blame.role";
    if (who) yield { rule, looks: looksOf(rule), start: Math.min(who.start, blamed.start), end: Math.max(who.end, blamed.end) };
  }
}

/** The same words, however they are spaced and whatever letters they are written in; the same as Identifiers.cs. */
function normal(words, Folded) {
  const { bare } = new Folded(words);
  return bare.split("").filter((letter) => /[\p{L}\p{Nd}]/u.test(letter) || (bare.includes("@") && /[@.]/.test(letter))).join("").toUpperCase();
}

/** Neither by a rule that is off, nor dismissed with it. */
export const isOpen = ({ rule, start, end }, text, settled, { Folded }) => !settled.has(rule) && !settled.has(`${rule} ${normal(text.slice(start, end), Folded)}`);

/**
 * What the rules for public words see in a text, by the rules of the hints and those of flags that need nothing but the text; the same as
 * FlagFinder.cs, whose patterns it reads.
 */
export function findFlags(text, { Folded, ascii, findHints }) {
  const folded = new Folded(text);
  const plain = ascii(folded.bare);
  const hints = findHints(text);
  return [
    ...hints.filter(({ kind }) => kind !== "place").map(({ start, end, kind }) => {
      const rule = kind === "url" ? "link" : `identity.${kind}`;
      return { rule, looks: kind === "url" ? looksOf(rule) : advice[kind].looks, start, end };
    }),
    ...methods.flatMap(({ name, looks, sought }) => [...plain.matchAll(sought)].map((match) => ({ rule: name, looks, ...placeOf(match, 0, folded) }))),
    ...blaming(plain, folded, hints),
  ];
}
