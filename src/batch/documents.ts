/** From inputs to documents, in one order on every machine: what is to be done for each, and the id that is its own. */
import type { Article } from '../document.ts';
import { type Format, formatOf } from '../read/format.ts';
import { type Input, type ReadOptions, readArticles } from '../read/index.ts';
import { Unique } from './names.ts';

/** One article to be: a file still to be read, or what a larger input gave. */
export interface Document {
  /** For people: the file as named, or the file and the line. */
  readonly place: string;
  /** No other document of the run has it. */
  readonly id: string;
  /** The id that it had before another document was found to have it. */
  readonly renamed: string | null;
  /** True where it is one of those that an input may hold many of. */
  readonly record: boolean;
  readonly content:
    | { readonly file: Input }
    | { readonly article: Article }
    | { readonly skipped: string }
    | { readonly failed: string; readonly empty: boolean };
}

/** A file of such a format is one article, so that it can be read by whoever works on it. */
const SINGLE: ReadonlySet<Format | null> = new Set<Format | null>(['txt', 'md', null]);

/** True where the file is read only by whoever works on it: its format holds one article. */
function isSingle({ path, source }: Input, { from }: ReadOptions): boolean {
  return path !== '-' && SINGLE.has(from ?? formatOf(source.slice(source.lastIndexOf('/') + 1)));
}

/**
 * @param inputs in order; large ones are read as they are asked for
 */
export async function* listDocuments(inputs: readonly Input[], options: ReadOptions): AsyncGenerator<Document> {
  const ids = new Unique();
  const named = (wanted: string) => {
    const id = ids.take(wanted);
    return { id, renamed: id === wanted ? null : wanted };
  };
  for (const input of inputs) {
    if (isSingle(input, options)) {
      yield { place: input.source, ...named(input.id), record: false, content: { file: input } };
      continue;
    }
    for await (const reading of readArticles(input, options)) {
      const { place } = reading;
      if ('failure' in reading) {
        const { message, empty } = reading.failure;
        yield { place, id: place, renamed: null, record: true, content: { failed: message, empty } };
      } else if ('skipped' in reading) {
        const { id, reason } = reading.skipped;
        yield { place, id, renamed: null, record: true, content: { skipped: reason } };
      } else {
        const { article, record } = reading;
        yield { place, ...named(article.id), record, content: { article } };
      }
    }
  }
}
