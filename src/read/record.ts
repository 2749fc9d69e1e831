/** One record, of JSON or of a table, as an article. */
import type { Article } from '../document.ts';
import { dayIn, dayOf, notADay } from './day.ts';
import type { Oddity } from './decode.ts';
import { ReadError } from './error.ts';
import { FIELDS, held, nearField } from './fields.ts';
import { type ArticleDefaults, problemsOf } from './text.ts';

const WANTED = 'a record is {"id": "…", "text": "…", "published": "2020-09-13"}';

/** A larger time stamp counts milliseconds: as seconds it would lie after the year 5138. */
const LARGEST_SECONDS = 100_000_000_000;

/**
 * @param record an object; its fields may have the names of other tools
 * @param fallback what the record does not say itself: its id, its input's name
 * @param oddities what was odd in its bytes
 * @throws ReadError that names the field at fault
 */
export function recordArticle(record: unknown, fallback: ArticleDefaults, oddities: readonly Oddity[] = []): Article {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) {
    throw new ReadError(`is JSON but no object; ${WANTED}`);
  }
  const fields = record as Readonly<Record<string, unknown>>;
  const text = textIn(fields);
  const id = held(fields, 'id');
  if (id && typeof id.value !== 'string' && typeof id.value !== 'number') {
    throw new ReadError(`has a bad "${id.name}": it must be a string or a number`);
  }
  const { published, odd } = publishedIn(fields, fallback);
  const title = held(fields, 'title');
  if (title && typeof title.value !== 'string') throw new ReadError(`has a bad "${title.name}": it must be a string`);
  const url = held(fields, 'url')?.value;
  const language = held(fields, 'language')?.value;
  const authors = authorsIn(held(fields, 'authors')?.value);
  return {
    id: id ? String(id.value) : fallback.id,
    source: fallback.source,
    text,
    title: title ? (title.value as string) : null,
    published,
    plain: false,
    ...(typeof url === 'string' && /^https?:\/\/\S+$/i.test(url) ? { url } : {}),
    ...(authors.length > 0 ? { authors } : {}),
    ...(typeof language === 'string' && /^[a-z]{2,3}\b/i.test(language)
      ? { language: language.toLowerCase().replace(/[^a-z].*$/s, '') }
      : {}),
    problems: problemsOf([...oddities, ...odd, ...misspelt(fields)], text),
  };
}

/**
 * Fields whose names are probably misspelt ones of fields that the record lacks; other unknown fields belong to other
 * tools.
 */
function misspelt(fields: Readonly<Record<string, unknown>>): Oddity[] {
  return Object.keys(fields).flatMap((name) => {
    const field = name.length < 4 ? null : nearField(name);
    if (field === null || held(fields, field)) return [];
    const message = `The record's ${JSON.stringify(name)} is not known and was left out; perhaps it is meant to be "${FIELDS[field][0]}".`;
    return [{ code: 'unknown-field', message }];
  });
}

/** @throws ReadError with the parser's reason */
export function parseRecord(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    const reason = (error as Error).message.replace(/,? ?(\.\.\.)?"[\s\S]*$/, '').trim();
    throw new ReadError(`is not JSON (${reason}); ${WANTED}`);
  }
}

function textIn(fields: Readonly<Record<string, unknown>>): string {
  if (isOutput(fields)) throw new ReadError('is output of accordingto, not an article; leave this file out');
  const text = held(fields, 'text');
  if (!text) {
    if (fields.text === '') throw new ReadError('has an empty "text"; nothing to extract', true);
    throw new ReadError(`has no "text"; ${WANTED}`);
  }
  if (typeof text.value !== 'string') throw new ReadError(`has a bad "${text.name}": it must be a string`);
  if (!/\S/.test(text.value)) throw new ReadError(`has an empty "${text.name}"; nothing to extract`, true);
  return text.value;
}

/** Whether a record is output of this program: documents name their schema, claims their article and their own id. */
function isOutput(fields: Readonly<Record<string, unknown>>): boolean {
  return 'schemaVersion' in fields || ('article' in fields && /^c\d+$/.test(String(fields.claim)));
}

/**
 * The day of publication of a record. A wrong value in our own field is an error; one in a field of another tool is
 * reported and ignored.
 */
function publishedIn(
  fields: Readonly<Record<string, unknown>>,
  { published }: ArticleDefaults,
): { published: Article['published']; odd: readonly Oddity[] } {
  const written = held(fields, 'published');
  if (!written) return { published, odd: [] };
  const { name, value } = written;
  const own = name === 'published';
  if (own && typeof value !== 'string') {
    throw new ReadError(`has a bad "${name}": it must be a string such as "2020-09-13"`);
  }
  const day = typeof value === 'number' ? dayAt(value) : typeof value === 'string' ? dayIn(value) : null;
  if (own && (day === null || dayOf(value as string) === null)) {
    throw new ReadError(`has a bad "${name}": ${notADay(value as string)}`);
  }
  if (day === null) {
    const message = `The record's "${name}" is no day and was left out: ${notADay(String(value))}.`;
    return { published, odd: [{ code: 'unreadable-date', message }] };
  }
  if (published.basis === 'given') return { published, odd: [] };
  return { published: { date: day, basis: 'given', candidates: [], evidence: [] }, odd: [] };
}

/** The day, in UTC, of a time stamp in seconds or milliseconds since 1970, as pandas and databases write it. */
function dayAt(stamp: number): string | null {
  const date = new Date(Math.abs(stamp) < LARGEST_SECONDS ? stamp * 1000 : stamp);
  return Number.isNaN(date.getTime()) ? null : dayOf(date.toISOString());
}

function authorsIn(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.filter((author): author is string => typeof author === 'string' && /\S/.test(author));
}
