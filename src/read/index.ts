/** From an input to its articles, one after the other; a large file of records is never held in memory. */
import type { Article, Published } from '../document.ts';
import { MAX_BYTES, openBytes, readBytes, tooLarge } from './bytes.ts';
import { dayInFileName } from './day.ts';
import { decode } from './decode.ts';
import { asReadError, ReadError } from './error.ts';
import { type Format, formatOf } from './format.ts';
import { guessFormat } from './guess.ts';
import { languageName, languageOf } from './language.ts';
import { markdownArticle } from './markdown.ts';
import { type Piece, readPieces } from './pieces.ts';
import { type Named, textArticle } from './text.ts';

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
  /** Reads what is not in English too. */
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

/** Markup and addresses take several times the room of a page's text: a page may be so much larger. */
const PAGE_TO_TEXT = 8;

const pageLimit = ({ maxTextBytes = MAX_BYTES }: ReadOptions): number =>
  Math.min(MAX_BYTES, PAGE_TO_TEXT * maxTextBytes);

/**
 * Reads every article of one input; whatever is wrong with one comes as a failure in its place.
 *
 * @param input where to read, and what to call it
 */
export async function* readArticles(input: Input, options: ReadOptions): AsyncGenerator<Reading> {
  const name = input.source.slice(input.source.lastIndexOf('/') + 1);
  const place = input.path === '-' ? 'standard input' : input.source;
  const named: Named = { id: input.id, source: input.source, published: given(options) ?? dated(dayInFileName(name)) };
  try {
    let chunks: AsyncIterable<Buffer> = openBytes(input.path);
    let format = options.from ?? formatOf(name);
    if (format === null && input.path === '-') [format, chunks] = await guessFormat(chunks);
    if (format === null || format === 'txt' || format === 'md' || format === 'html') {
      const article = await readWhole(chunks, format ?? 'txt', named, options);
      yield await screened({ article, place, record: false }, options);
    } else yield* readRecords(readPieces(format, chunks, pageLimit(options)), named, place, options);
  } catch (error) {
    yield { failure: asReadError(error), place };
  }
}

async function readWhole(
  chunks: AsyncIterable<Buffer>,
  format: 'txt' | 'md' | 'html',
  named: Named,
  { maxTextBytes = MAX_BYTES }: ReadOptions,
): Promise<Article> {
  if (format === 'html') {
    const { declaredCharset, htmlArticle } = await import('./html.ts');
    const bytes = await readBytes(chunks, pageLimit({ maxTextBytes }));
    return htmlArticle(await decode(bytes, declaredCharset(bytes)), named);
  }
  const decoded = await decode(await readBytes(chunks, Math.min(MAX_BYTES, maxTextBytes)));
  return (format === 'md' ? markdownArticle : textArticle)(decoded, named);
}

async function* readRecords(
  pieces: AsyncIterable<Piece>,
  { id, source, published }: Named,
  place: string,
  options: ReadOptions,
): AsyncGenerator<Reading> {
  let records = 0;
  for await (const { number, alone, read } of pieces) {
    const here = alone ? place : `${place}:${number}`;
    // The name of a file of many records is no day of publication of the articles in it.
    const named = alone
      ? { id, source, published }
      : { id: `${id}/${number}`, source, published: given(options) ?? dated(null) };
    try {
      const article = await read(named);
      if (article === null) continue;
      records += 1;
      yield await screened({ article, place: here, record: !alone }, options);
    } catch (error) {
      records += 1;
      yield { failure: asReadError(error), place: here };
    }
  }
  if (records === 0) throw new ReadError('is empty; nothing to extract', true);
}

/** Lets an article pass, unless it is too large or in another language. */
async function screened(
  reading: Extract<Reading, { readonly article: Article }>,
  { maxTextBytes = MAX_BYTES, anyLanguage = false }: ReadOptions,
): Promise<Reading> {
  const { article, place } = reading;
  const { id, text } = article;
  if (text.length > maxTextBytes / 3 && Buffer.byteLength(text) > maxTextBytes) {
    return { failure: tooLarge(maxTextBytes), place };
  }
  const language = await languageOf(text);
  if (language === null) return reading;
  if (language === 'en' || anyLanguage) return { ...reading, article: { ...article, language } };
  const reason = `is in ${languageName(language)} (${language})${language === 'und' ? '' : ', not in English'}; --any-language reads it`;
  return { skipped: { id, language, reason }, place };
}

const given = ({ published }: ReadOptions): Published | null =>
  published === undefined ? null : { date: published, basis: 'given', candidates: [], evidence: [] };

const dated = (date: string | null): Published => ({
  date,
  basis: date === null ? 'unknown' : 'file-name',
  candidates: [],
  evidence: [],
});
