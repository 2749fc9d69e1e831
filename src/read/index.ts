/** From an input to its articles, one after the other; a large file of records is never held in memory. */
import type { Article, Published } from '../document.ts';
import { MAX_BYTES, openBytes, readBytes } from './bytes.ts';
import { dayInFileName } from './day.ts';
import { decode } from './decode.ts';
import { asReadError, ReadError } from './error.ts';
import { type Format, formatOf } from './format.ts';
import { splitLines } from './lines.ts';
import { markdownArticle } from './markdown.ts';
import { textArticle } from './text.ts';

/** A file, or standard input. */
export interface Input {
  /** Where to read it; `-` is standard input. */
  readonly path: string;
  /** The input as the user named it. */
  readonly source: string;
  /** Names the article, and the folder of records that have no id. */
  readonly id: string;
}

export interface ReadOptions {
  /** `YYYY-MM-DD`; goes before everything that the inputs say. */
  readonly published?: string | undefined;
  /** The format, where the name must not decide. */
  readonly from?: Format | undefined;
  /** Reads what is not English too. */
  readonly anyLanguage?: boolean | undefined;
  /** An article's text has at most so many bytes of UTF-8; a larger one fails before more of it is read. */
  readonly maxTextBytes?: number | undefined;
}

/** An article that was left alone on purpose: that is no failure. */
export interface Skipped {
  readonly id: string;
  /** ISO 639-1. */
  readonly language: string;
  /** Without a subject, as a `ReadError`'s message. */
  readonly reason: string;
}

/** An article, and whether it was one record of several, or why there is none at this place. */
export type Reading =
  | { readonly article: Article; readonly place: string; readonly record: boolean }
  | { readonly skipped: Skipped; readonly place: string }
  | { readonly failure: ReadError; readonly place: string };

/**
 * Reads every article of one input; whatever is wrong with one comes as a failure in its place.
 *
 * @param input where to read, and what to call it
 */
export async function* readArticles(input: Input, options: ReadOptions): AsyncGenerator<Reading> {
  const name = input.source.slice(input.source.lastIndexOf('/') + 1);
  const place = input.path === '-' ? 'standard input' : input.source;
  try {
    let chunks: AsyncIterable<Buffer> = openBytes(input.path);
    let format = options.from ?? formatOf(name);
    if (format === null && input.path === '-') [format, chunks] = await guess(chunks);
    if (format === 'jsonl') {
      yield* readRecords(chunks, input, place, given(options));
      return;
    }
    const named = { id: input.id, source: input.source, published: given(options) ?? dated(dayInFileName(name)) };
    const bytes = await readBytes(chunks);
    yield { article: (format === 'md' ? markdownArticle : textArticle)(bytes, named), place, record: false };
  } catch (error) {
    yield { failure: asReadError(error), place };
  }
}

async function* readRecords(
  chunks: AsyncIterable<Buffer>,
  { id, source }: Input,
  place: string,
  published: Published | null,
): AsyncGenerator<Reading> {
  const { recordArticle } = await import('./record.ts');
  let records = 0;
  for await (const { number, bytes } of splitLines(chunks)) {
    const here = `${place}:${number}`;
    try {
      if (bytes === null) throw new ReadError(`is a line longer than ${MAX_BYTES >> 20} MB; split the article`);
      const json = decode(bytes);
      if (!/\S/.test(json)) continue;
      records += 1;
      yield {
        article: recordArticle(json, { id: `${id}/${number}`, source, published: published ?? dated(null) }),
        place: here,
        record: true,
      };
    } catch (error) {
      records += 1;
      yield { failure: asReadError(error), place: here };
    }
  }
  if (records === 0) throw new ReadError('is empty; nothing to extract', true);
}

/** Standard input has no name: it holds records where its first line is a JSON object, otherwise text. */
async function guess(chunks: AsyncIterable<Buffer>): Promise<[Format, AsyncIterable<Buffer>]> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first = await iterator.next();
  const rest = async function* (): AsyncGenerator<Buffer> {
    for (let step = first; !step.done; step = await iterator.next()) yield step.value;
  };
  const opening = first.done
    ? ''
    : first.value
        .subarray(0, 200)
        .toString('latin1')
        .replace(/^\xef\xbb\xbf/, '');
  if (/^\s*\[\s*\{\s*"/.test(opening)) throw new ReadError("is a JSON array; write one record a line: jq -c '.[]'");
  const records = /^\s*\{\s*"/.test(opening);
  return [records ? 'jsonl' : 'txt', rest()];
}

const given = ({ published }: ReadOptions): Published | null =>
  published === undefined ? null : { date: published, basis: 'given', candidates: [], evidence: [] };

const dated = (date: string | null): Published => ({
  date,
  basis: date === null ? 'unknown' : 'file-name',
  candidates: [],
  evidence: [],
});
