/** Sources: what kind of speaker words name, and which mentions mean the same one. */
import { describe, expect, test } from 'vitest';
import type { Attribution, Source } from '../src/document.ts';
import { slice } from '../src/document.ts';
import { findSources } from '../src/sources/index.ts';
import { kindOfWords, knownName } from '../src/sources/kinds.ts';
import { nameOf } from '../src/sources/name.ts';
import { attributionsIn } from './attributed.ts';

function sourcesOf(text: string): { sources: readonly Source[]; mentionsOf: (name: string) => string[] } {
  const { article, layers } = attributionsIn(text);
  const sources = findSources(article, layers);
  const mentionsOf = (name: string) =>
    (sources.find((source) => source.name === name)?.mentions ?? []).map((mention) => slice(article, mention));
  return { sources, mentionsOf };
}

describe('the kind that words tell', () => {
  test.each([
    ['the official Xinhua news agency', 'news-agency'],
    ['Russia’s RIA news agency', 'news-agency'],
    ['AFP', 'news-agency'],
    ['the DPA', 'news-agency'],
    ['Le Matin newspaper', 'media'],
    ['the daily Iran', 'media'],
    ['Radio Red', 'media'],
    ['state television', 'media'],
    ['The New York Times', 'media'],
    ['the Kremlin’s press service', 'government'],
    ['Russia’s defense ministry', 'government'],
    ['the White House', 'government'],
    ['Downing Street', 'government'],
    ['Minsk', 'government'],
    ['local police in the town', 'government'],
    ['the European Union', 'organization'],
    ['the human rights group Viasna', 'organization'],
    ['the opposition and major international organizations', 'group'],
    ['prominent opposition leaders', 'group'],
    ['56 percent of those questioned', 'group'],
    ['a spokesman for the ministry', 'person'],
    ['an AFP reporter', 'person'],
    ['Health Minister Naoto Kan', 'person'],
    ['an Interior Ministry statement', 'document'],
    ['a report by the central bank', 'document'],
    ['unnamed government sources', 'anonymous'],
    ['a senior official, on condition of anonymity', 'anonymous'],
    ['one of Carson’s advisers', 'anonymous'],
    ['a source close to the talks', 'anonymous'],
  ])('%s: %s', (text, kind) => {
    expect(kindOfWords(text)).toBe(kind);
  });

  test.each(['high costs', 'the weather', 'Bill Zzyzx'])('%s: nothing', (text) => {
    expect(kindOfWords(text)).toBeNull();
  });
});

describe('the name to show', () => {
  test.each([
    ['Russia’s RIA news agency', 'news-agency', 'RIA'],
    ['the Tass news agency', 'news-agency', 'Tass'],
    ['Itar-Tass', 'news-agency', 'Tass'],
    ['the DPA', 'news-agency', 'DPA'],
    ['Le Matin newspaper', 'media', 'Le Matin'],
    ['the Russian Defense Ministry', 'government', 'Russian Defense Ministry'],
    ['the opposition', 'group', 'the opposition'],
  ] as const)('%s: %s', (text, kind, name) => {
    expect(nameOf(text, kind)).toBe(name);
  });

  test('a name in the lexicon is known with its article and its possessive', () => {
    expect(knownName('the Kremlin’s')?.kind).toBe('government');
  });
});

describe('one entry for one source', () => {
  test('an agency, its pronoun and its noun', () => {
    const { sources, mentionsOf } = sourcesOf(
      'Interfax news agency said the base had fallen. It said three men were killed. The agency said others fled.',
    );
    expect(sources).toHaveLength(1);
    expect(mentionsOf('Interfax')).toEqual(['Interfax news agency', 'It', 'The agency']);
  });

  test('a person with full name, surname and pronoun, linked to the layer people', () => {
    const { sources } = sourcesOf(
      'Foreign Minister Jane Smith said the talks had failed. Smith said they would not resume. She said she was sorry.',
    );
    expect(sources).toHaveLength(1);
    expect(sources[0]).toMatchObject({ name: 'Jane Smith', kind: 'person', person: 0 });
    expect(sources[0]!.mentions).toHaveLength(3);
  });

  test('a person who only owns the source is not the source', () => {
    const { sources } = sourcesOf('A spokesman for John Smith said the minister was ill.');
    expect(sources[0]).toMatchObject({ kind: 'person', person: null });
  });

  test('who speaks on condition of anonymity is anonymous', () => {
    const { sources } = sourcesOf('An official, speaking on condition of anonymity, said the deal was dead.');
    expect(sources[0]?.kind).toBe('anonymous');
  });

  test('links without a source make no entry', () => {
    const nobody: Attribution = {
      content: [{ start: 0, end: 4 }],
      links: [{ source: null, cue: { start: 5, end: 8 }, lemma: 'allegedly', stance: 'alleges' }],
      medium: null,
      by: 'test',
      confidence: 1,
    };
    const { article, layers } = attributionsIn('Rain fell.');
    expect(findSources(article, { ...layers, attributions: [nobody] })).toEqual([]);
  });
});
