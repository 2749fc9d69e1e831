/** Reads the articles of an input, one after the other; a large file of records is never held in memory. */
import type { Article, Published } from '../document.ts';
import { fileChunks, MAX_BYTES, type Notes, noNotes, readBytes, tooLarge, unpacked } from './bytes.ts';
import { dayInFileName } from './day.ts';
import { asReadError, ReadError } from './error.ts';
import { type Format, formatOf } from './format.ts';
import { guessFormat } from './guess.ts';
import { isShort, languageName, languageOf } from './language.ts';
import { articleOf, type PendingArticle, pageLimitFor } from './pending.ts';
import { type InputRecord, readRecords } from './records.ts';
import { type ArticleDefaults, problemsOf } from './text.ts';

/** A file, or standard input. */
export interface Input {
  /** Where to read it; `-` is standard input. */
  readonly path: string;
  /** The input as the user named it. */
  readonly source: string;
  /** The id of the article, and the first part of the ids of records that have none. */
  readonly id: string;
}

export interface ReadOptions {
  /** `YYYY-MM-DD`; goes before everything that the inputs say. */
  readonly published?: string | undefined;
  /** The format, where the name must not decide. */
  readonly from?: Format | undefined;
  /** Reads what is not in English too. */
  readonly anyLanguage?: boolean | undefined;
  /** Leaves the captions of pictures in the text of pages. */
  readonly captions?: boolean | undefined;
  /** An article's text has at most so many bytes of UTF-8; a larger one fails before more of it is read. */
  readonly maxTextBytes?: number | undefined;
}

/** An article that is left out on purpose, which is no failure. */
export interface Skipped {
  readonly id: string;
  /** ISO 639-1; null where there is nothing in it at all. */
  readonly language: string | null;
  /** Without a subject, as a `ReadError`'s message. */
  readonly reason: string;
}

/** An article with whether it was one record of several, or why there is none at this place. */
export type Reading =
  | { readonly article: Article; readonly place: string; readonly record: boolean }
  | { readonly skipped: Skipped; readonly place: string }
  | { readonly failure: ReadError; readonly place: string };

/** A reading, or an article that is still to be read: `readPending` does. */
export type ListedItem =
  | Reading
  | { readonly pending: PendingArticle; readonly place: string; readonly record: boolean };

/**
 * Reads every article of one input; whatever is wrong with one comes as a failure in its place.
 *
 * @param input where to read, and what to call it
 * @param bytes the input's bytes, where somebody has them already
 */
export async function* readArticles(input: Input, options: ReadOptions, bytes?: Buffer): AsyncGenerator<Reading> {
  for await (const listed of listArticles(input, options, bytes)) {
    yield 'pending' in listed ? await readPending(listed, options) : listed;
  }
}

/** The same, but pages and whole texts are left to be read by whoever works on them. */
export async function* listArticles(input: Input, options: ReadOptions, bytes?: Buffer): AsyncGenerator<ListedItem> {
  const name = input.source.slice(input.source.lastIndexOf('/') + 1);
  const place = input.path === '-' ? 'standard input' : input.source;
  const named: ArticleDefaults = {
    id: input.id,
    source: input.source,
    published: given(options) ?? dated(dayInFileName(name)),
  };
  const notes = noNotes();
  try {
    let chunks: AsyncIterable<Buffer> = unpacked(bytes ? one(bytes) : fileChunks(input.path), notes);
    let format = options.from ?? formatOf(name);
    if (format === null && input.path === '-') [format, chunks] = await guessFormat(chunks);
    if (format === null || format === 'txt' || format === 'md' || format === 'html') {
      const { maxTextBytes } = options;
      const limit = format === 'html' ? pageLimitFor(maxTextBytes) : Math.min(MAX_BYTES, maxTextBytes ?? MAX_BYTES);
      const content = await readBytes(chunks, limit);
      const asked = options.from === 'txt' ? { asked: true as const } : {};
      yield noted(
        { pending: { named, format: format ?? 'txt', bytes: content, ...asked }, place, record: false },
        notes,
      );
    } else {
      const pieces = readRecords(format, chunks, notes, pageLimitFor(options.maxTextBytes));
      yield* withNotes(listRecords(pieces, named, place, options), notes);
    }
  } catch (error) {
    yield notRead(error, named.id, place);
  }
}

