/** The possessive at the end of a name. */

const [APOSTROPHE, RIGHT_QUOTE, SMALL_S] = [0x27, 0x2019, 0x73] as const;

/** Whether a text ends in an apostrophe, or in one with "s" behind it: asked before an expression, for nearly all names have none. */
export function endsAsOwner(text: string): boolean {
  const end = text.length - 1;
  const at = text.charCodeAt(end) === SMALL_S ? end - 1 : end;
  const code = text.charCodeAt(at);
  return code === APOSTROPHE || code === RIGHT_QUOTE;
}
