/** What the bench reads: the fixtures, repeated. Works without ../shared. */
import { readdirSync, readFileSync } from 'node:fs';
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

function toArticle(id: string, text: string): Article {
  const published = { date: '2020-09-13', basis: 'given', candidates: [], evidence: [] } as const;
  return { id, source: '-', text, title: null, published, plain: true };
}

export const bytesOf = (articles: readonly Article[]): number =>
  articles.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
