import { plain as plainOf } from "./plain.js";
import { Pattern } from "./pattern.js";
import { findNames } from "./names.js";
import rules from "../../../InfoStory/Protection/Hints/patterns.json";

const patterns = rules.patterns.map((pattern) => new Pattern(pattern, rules.fragments));

export { wordsOfNames } from "./names.js";

/** What in a text could show who somebody is, in the order of places; the same as IdentityHints.cs. Words of names are pointed at wherever they stand. */
export function findHints(text, names = []) {
  const plain = plainOf(text);
  const taken = new Array(text.length).fill(false);
  const hints = [];
  const take = (found) => {
    for (const hint of found) {
      if (taken.slice(hint.start, hint.end).includes(true)) continue;

      taken.fill(true, hint.start, hint.end);
      hints.push(hint);
    }
  };

  for (const pattern of patterns) take(pattern.find(text, plain));
  take(findNames(text, plain, taken, names));
  return hints.sort((one, other) => one.start - other.start);
}
