/** What an output format is: its files, and who makes them. */
import type { Article, Layers } from '../document.ts';
import type { Output } from '../output.ts';

/** One finished article: the contract's object and what it was made from. */
export interface Finished {
  readonly output: Output;
  readonly article: Article;
  readonly layers: Layers;
}

/** What one article adds to a file: complete lines, or nothing. */
export type Writer = (finished: Finished) => string;

/** Makes a joined file that is more than what its articles add, one after the other. Holds a bounded part of it. */
export interface Joiner {
  /** @returns what can be written now that an article added this */
  add(text: string): string | Uint8Array;
  /** @returns what ends the file */
  end(): string | Uint8Array;
}

/** One kind of file that a format writes. */
export interface FormatFile {
  /** A joined file for all articles has this name; the file of each article has this ending. */
  readonly extension: string;
  readonly joined: boolean;
  readonly load: () => Promise<Writer>;
  /** Without it a joined file is what its articles add. */
  readonly join?: () => Promise<Joiner>;
}

export interface Format {
  /** For the help: what it is, and for whom. */
  readonly what: string;
  /** Several where readers want several; such a format needs a folder. */
  readonly files: readonly [FormatFile, ...FormatFile[]];
  /** Not text: of no use on a terminal. */
  readonly binary?: true;
  /** What one article adds may follow what another did, so that several can go to standard output. */
  readonly stream?: true;
}
