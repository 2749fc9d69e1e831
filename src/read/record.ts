/** One JSON record `{id, text, published?, title?, url?}` as an article. */
import { z } from 'zod';
import type { Article } from '../document.ts';
import { dayOf, notADay } from './day.ts';
import { ReadError } from './error.ts';

const WANTED = 'a record is {"id": "…", "text": "…", "published": "2020-09-13"}';

const record = z.object({
  id: z.union([z.string().min(1), z.number()], 'must be a string or a number').nullish(),
  text: z.string('must be a string'),
  published: z.string('must be a string such as "2020-09-13"').nullish(),
  title: z.string('must be a string').nullish(),
});

/**
 * @param json the record as written
 * @param fallback what the record does not say itself: its id, its input's name
 * @throws ReadError that names the field at fault
 */
export function recordArticle(json: string, fallback: Pick<Article, 'id' | 'source' | 'published'>): Article {
  const { id, text, published, title } = check(parse(json));
  if (!/\S/.test(text)) throw new ReadError('has an empty "text"; nothing to extract');
  const day = published ? dayOf(published) : null;
  if (published && day === null) throw new ReadError(`has a bad "published": ${notADay(published)}`);
  const given = day !== null && fallback.published.basis !== 'given';
  return {
    id: id == null ? fallback.id : String(id),
    source: fallback.source,
    text,
    title: title ?? null,
    published: given ? { date: day, basis: 'given', candidates: [], evidence: [] } : fallback.published,
    plain: false,
  };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    const reason = (error as Error).message.replace(/,? ?(\.\.\.)?"[\s\S]*$/, '').trim();
    throw new ReadError(`is not JSON (${reason}); ${WANTED}`);
  }
}

function check(value: unknown): z.infer<typeof record> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ReadError(`is JSON but no object; ${WANTED}`);
  }
  if (!('text' in value) && ('schemaVersion' in value || 'claim' in value)) {
    throw new ReadError('is output of accordingto, not an article; leave this file out');
  }
  const result = record.safeParse(value);
  if (result.success) return result.data;
  const { path, message } = result.error.issues[0]!;
  const missing = !(String(path[0]) in value);
  throw new ReadError(
    missing ? `has no "${String(path[0])}"; ${WANTED}` : `has a bad "${String(path[0])}": it ${message}`,
  );
}
