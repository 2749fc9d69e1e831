/** Words of an article for a terminal. */

/** On one line, without what a terminal would obey: an article must not move the cursor or turn the text round. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]+/gu, ' ');
}
