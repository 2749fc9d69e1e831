/** The text of an article as copies are looked for in it: its words in order, without what it quotes. */
import { lastStartingAt, type Span } from '../document.ts';
import { mix } from '../model/hash.ts';
import type { Output } from '../output.ts';
import type { Vocabulary } from './words.ts';

/** Words in a run that is compared; the length that measurements of text reuse in news agree on (METER, ACL 2002). */
export const RUN = 6;

export interface BodyText {
  /** One number a run of `RUN` words, in the order of the text; runs do not cross what is quoted. */
  readonly runs: Int32Array;
  /** The start of the sentence in which each run starts, UTF-16. */
  readonly starts: Int32Array;
  /** Words outside quotations. */
  readonly words: number;
  /** Sentences of the body. */
  readonly sentences: readonly Span[];
  /** @returns the index of the sentence that holds this offset, headings not counted; -1 before the first */
  readonly sentenceAt: (offset: number) => number;
  /** The first words of the article, for datelines and credits. */
  readonly opening: string;
  /** The last sentences, for credits. */
  readonly closing: string;
}

const QUOTED = /“[^”]*(?:”|$)|"[^"]*(?:"|$)/gu;
/** Sentences at the end in which an agency may be credited, and code units of the opening. */
const CLOSING_SENTENCES = 3;
const OPENING = 200;

/** @returns the body, and in how many of its sentences each stem stands, by id */
export function bodyOf(
  { sentences: all, claims }: Output,
  vocabulary: Vocabulary,
): { readonly body: BodyText; readonly frequency: ReadonlyMap<number, number> } {
  const sentences = all.filter(({ kind }) => kind === 'body');
  const quoted = claims.flatMap(({ quotation, content }) => (quotation === 'direct' ? content : []));
  quoted.sort((a, b) => a.start - b.start);
  const frequency = new Map<number, number>();
  const runs: number[] = [];
  const starts: number[] = [];
  let words = 0;
  let window: { hash: number; start: number }[] = [];
  for (const { start, text } of sentences) {
    for (const id of new Set(vocabulary.read(text).map((stem) => stem.id))) {
      frequency.set(id, (frequency.get(id) ?? 0) + 1);
    }
    for (const [offset, piece] of outside(text, start, quoted)) {
      if (piece === null) {
        window = [];
        continue;
      }
      for (const { hash } of vocabulary.read(piece)) {
        words += 1;
        window.push({ hash, start: offset });
        if (window.length > RUN) window.shift();
        if (window.length < RUN) continue;
        runs.push(window.reduce((sum, word) => mix(sum, word.hash), RUN));
        starts.push(window[0]!.start);
      }
    }
  }
  const places = sentences.map(({ start, end }) => ({ start, end }));
  const body: BodyText = {
    runs: Int32Array.from(runs),
    starts: Int32Array.from(starts),
    words,
    sentences: places,
    sentenceAt: (offset) => lastStartingAt(places, offset),
    opening: all
      .map(({ text }) => text)
      .join(' ')
      .slice(0, OPENING),
    closing: all
      .slice(-CLOSING_SENTENCES)
      .map(({ text }) => text)
      .join(' '),
  };
  return { body, frequency };
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
