/** The output formats by name; a writer is loaded when it is asked for. */
import type { Article, Layers } from '../document.ts';
import type { Output } from '../output.ts';

/** One finished article: the contract's object and what it was made from. */
export interface Finished {
  readonly output: Output;
  readonly article: Article;
  readonly layers: Layers;
}

/** Text in the format, complete lines. */
export type Writer = (finished: Finished) => string;

export interface Format {
  /** One file an article gets this ending; a joined file for all articles has this name. */
  readonly extension: string;
  readonly joined: boolean;
  readonly load: () => Promise<Writer>;
}

export const FORMATS = {
  json: { extension: '.json', joined: false, load: async () => (await import('./json.ts')).writeJson },
  ndjson: { extension: 'articles.ndjson', joined: true, load: async () => (await import('./ndjson.ts')).writeNdjson },
  claims: { extension: 'claims.ndjson', joined: true, load: async () => (await import('./claims.ts')).writeClaims },
  text: { extension: '.txt', joined: false, load: async () => (await import('./page.ts')).writePage },
  conllu: { extension: '.conllu', joined: false, load: async () => (await import('./conllu.ts')).writeConllu },
} as const satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof FORMATS;
