/** Readers of the formats that hold many articles: each gives a sequence of pieces, which are read one by one. */
import type { Article } from '../document.ts';
import { asUtf8, MAX_BYTES, type Notes, tooLarge } from './bytes.ts';
import { decode } from './decode.ts';
import { ReadError } from './error.ts';
import type { Format } from './format.ts';
import { splitLines } from './lines.ts';
import type { PendingArticle } from './pending.ts';
import { parseRecord, recordArticle } from './record.ts';
import type { ArticleDefaults } from './text.ts';

export type ManyFormat = Extract<Format, 'json' | 'jsonl' | 'csv' | 'warc'>;

export interface InputRecord {
  /** Counts lines, rows or records from 1. */
  readonly number: number;
  /** True where it is the whole input. */
  readonly alone: boolean;
  /**
   * @param named what the piece does not say itself
   * @returns an article, or a page that is still to be read, or null where the piece is neither and nothing is wrong with it
   * @throws ReadError
   */
  readonly read: (named: ArticleDefaults) => Promise<Article | PendingArticle | null>;
}

/**
 * @param notes gets what is odd about the input as a whole
 * @param pageLimit how many bytes a page may have
 * @throws ReadError where the input as a whole is wrong
 */
export function readRecords(
  format: ManyFormat,
  chunks: AsyncIterable<Buffer>,
  notes: Notes,
  pageLimit: number,
): AsyncGenerator<InputRecord> {
  return RECORD_READERS[format](chunks, notes, pageLimit);
}

const RECORD_READERS: Readonly<
  Record<ManyFormat, (chunks: AsyncIterable<Buffer>, notes: Notes, pageLimit: number) => AsyncGenerator<InputRecord>>
> = {
  async *jsonl(chunks, notes) {
    for await (const { number, bytes } of splitLines(asUtf8(chunks, notes))) {
      yield { number, alone: false, read: (named) => jsonRecord(bytes, 'line', named) };
    }
  },
  async *json(chunks, notes) {
    const { splitValues } = await import('./values.ts');
    for await (const { number, alone, bytes } of splitValues(asUtf8(chunks, notes))) {
      yield { number, alone, read: (named) => jsonRecord(bytes, 'record', named) };
    }
  },
  async *csv(chunks, notes) {
    const { readRows } = await import('./csv.ts');
    for await (const { number, record, oddities } of readRows(asUtf8(chunks, notes))) {
      yield { number, alone: false, read: async (named) => recordArticle(record, named, oddities) };
    }
  },
  async *warc(chunks, _, pageLimit) {
    const { readResponses } = await import('./warc.ts');
    for await (const { number, uri, message } of readResponses(chunks)) {
      yield { number, alone: false, read: (named) => unreadPage(message, uri, named, pageLimit) };
    }
  },
};

async function jsonRecord(bytes: Buffer | null, what: string, named: ArticleDefaults): Promise<Article | null> {
  if (bytes === null) throw new ReadError(`is a ${what} longer than ${MAX_BYTES / 1e6} MB; split the article`);
  const { text, oddities } = await decode(bytes);
  if (!/\S/.test(text)) return null;
  return recordArticle(parseRecord(text), named, oddities);
}

async function unreadPage(
  message: Buffer | null,
  uri: string,
  named: ArticleDefaults,
  limit: number,
): Promise<PendingArticle | null> {
  if (message === null) throw new ReadError(`is a page larger than ${MAX_BYTES / 1e6} MB (${uri})`);
  const { MAX_HEAD_BYTES, readHead } = await import('./http.ts');
  if (readHead(message) === null) return null;
  // What is packed only grows; so that no reader has to hold it.
  if (message.length > limit + MAX_HEAD_BYTES) throw tooLarge(limit, message.length);
  return { named: { ...named, id: uri.replace(/^https?:\/\//i, '') }, format: 'http', bytes: message, url: uri };
}
