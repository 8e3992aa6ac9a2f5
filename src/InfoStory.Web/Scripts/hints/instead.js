import advice from "../../../InfoStory/Protection/Hints/advice.json";
import file from "../../../InfoStory/Protection/Hints/instead.json";

export const LEAVE = "leave it out";

const SPAN = 80;
const fill = (pattern) => pattern.replace(/<([a-z]+)>/g, (_, name) => fill(file.fragments[name]));
const made = (pattern) => (pattern === undefined ? null : new RegExp(fill(pattern), "i"));
const rules = file.rules.map((rule) => ({
  ...rule, kinds: rule.kinds.split(" "), offer: rule.offer === "" ? LEAVE : rule.offer,
  before: made(rule.before), seen: made(rule.seen), after: made(rule.after), lead: made(rule.lead), tail: made(rule.tail),
}));
const leads = Object.fromEntries(Object.entries(file.lead).map(([kind, pattern]) => [kind, made(pattern)]));
const isOwned = new RegExp(`${fill("\\b<owner>")} (?:(?:old|new|own|lovely|poor|usual|named) )?$`, "i");
// What stands for a person by itself, so that no "my" or "the" may go before it.
const isWhole = /^(?:an?|the|my|some|someone|something|two|last|at|born)\b/;

const around = (text, { start, end }) => ({ before: text.slice(Math.max(0, start - SPAN), start), seen: text.slice(start, end), after: text.slice(end, end + SPAN) });

function ruleFor(text, hint) {
  const { before, seen, after } = around(text, hint);
  return rules.find((rule) => rule.kinds.includes(hint.kind) && (!rule.titled || titled(seen) !== undefined)
    && (!rule.before || rule.before.test(before)) && (!rule.seen || rule.seen.test(seen)) && (!rule.after || rule.after.test(after)));
}

const titled = (seen) => advice.name.by[seen.match(/^[a-z]*/i)[0].toLowerCase()];

/** A hospital for a hospital, a doctor for Dr Khan; after "my mum" nothing at all. */
function first(text, hint) {
  const { before, seen } = around(text, hint);
  if (hint.kind === "place") return advice.place.by[seen.match(/[a-z]*$/i)[0].toLowerCase()];

  const rule = ruleFor(text, hint);
  if (!rule) return undefined;
  if (rule.titled) return isOwned.test(before) ? titled(seen).replace(/^an? /, "") : titled(seen);
  if (!rule.offer.includes("$1")) return rule.offer;

  const job = rule.before.exec(before)[1].toLowerCase();
  return `${/^[aeiou]/.test(job) ? "an" : "a"} ${job}`;
}

/** What one could say instead, what suits best first; the same as Instead.cs. */
export function offersFor(text, hint) {
  const best = first(text, hint);
  const { offers } = advice[hint.kind];
  return best === undefined ? offers : [best, ...offers.filter((offer) => offer !== best)];
}

/** Whether what stands here begins a sentence or a line. */
const beginsSentence = (text, at) => /(^|[.!?]["”]?\s+|\n)$/.test(text.slice(Math.max(0, at - SPAN), at));
const withCapital = (words) => words[0].toUpperCase() + words.slice(1);

/** The place to fill and the words for it, so that no word stands twice: on 3 March, but last winter; the Hill Hospital, but a hospital. What this place is not offered gives way to what suits it. */
export function replacement(text, hint, wanted) {
  const offers = offersFor(text, hint);
  const offer = offers.includes(wanted) ? wanted : offers[0];
  const { before, after } = around(text, hint);
  const rule = ruleFor(text, hint);
  const isOfRule = rule && offer === first(text, hint);
  const lead = (isOfRule && rule.lead) || (isWhole.test(offer) ? leads[hint.kind] ?? leads.other : null);
  const tail = isOfRule && rule.tail;
  const start = hint.start - (lead?.exec(before)?.[0].length ?? 0);
  const end = hint.end + (tail ? tail.exec(after)?.[0].length ?? 0 : 0);
  if (offer === LEAVE) return { start, end, words: "" };
  return { start, end, words: beginsSentence(text, start) ? withCapital(offer) : offer };
}
