/** What the bench reads: the fixtures, repeated; and news, where ../shared is. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../src/document.ts';

const FIXTURES = new URL('../../fixtures/', import.meta.url);

/** The plain-text fixtures as articles. */
export function readFixtures(): Article[] {
  return readdirSync(FIXTURES)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => toArticle(name, readFileSync(new URL(name, FIXTURES), 'utf8')));
}

/** One article that holds the texts of all, again and again, until it is at least `length` UTF-16 code units long. */
export function longArticle(articles: readonly Article[], length: number): Article {
  const parts: string[] = [];
  for (let size = 0, index = 0; size < length; index += 1) {
    const { text } = articles[index % articles.length]!;
    parts.push(text.trim());
    size += text.length + 2;
  }
  return toArticle(`long-${length}`, parts.join('\n\n'));
}

/**
 * News of about 5 kB each.
 *
 * @param project the checkout, beside which the news are; none where they are not
 */
export function readNews(project: string): Article[] {
  const file = join(project, '../shared/eval/articles/train.jsonl');
  if (!existsSync(file)) return [];
  const records = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  return (records as { id: string; text: string }[])
    .filter(({ text }) => text.length > 3500 && text.length < 7500)
    .map(({ id, text }) => toArticle(id, text));
}

/** For each number an article that no other number has: a fixture with a paragraph of its own. */
export function variantOf(fixtures: readonly Article[], number: number): Article {
  const { text } = fixtures[number % fixtures.length]!;
  const more = `Councillor ${nameOf(number)} said that ${number + 2} people had asked for case ${number} to be opened again.`;
  return toArticle(String(number).padStart(6, '0'), `${text.trim()}\n\n${more}\n`);
}

/** A name for each number. */
function nameOf(number: number): string {
  const ends = ['berg', 'mann', 'sen', 'ova', 'idis', 'escu', 'ton', 'field'];
  const middles = ['an', 'el', 'or', 'is', 'um', 'et', 'al', 'in'];
  const starts = ['B', 'D', 'F', 'G', 'H', 'K', 'L', 'M'];
  const pick = (from: readonly string[], step: number) => from[Math.floor(number / step) % from.length]!;
  return `${pick(starts, 64)}${pick(middles, 8)}${pick(middles, 512)}${pick(ends, 1)}`;
}

function toArticle(id: string, text: string): Article {
  const published = { date: '2020-09-13', basis: 'given', candidates: [], evidence: [] } as const;
  return { id, source: '-', text, title: null, published, plain: true };
}

export const bytesOf = (articles: readonly Article[]): number =>
  articles.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
