/** Words that are written as one and read as two: where the second begins. */

/** Fused forms without an apostrophe that the treebanks split, with the length of their first part. */
const FUSED: ReadonlyMap<string, number> = new Map([
  ...['didnt', 'doesnt', 'isnt', 'wasnt', 'couldnt', 'wouldnt', 'shouldnt', 'dont', 'arent', 'werent', 'havent'].map(
    (word) => [word, word.length - 2] as const,
  ),
  ...(['alot', 'im', 'ive'] as const).map((word) => [word, 1] as const),
  ...(['cant', 'hasnt', 'wont'] as const).map((word) => [word, word.length - 2] as const),
  ...(['cannot', 'gonna', 'gotta', 'lotta', 'outta', 'wanna', 'youre'] as const).map((word) => [word, 3] as const),
  ...(['kinda', 'thats', 'whats'] as const).map((word) => [word, 4] as const),
]);
/** Words after which "its" is a slip for "it's". */
const ITS_FOR_IT_IS = /\s(?:a|an|the|not|been|just|so|very|really|going|all|also)\s/iy;

/** The bit that differs between a small letter and its capital in ASCII. */
const CASE = 0x20;
/** What the fused forms, "its" among them, begin with: most words are passed over at the cost of a look at one letter. */
const FIRST_LETTERS = new Set(['its', ...FUSED.keys()].map((word) => word.charCodeAt(0)));

const ENDINGS = new Set(['s', 're', 've', 'll', 'd', 'm']);

/** The length of the first part of the word where it is two that are written as one, or 0. */
export function fusedLength(text: string, start: number, end: number): number {
  if (!FIRST_LETTERS.has(text.charCodeAt(start) | CASE)) return 0;
  const lower = text.slice(start, end).toLowerCase();
  if (lower !== 'its') return FUSED.get(lower) ?? 0;
  ITS_FOR_IT_IS.lastIndex = end;
  return ITS_FOR_IT_IS.test(text) ? 2 : 0;
}

/** True where the letters from `start` to `end`, which follow an apostrophe, are a clitic such as the `s` of `'s`. */
export function isClitic(text: string, start: number, end: number): boolean {
  return end - start <= 2 && ENDINGS.has(text.slice(start, end).toLowerCase());
}
