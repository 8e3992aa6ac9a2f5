const MOST = 70;

/** What stands before and after these places in their sentence, shortened at a word where it is long. */
export function sentenceWith(text, start, end) {
  const before = text.slice(0, start).split(/[.!?]["”]?\s+|\n/).pop();
  const after = text.slice(end).match(/^[^\n]*?(?:[.!?]["”]?(?=\s|$)|(?=\n)|$)/)[0];
  return [
    before.length > MOST ? `… ${before.slice(-MOST).replace(/^\S*\s/, "")}` : before,
    after.length > MOST ? `${after.slice(0, MOST).replace(/\s\S*$/, "")} …` : after,
  ];
}
