/** The text of an article as copies are looked for in it: its words in order, without what it quotes. */
import { lastStartingAt } from '../document.ts';
import { mix } from '../model/hash.ts';
import type { Output } from '../output.ts';
import { stemsIn } from './words.ts';

/** Words in a run that is compared; the length that measurements of text reuse in news agree on (METER, ACL 2002). */
export const RUN = 6;

export interface BodyText {
  /** One number a run of `RUN` words, in the order of the text; runs do not cross what is quoted. */
  readonly runs: readonly number[];
  /** The start of the sentence in which each run starts, UTF-16. */
  readonly starts: readonly number[];
  /** Starts of the sentences of the body. */
  readonly sentences: readonly number[];
  /** In how many sentences of the body each stem stands, by hash. */
  readonly frequency: ReadonlyMap<number, number>;
  /** The first words of the article, for datelines. */
  readonly opening: string;
}

const QUOTED = /“[^”]*(?:”|$)|"[^"]*(?:"|$)/gu;
/** Code units of the opening. */
const OPENING_LENGTH = 200;

/** @param output of an article; what stands in its headings is no part of the body */
export function bodyOf({ sentences: all, claims }: Output): BodyText {
  const sentences = all.filter(({ kind }) => kind === 'body');
  const quoted = claims.flatMap(({ quotation, content }) => (quotation === 'direct' ? content : []));
  quoted.sort((a, b) => a.start - b.start);
  const frequency = new Map<number, number>();
  const runs: number[] = [];
  const starts: number[] = [];
  let window: { hash: number; start: number }[] = [];
  for (const { start, text } of sentences) {
    const stems = stemsIn(text);
    for (const hash of new Set(stems.map((stem) => stem.hash))) {
      frequency.set(hash, (frequency.get(hash) ?? 0) + 1);
    }
    for (const [offset, piece] of outside(text, start, quoted)) {
      if (piece === null) {
        window = [];
        continue;
      }
      for (const { hash } of piece.length === text.length ? stems : stemsIn(piece)) {
        window.push({ hash, start: offset });
        if (window.length > RUN) window.shift();
        if (window.length < RUN) continue;
        runs.push(window.reduce((sum, word) => mix(sum, word.hash), RUN));
        starts.push(window[0]!.start);
      }
    }
  }
  const opening = all.map(({ text }) => text).join(' ');
  return {
    runs,
    starts,
    sentences: sentences.map(({ start }) => start),
    frequency,
    opening: opening.slice(0, OPENING_LENGTH),
  };
}

/** @returns the index of the sentence that holds this offset, headings not counted; -1 before the first */
export function sentenceAt(starts: ArrayLike<number>, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** What of a sentence is not quoted, piece by piece with the sentence's offset; null where something quoted stood. */
function* outside(
  text: string,
  start: number,
  quoted: readonly { readonly start: number; readonly end: number }[],
): Generator<readonly [offset: number, piece: string | null]> {
  const end = start + text.length;
  const cuts = [...text.matchAll(QUOTED)].map(({ 0: found, index }) => [index, index + found.length] as const);
  for (let at = Math.max(0, lastStartingAt(quoted, start)); at < quoted.length && quoted[at]!.start < end; at += 1) {
    if (quoted[at]!.end > start)
      cuts.push([Math.max(0, quoted[at]!.start - start), Math.min(text.length, quoted[at]!.end - start)]);
  }
  cuts.sort((a, b) => a[0] - b[0]);
  let from = 0;
  for (const [left, right] of cuts) {
    if (left > from) yield [start, text.slice(from, left)];
    if (right > from) yield [start, null];
    from = Math.max(from, right);
  }
  if (from < text.length) yield [start, text.slice(from)];
}
