/**
 * The names of the fields of a record: ours, and those that well-known tools write. Where a record has several names of
 * one field, the earlier in the list wins.
 *
 * @see https://github.com/fhamborg/news-please (maintext, date_publish)
 * @see https://newspaper.readthedocs.io (text, publish_date, meta_lang)
 * @see https://trafilatura.readthedocs.io (text, raw_text, date, source)
 * @see https://schema.org/NewsArticle (articleBody, headline, datePublished)
 */
export const FIELDS = {
  id: ['id', '_id', 'guid', 'uuid'],
  text: ['text', 'maintext', 'articleBody', 'article_body', 'body', 'content', 'plain_text', 'article', 'raw_text'],
  published: [
    'published',
    'date_publish',
    'publish_date',
    'date_published',
    'published_date',
    'publication_date',
    'datePublished',
    'published_at',
    'publishedAt',
    'pubDate',
    'date',
  ],
  title: ['title', 'headline'],
  url: ['url', 'link', 'canonical_link', 'requested_url', 'source_url', 'source'],
  authors: ['authors', 'author', 'byline'],
  language: ['language', 'lang', 'meta_lang'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Field = keyof typeof FIELDS;

const BY_NAME: ReadonlyMap<string, Field> = new Map(
  Object.entries(FIELDS).flatMap(([field, names]) =>
    names.map((name) => [name.toLowerCase(), field as Field] as const),
  ),
);

/** The field that a column or key of this name holds, or null; letter case does not count. */
export function fieldOf(name: string): Field | null {
  return BY_NAME.get(name.trim().toLowerCase()) ?? null;
}

/** The field whose name differs from an unknown one in one letter, or in two that changed places; or null. */
export function nearField(name: string): Field | null {
  const asked = name.trim().toLowerCase();
  if (BY_NAME.has(asked)) return null;
  for (const [known, field] of BY_NAME) {
    if (known.length >= 5 && Math.abs(known.length - asked.length) <= 1 && isNear(asked, known)) return field;
  }
  return null;
}

function isNear(a: string, b: string): boolean {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const [restA, restB] = [a.slice(at), b.slice(at)];
  if (restA.slice(1) === restB || restA === restB.slice(1) || restA.slice(1) === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}

/** A value with the name that the record has for it. */
export interface Held {
  readonly name: string;
  readonly value: unknown;
}

/** The first of a field's names under which the record has anything. */
export function held(record: Readonly<Record<string, unknown>>, field: Field): Held | null {
  for (const name of FIELDS[field]) {
    const value = Object.hasOwn(record, name) ? record[name] : null;
    if (value !== null && value !== undefined && value !== '') return { name, value };
  }
  return null;
}
