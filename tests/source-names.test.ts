/** Whom the words of a source name: one person, a group of several, a paper, an agency. */
import { describe, expect, test } from 'vitest';
import type { Source } from '../src/document.ts';
import { findSources } from '../src/sources/index.ts';
import { attributionsIn } from './attributed.ts';

function sourcesOf(text: string): readonly Source[] {
  const { article, layers } = attributionsIn(text);
  return findSources(article, layers);
}

describe('several that "and" joins are one group', () => {
  test.each([
    'Senator Paul Hale of Ohio and Senator Linda Marsh of Maine',
    'Karl Weber, Lena Haas and Peter Ott',
    'Sen. Tom Ota, his wife Grace and two aides',
    'Karl Weber and his deputy',
  ])('%s', (words) => {
    const sources = sourcesOf(`${words} said the dam was safe.`);
    expect(sources).toMatchObject([{ name: words, kind: 'group', person: null }]);
  });

  test.each([
    ['Former prosecutor and city mayor Rudi Kern', 'Rudi Kern'],
    ['Karl Weber, the founder and chairman of Oak Lines', 'Karl Weber'],
    ['Karl Weber, head of research and the lead author', 'Karl Weber'],
  ])('%s is one person', (words, name) => {
    const sources = sourcesOf(`${words}, said the dam was safe.`);
    expect(sources).toMatchObject([{ name, kind: 'person', person: 0 }]);
  });
});

describe('the person whom a name means', () => {
  test.each([
    ['Marta Small was there.', 'Small', 'Marta Small'],
    ['Anne Le Roux was there.', 'Le Roux', 'Anne Le Roux'],
    ['Tom Ota was there.', '@realTomOta', 'Tom Ota'],
    ['Tom Ota was there.', 'Secretary of State Tom Ota', 'Tom Ota'],
    ['Tom Ota was there.', 'Oslo’s ambassador to Chile Tom Ota', 'Tom Ota'],
    ['Tom Ota was there.', 'Ota — a pilot from Oslo —', 'Tom Ota'],
  ])('%s %s', (before, words, name) => {
    const sources = sourcesOf(`${before} ${words} said the dam was safe.`);
    expect(sources).toMatchObject([{ name, person: 0, resolved: true }]);
  });

  test.each(['The mother of Tom Ota', 'A spokesman for actor Tom Ota', 'Critics like Tom Ota'])(
    '%s: not he',
    (words) => {
      const sources = sourcesOf(`Tom Ota was there. ${words} said the dam was safe.`);
      expect(sources[0]!.person).toBeNull();
    },
  );

  test('two of one surname are neither', () => {
    const sources = sourcesOf('Marta Small met Peter Small. @Small said the dam was safe.');
    expect(sources[0]!.person).toBeNull();
  });
});

describe('papers', () => {
  test.each(['the Harwick Star', 'The Northern Ledger', 'the Lowdale Post-Courier'])('%s', (words) => {
    const sources = sourcesOf(`The dam is safe, ${words} reported on Monday.`);
    expect(sources).toMatchObject([{ kind: 'media' }]);
  });

  test('what a body is called tells what it is', () => {
    const sources = sourcesOf('Dorvaland reported that the dam was safe. The newspaper said it had seen the plans.');
    expect(sources).toMatchObject([{ name: 'Dorvaland', kind: 'media' }]);
  });

  test('an agency has the longest name that the text gives', () => {
    const sources = sourcesOf('AP reported that the dam was safe. The Associated Press also said it rained.');
    expect(sources).toMatchObject([{ name: 'Associated Press', kind: 'news-agency' }]);
  });
});

test('a score is no name', () => {
  const sources = sourcesOf(
    'Harwick Rovers 1-2 Port Lorne\n\nRovers said the match was lost. Port Lorne said it was won.',
  );
  expect(sources.map(({ name }) => name)).toEqual(['Harwick Rovers', 'Port Lorne']);
});
