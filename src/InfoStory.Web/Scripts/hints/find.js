import { plain as plainOf } from "./plain.js";
import { Pattern } from "./pattern.js";
import { Reading } from "./reading.js";
import { findNames } from "./names.js";
import rules from "../../../InfoStory/Protection/Hints/patterns.json";

export { Folded } from "./folded.js";
export { LEAVE, offersFor, replacement } from "./instead.js";
export { ascii } from "./plain.js";
export { nearOf, placesOf, replaced } from "./redacting.js";

const patterns = rules.patterns.map((pattern) => new Pattern(pattern, rules.fragments));
const identifying = new Set(["phone", "email", "nhs", "ni", "postcode"]);
const all = (reading, isIdentifying) => patterns.filter(({ text }) => identifying.has(text.kind) === isIdentifying).flatMap((pattern) => [...pattern.find(reading)]);

/** What two patterns see is one as far as either goes. */
function identifiers(reading) {
  const kept = [];
  for (const hint of all(reading, true).sort((one, other) => one.start - other.start || other.end - one.end)) {
    const last = kept[kept.length - 1];
    if (last && hint.start < last.end) last.end = Math.max(last.end, hint.end);
    else kept.push(hint);
  }

  return kept;
}

export { wordsOfNames } from "./names.js";

/** What in a text could show who somebody is, in the order of places; the same as IdentityHints.cs. Words of names are pointed at wherever they stand. */
export function findHints(text, names = []) {
  const reading = new Reading(text);
  const taken = new Array(reading.typed.length).fill(false);
  const hints = [];
  const take = (found) => {
    for (const hint of found) {
      if (taken.slice(hint.start, hint.end).includes(true)) continue;

      taken.fill(true, hint.start, hint.end);
      hints.push(hint);
    }
  };

  take(identifiers(reading));
  take(all(reading, false));
  take(findNames(reading.typed, plainOf(reading.typed), taken, names));
  return hints.sort((one, other) => one.start - other.start).map((hint) => reading.typewritten(hint));
}
