const MOST = 70;

/** Whether what stands here begins a sentence or a line. */
export const beginsSentence = (text, at) => /(^|[.!?]["”]?\s+|\n)$/.test(text.slice(0, at));

/** Where to begin replacing, so that no word stands twice: on 3 March, but last winter; at 4 Hill Road, but at home; the Hill Hospital, but a hospital. */
export function placeFor(text, { start, kind }, offer) {
  const lead = kind === "date" ? /\bon (?:the )?$/i : offer.startsWith("at ") ? /\bat $/i : /\b(?:an?|the) $/i;
  return start - (text.slice(0, start).match(lead)?.[0].length ?? 0);
}

export const withCapital = (words) => words[0].toUpperCase() + words.slice(1);

/** What stands before and after these places in their sentence, shortened at a word where it is long. */
export function sentenceWith(text, start, end) {
  const before = text.slice(0, start).split(/[.!?]["”]?\s+|\n/).pop();
  const after = text.slice(end).match(/^[^\n]*?(?:[.!?]["”]?(?=\s|$)|(?=\n)|$)/)[0];
  return [
    before.length > MOST ? `… ${before.slice(-MOST).replace(/^\S*\s/, "")}` : before,
    after.length > MOST ? `${after.slice(0, MOST).replace(/\s\S*$/, "")} …` : after,
  ];
}
