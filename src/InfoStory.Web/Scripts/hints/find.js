import { plain as plainOf } from "./plain.js";
import { Pattern } from "./pattern.js";
import { Reading } from "./reading.js";
import { findNames } from "./names.js";
import { filling } from "./words.js";
import rules from "../../../InfoStory/Protection/Hints/patterns.json";

export { Folded } from "./folded.js";
export { LEAVE, offersFor, replacement } from "./instead.js";
export { ascii } from "./plain.js";
export { nearOf, placesOf, replaced } from "./redacting.js";

const patterns = rules.patterns.map((pattern) => new Pattern(pattern, rules.fragments));
const identifying = new Set(["phone", "email", "nhs", "ni", "postcode"]);

function* all(reading, isIdentifying) {
  const found = [];
  for (const pattern of patterns) {
    if (identifying.has(pattern.text.kind) !== isIdentifying) continue;

    found.push(...pattern.find(reading));
    yield;
  }

  return found;
}

/** What two patterns see is one as far as either goes. */
function identifiers(found) {
  const kept = [];
  for (const hint of found.sort((one, other) => one.start - other.start || other.end - one.end)) {
    const last = kept[kept.length - 1];
    if (last && hint.start < last.end) last.end = Math.max(last.end, hint.end);
    else kept.push(hint);
  }

  return kept;
}

export { wordsOfNames } from "./names.js";

/** What in a text could show who somebody is, found piece by piece. */
function* looking(text, names) {
  const reading = new Reading(text);
  const taken = new Array(reading.typed.length).fill(false);
  const hints = [];
  const take = (hint) => {
    if (taken.slice(hint.start, hint.end).includes(true)) return;

    taken.fill(true, hint.start, hint.end);
    hints.push(hint);
  };

  identifiers(yield* all(reading, true)).forEach(take);
  (yield* all(reading, false)).forEach(take);
  yield* filling;
  for (const hint of findNames(reading.typed, plainOf(reading.typed), taken, names)) {
    take(hint);
    yield;
  }

  return hints.sort((one, other) => one.start - other.start).map((hint) => reading.typewritten(hint));
}

/** The same as IdentityHints.cs, in the order of places. Words of names are pointed at wherever they stand. */
export function findHints(text, names = []) {
  const found = looking(text, names);
  for (;;) {
    const { done, value } = found.next();
    if (done) return value;
  }
}

const SLICE = 8, SOON = 200;
const idle = () => new Promise((then) => { globalThis.requestIdleCallback ? requestIdleCallback(then, { timeout: SOON }) : setTimeout(then); });

/** The same a little at a time, so that a slow device goes on taking what is typed; null where it is not wanted any more. */
export async function findHintsInPieces(text, names, isWanted) {
  const found = looking(text, names);
  for (;;) {
    await idle();
    if (!isWanted()) return null;
    for (const until = performance.now() + SLICE; performance.now() < until; ) {
      const { done, value } = found.next();
      if (done) return value;
    }
  }
}