/** What a failure to read becomes: an empty input is skipped and counted, which is no failure. */
function notRead(error: unknown, id: string, place: string): Reading {
  const failure = asReadError(error);
  return failure.empty ? { skipped: { id, language: null, reason: failure.message }, place } : { failure, place };
}

/** Adds the oddities of the whole input to an article in it. */
function noted(listed: ListedItem, { oddities }: Notes): ListedItem {
  if (oddities.length === 0) return listed;
  if ('pending' in listed) return { ...listed, pending: { ...listed.pending, oddities: [...oddities] } };
  if (!('article' in listed)) return listed;
  const { article } = listed;
  const problems = [...(article.problems ?? []), ...problemsOf(oddities, article.text)];
  return { ...listed, article: { ...article, problems } };
}

/** Holds the last record of a packed input until the end of the input, so that what is odd there is not lost. */
async function* withNotes(records: AsyncIterable<ListedItem>, notes: Notes): AsyncGenerator<ListedItem> {
  let held: ListedItem | null = null;
  let before = 0;
  for await (const listed of records) {
    if (held !== null) yield held;
    held = notes.packed ? noted(listed, notes) : null;
    before = notes.oddities.length;
    if (held === null) yield noted(listed, notes);
  }
  if (held !== null) yield noted(held, { ...notes, oddities: notes.oddities.slice(before) });
}

async function* one(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

/** Never throws. */
export async function readPending(
  { pending, place, record }: Extract<ListedItem, { readonly pending: PendingArticle }>,
  options: ReadOptions,
): Promise<Reading> {
  try {
    const article = await articleOf(pending, pageLimitFor(options.maxTextBytes), options.captions);
    return await screened({ article, place, record }, options);
  } catch (error) {
    return notRead(error, pending.named.id, place);
  }
}

async function* listRecords(
  pieces: AsyncIterable<InputRecord>,
  { id, source, published }: ArticleDefaults,
  place: string,
  options: ReadOptions,
): AsyncGenerator<ListedItem> {
  let records = 0;
  for await (const { number, alone, read } of pieces) {
    const here = alone ? place : `${place}:${number}`;
    // The name of a file of many records is no day of publication of the articles in it.
    const named = alone
      ? { id, source, published }
      : { id: `${id}/${number}`, source, published: given(options) ?? dated(null) };
    try {
      const found = await read(named);
      if (found === null) continue;
      records += 1;
      if ('bytes' in found) yield { pending: found, place: here, record: !alone };
      else yield await screened({ article: found, place: here, record: !alone }, options);
    } catch (error) {
      records += 1;
      yield notRead(error, here, here);
    }
  }
  if (records === 0) throw new ReadError('is empty; nothing to extract', true);
}

/** Passes an article on unless it is too large or in another language. */
async function screened(
  reading: Extract<Reading, { readonly article: Article }>,
  { maxTextBytes = MAX_BYTES, anyLanguage = false }: ReadOptions,
): Promise<Reading> {
  const { article, place } = reading;
  const { id, text } = article;
  if (text.length > maxTextBytes / 3) {
    const size = Buffer.byteLength(text);
    if (size > maxTextBytes) return { failure: tooLarge(maxTextBytes, size), place };
  }
  const language = await languageOf(text);
  if (language === null) return reading;
  if (language === 'und' && isShort(text)) return article.language === undefined ? doubtful(reading) : reading;
  if (language === 'en' || anyLanguage) return { ...reading, article: { ...article, language } };
  const reason = `is in ${languageName(language)} (${language})${language === 'und' ? '' : ', not in English'}; --any-language reads it`;
  return { skipped: { id, language, reason }, place };
}

/** Too short to be left out for a language that cannot be named. */
function doubtful(reading: Extract<Reading, { readonly article: Article }>): Reading {
  const { article } = reading;
  const message = 'The text does not look like English, and is too short to tell what it is; it was read as English.';
  const problems = [...(article.problems ?? []), ...problemsOf([{ code: 'unknown-language', message }], article.text)];
  return { ...reading, article: { ...article, language: 'und', problems } };
}

const given = ({ published }: ReadOptions): Published | null =>
  published === undefined ? null : { date: published, basis: 'given', candidates: [], evidence: [] };

const dated = (date: string | null): Published => ({
  date,
  basis: date === null ? 'unknown' : 'file-name',
  candidates: [],
  evidence: [],
});
