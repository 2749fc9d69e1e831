/**
 * Lists the documents of the inputs, in the same order on every machine, each with what is to be done and an id of its
 * own.
 */
import type { Article } from '../document.ts';
import type { Size } from '../read/error.ts';
import { type Format, formatOf } from '../read/format.ts';
import { type Input, listArticles, type ReadOptions } from '../read/index.ts';
import type { PendingArticle } from '../read/pending.ts';
import { inShard, pathOf, sameFile, Unique } from './names.ts';
import type { Shard } from './shard.ts';

/** The names of a document, and its place in the run. */
export interface Label {
  /** For people: the file as named, or the file and the line. No other document of the run has it. */
  readonly place: string;
  /** The input as named; `-` for standard input. */
  readonly input: string;
  /** Counts the documents of all inputs from 0. */
  readonly at: number;
  /** No other document of the run has it. */
  readonly id: string;
  /** The id that it had before another document was found to have it. */
  readonly renamed: string | null;
  /** The names of its files without their endings. No other document of the run has it. */
  readonly stem: string;
  /** True where it comes from a format that may hold many articles. */
  readonly record: boolean;
}

/** An article to be: a file that is still to be read, or a record of a larger input. */
export interface Document extends Label {
  /** The hash of its earlier content: where it is the same, the document need not be done again. */
  readonly known?: string | null;
  readonly content:
    | { readonly file: Input }
    | { readonly pending: PendingArticle }
    | { readonly article: Article }
    | { readonly skipped: string; readonly empty?: true; readonly language?: string }
    | { readonly failed: string; readonly empty: boolean; readonly size?: Size };
}

/** How much room it takes in memory, in characters or bytes; files take none until they are read. */
export function sizeOf({ content }: Document): number {
  return 'article' in content ? content.article.text.length : 'pending' in content ? content.pending.bytes.length : 0;
}

/** Formats in which a file is one article, so that a worker can read it. */
const SINGLE: ReadonlySet<Format | null> = new Set<Format | null>(['txt', 'md', 'html', null]);

/** True where the file is one article, and left to be read by the worker. */
function isSingle({ path, source }: Input, { from }: ReadOptions): boolean {
  return path !== '-' && SINGLE.has(from ?? formatOf(source.slice(source.lastIndexOf('/') + 1)));
}

/** How many documents there will be, or null where only reading can tell. */
export function countDocuments(inputs: readonly Input[], options: ReadOptions, shard: Shard | null): number | null {
  if (!inputs.every((input) => isSingle(input, options))) return null;
  return shard === null ? inputs.length : inputs.filter(({ id }) => inShard(id, shard)).length;
}

export interface Selection {
  /** Only the documents of this part; the others still count. Null for all. */
  readonly shard?: Shard | null;
  /** The place of the first document, where these inputs are not the first of a run. */
  readonly first?: number;
  /** The bytes of the one input, where they are in memory already. */
  readonly bytes?: Buffer;
}

/**
 * @param inputs in order; large ones are read as they are asked for
 */
export async function* listDocuments(
  inputs: readonly Input[],
  options: ReadOptions,
  { shard = null, first = 0, bytes }: Selection,
): AsyncGenerator<Document> {
  const ids = new Unique();
  const stems = new Unique(sameFile);
  let at = first - 1;
  const named = (wanted: string) => {
    const id = ids.take(wanted);
    return { at, id, renamed: id === wanted ? null : wanted, stem: stems.take(pathOf(id)) };
  };
  const isOurs = (id: string) => shard === null || inShard(id, shard);
  for (const input of inputs) {
    if (bytes === undefined && isSingle(input, options)) {
      at += 1;
      if (!isOurs(input.id)) continue;
      yield { place: input.source, input: input.source, ...named(input.id), record: false, content: { file: input } };
      continue;
    }
    for await (const reading of listArticles(input, options, bytes)) {
      at += 1;
      const { place } = reading;
      const unnamed = { place, input: input.source, at, renamed: null, stem: '', record: true };
      if ('failure' in reading) {
        const { message, empty, size } = reading.failure;
        const content = { failed: message, empty, ...(size === undefined ? {} : { size }) };
        if (isOurs(place)) yield { ...unnamed, id: place, content };
      } else if ('skipped' in reading) {
        const { id, reason, language } = reading.skipped;
        const why = language === null ? { empty: true as const } : { language };
        if (isOurs(id)) yield { ...unnamed, id, content: { skipped: reason, ...why } };
      } else {
        const { record } = reading;
        const content = 'pending' in reading ? { pending: reading.pending } : { article: reading.article };
        const { id } = 'pending' in reading ? reading.pending.named : reading.article;
        if (isOurs(id)) yield { place, input: input.source, ...named(id), record, content };
      }
    }
  }
}
