/** The description of an output format: its files, and what writes them. */
import type { Article, Layers } from '../document.ts';
import type { Output } from '../output.ts';

/** One finished article: the contract's object and what it was made from. */
export interface Finished {
  readonly output: Output;
  readonly article: Article;
  readonly layers: Layers;
}

/** Writes what one article adds to a file: complete lines, or nothing. */
export type Writer = (finished: Finished) => string;

/** Makes a joined file that is not just what its articles add, one after the other. Holds a bounded part of it. */
export interface Joiner {
  /** @returns what can be written now that an article added this */
  add(text: string): string | Uint8Array;
  /** @returns what ends the file */
  end(): string | Uint8Array;
}

/** One kind of file that a format writes. */
export interface FormatFile {
  /** The name of a joined file, or the ending of the file of each article. */
  readonly extension: string;
  readonly joined: boolean;
  readonly load: () => Promise<Writer>;
  /** Without it a joined file is what its articles add. */
  readonly join?: () => Promise<Joiner>;
}

export interface Format {
  /** For the help: what it is, and for whom. */
  readonly what: string;
  /** The files of the format. One with several needs a folder. */
  readonly files: readonly [FormatFile, ...FormatFile[]];
  /** True where the content is no text, and so is not printed on a terminal. */
  readonly binary?: true;
  /** True where articles can follow each other in one stream, so that several can go to standard output. */
  readonly stream?: true;
}
