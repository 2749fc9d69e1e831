/** What callers in JavaScript may get wrong, said before anything is made of it. */
import { closest, distance } from 'fastest-levenshtein';
import type { Article, Span } from '../document.ts';
import { isDay } from '../read/day.ts';

/** What a value is, in words, for messages. */
export const nameOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (value === '') return 'empty';
  return Array.isArray(value) ? 'an array' : typeof value;
};

/**
 * @param names all that there are
 * @returns the one that was probably meant, or null
 */
export function meant(name: string, names: readonly string[]): string | null {
  const asked = name.toLowerCase();
  const near = closest(asked, [...names]);
  const apart = distance(asked, near.toLowerCase());
  // Two letters that changed places are two changes.
  const letters = (word: string) => [...word.toLowerCase()].sort().join('');
  return apart <= 1 || (apart === 2 && (name.length >= 6 || letters(asked) === letters(near))) ? near : null;
}

/**
 * @param what they are, for the message: options of extract
 * @throws TypeError where it is no object, or has a name that there is not
 */
export function checkOptions(options: unknown, what: string, names: readonly string[]): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new TypeError(`${what} must be an object, { ${names.join('?, ')}? }; they are ${nameOf(options)}`);
  }
  for (const name of Object.keys(options)) {
    if (names.includes(name)) continue;
    const near = meant(name, names);
    const hint = near === null ? '' : ` (did you mean ${near}?)`;
    throw new TypeError(`${what} have no "${name}"${hint}; there are ${names.join(', ')}`);
  }
}

/**
 * @param name of the option
 * @throws TypeError where it is no number, RangeError where it is not from 0 to 1
 */
export function checkShare(name: string, value: unknown): void {
  if (value === undefined) return;
  if (typeof value !== 'number') throw new TypeError(`${name} must be a number from 0 to 1; it is ${nameOf(value)}`);
  if (!(value >= 0 && value <= 1)) throw new RangeError(`${name} must be a number from 0 to 1; it is ${value}`);
}

/** @throws TypeError where it is neither true, false nor left out */
export function checkFlag(name: string, value: unknown): void {
  if (value !== undefined && typeof value !== 'boolean') {
    throw new TypeError(`${name} must be true or false; it is ${nameOf(value)}`);
  }
}

const BASES: readonly unknown[] = ['given', 'metadata', 'file-name', 'dateline', 'inferred', 'unknown'];

/**
 * An article as a reader makes it: whoever changed it, or made one by hand, may have left something out.
 *
 * @throws TypeError that names the field
 */
export function checkArticle(article: Article): void {
  const { id, source, title, published, plain, problems = [] } = article;
  const wrong = (field: string, wanted: string, value: unknown) => {
    throw new TypeError(`${field} must be ${wanted}; it is ${nameOf(value)}`);
  };
  if (typeof id !== 'string' || id === '') wrong('id', 'a string that is not empty', id);
  if (typeof source !== 'string') wrong('source', 'a string', source);
  if (title !== null && typeof title !== 'string') wrong('title', 'a string or null', title);
  if (typeof plain !== 'boolean') wrong('plain', 'true or false', plain);
  const { date, basis, candidates, evidence } = published;
  if (date !== null && !(typeof date === 'string' && isDay(date))) wrong('published.date', 'YYYY-MM-DD or null', date);
  if (!BASES.includes(basis)) wrong('published.basis', `one of ${BASES.join(', ')}`, basis);
  if (!Array.isArray(candidates) || !candidates.every((day) => typeof day === 'string' && isDay(day))) {
    wrong('published.candidates', 'a list of days', candidates);
  }
  if (!areSpans(evidence, article.text)) wrong('published.evidence', 'a list of spans of the text', evidence);
  if (!areSpans(problems, article.text)) wrong('problems', 'a list of spans of the text', problems);
}

function areSpans(spans: unknown, text: string): boolean {
  const isIn = (at: unknown) => Number.isInteger(at) && (at as number) >= 0 && (at as number) <= text.length;
  return (
    Array.isArray(spans) &&
    spans.every((span: Partial<Span> | null) => isIn(span?.start) && isIn(span?.end) && span!.start! <= span!.end!)
  );
}
