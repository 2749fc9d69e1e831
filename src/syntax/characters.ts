/** Kinds of characters, for the scanner of words. */
export const OTHER = 0;
export const SPACE = 1;
export const LOWER = 2;
export const UPPER = 3;
export const FIGURE = 4;
/** Combining marks, joiners and low surrogates: they belong to the character before. */
export const EXTEND = 5;

const KINDS = new Uint8Array(0x10000).fill(255);

/** The kind of a UTF-16 code unit; NaN (after the end of a text) is a space. */
export function kindOf(code: number): number {
  const known = KINDS[code];
  if (known === undefined) return SPACE;
  if (known !== 255) return known;
  const char = String.fromCharCode(code);
  let kind = OTHER;
  if (/\s/.test(char)) kind = SPACE;
  else if (/\p{Lu}|\p{Lt}/u.test(char)) kind = UPPER;
  else if (/\p{L}/u.test(char)) kind = LOWER;
  else if (/\p{N}/u.test(char)) kind = FIGURE;
  else if (/\p{M}|[\u00ad\u200b-\u200d\u2060\udc00-\udfff]/u.test(char)) kind = EXTEND;
  KINDS[code] = kind;
  return kind;
}

/** Letters and figures. */
export function isWordLike(code: number): boolean {
  const kind = kindOf(code);
  return kind >= LOWER && kind <= FIGURE;
}

/** @param code a UTF-16 code unit */
export function isLetter(code: number): boolean {
  const kind = kindOf(code);
  return kind === LOWER || kind === UPPER;
}
