import { describe, expect, test } from 'vitest';
import { extractArticle } from '../src/extract.ts';
import { differences } from './differences.ts';
import { readAllFacts } from './facts.ts';
import { readFixtures } from './fixtures.ts';

const SAMPLE = '2020-09-13-belarus-protests';

const articles = await readFixtures();
const facts = readAllFacts();

test('every fixture has its facts, and every facts file its fixture', () => {
  expect(facts.map(({ id }) => id)).toEqual([...articles.keys()].sort());
});

describe.each(facts)('$id', (fact) => {
  const article = articles.get(fact.id)!;

  test('the facts stand in the text of the fixture', () => {
    expect(article.text.trimEnd()).toBe(fact.text);
  });

  test('the output has the facts, but for the known gaps', () => {
    // A line too many is a new mistake; a line too few is a gap that was closed and must leave the file.
    expect(differences(fact, extractArticle(article)).join('\n')).toBe(fact.gaps.join('\n'));
  });
});

test('the sample article has no gaps', () => {
  expect(facts.find(({ id }) => id === SAMPLE)!.gaps).toEqual([]);
});
