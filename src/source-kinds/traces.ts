/**
 * A look at three letters of a text before it is put into small letters and looked up among many names: nearly all texts that
 * are asked about are none of them.
 */

/** The names, some 1,400, fill fewer than one place in twenty. */
const SIZE = 1 << 15;
const [SPACE, APOSTROPHE, RIGHT_QUOTE, SMALL_S] = [0x20, 0x27, 0x2019, 0x73] as const;
const ARTICLE = 'the';

/** The traces of the names, which are in small letters, some with their article ("the hill"): 1 at that of each. */
export function tracesOf(names: Iterable<string>): Uint8Array {
  const traces = new Uint8Array(SIZE);
  for (const name of names) traces[traceOf(name, pastArticle(name))] = 1;
  return traces;
}

/**
 * Whether a text can be one of the names: as it is written, with "the" before it or a possessive behind it.
 *
 * @returns false only where it is none; true where letters beyond ASCII or odd white space stand at its ends
 */
export function mayStandIn(traces: Uint8Array, text: string): boolean {
  const from = pastArticle(text);
  const first = text.charCodeAt(from);
  const ending = text.charCodeAt(text.length - 1);
  if (!(first > SPACE && first < 0x80 && ending > SPACE && ending < 0x80) || ending === APOSTROPHE) return true;
  if (small(ending) === SMALL_S) {
    const before = text.charCodeAt(text.length - 2);
    if (before === APOSTROPHE || before === RIGHT_QUOTE) return true;
  }
  return traces[traceOf(text, from)] === 1;
}

/** Where a text begins behind an article and the spaces after it, or at the odd white space after it. */
function pastArticle(text: string): number {
  for (let at = 0; at < ARTICLE.length; at += 1) if (small(text.charCodeAt(at)) !== ARTICLE.charCodeAt(at)) return 0;
  let from = ARTICLE.length;
  if (text.charCodeAt(from) > SPACE && text.charCodeAt(from) < 0x80) return 0;
  while (text.charCodeAt(from) === SPACE) from += 1;
  return from;
}

/** A number of the first letter, the last, and how long it is, in UTF-16 code units. */
function traceOf(text: string, from: number): number {
  const ends = small(text.charCodeAt(from)) * 31 + small(text.charCodeAt(text.length - 1));
  return (ends * 37 + text.length - from) & (SIZE - 1);
}

/** The small letter of a capital one from A to Z; anything else as it is. */
function small(code: number): number {
  return code >= 0x41 && code <= 0x5a ? code | SPACE : code;
}
