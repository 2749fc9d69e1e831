/** What one mistake is before it is drawn. */
import type { Span } from '../../../src/document.ts';
import type { Pair } from '../convert.ts';

/** A span to be underlined, and what to write beside it. */
export type Note = Span & { readonly note: string };

export interface Found {
  /** The class of mistake. */
  readonly kind: string;
  readonly spans: readonly Note[];
}

export const notes = (pairs: readonly Pair[], note: string): Note[] =>
  pairs.map(([start, end]) => ({ start, end, note }));
