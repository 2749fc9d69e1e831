/** What kind of speaker the words of a noun phrase name. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadWords } from '../src/lexicon.ts';
import { kindOfWords } from '../src/source-kinds/index.ts';
import { plainWords } from '../src/source-kinds/plain.ts';
import { nameTokens } from '../src/source-kinds/tokens.ts';

describe('the kind that words tell', () => {
  test.each([
    ['the official Xinhua news agency', 'news-agency'],
    ['Russia’s RIA news agency', 'news-agency'],
    ['AFP', 'news-agency'],
    ['the DPA', 'news-agency'],
    ['the agency DPA', 'news-agency'],
    ['the agency Velpress', 'news-agency'],
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
    ['The weekly Respondent', 'media'],
    ['the secretary of state’s office', 'government'],
    ['people with direct knowledge of the talks', 'anonymous'],
    ['unnamed government sources', 'anonymous'],
    ['a senior official, on condition of anonymity', 'anonymous'],
    ['one of Carson’s advisers', 'anonymous'],
    ['one of the negotiators', 'anonymous'],
    ['former businessman and soccer boss Bernard Tapie', 'person'],
    ['India’s Home (interior) Minister', 'person'],
    ['Six in 10 Virginia voters', 'group'],
    ['the region’s political parties', 'organization'],
    ['a source close to the talks', 'anonymous'],
    ['One neighbour, who did not want to give his name', 'anonymous'],
    ['a number of analysts', 'group'],
    ['a series of leaked letters', 'document'],
    ['the mother-of-two', 'person'],
    ['The 24-year-old', 'person'],
    ['the German', 'person'],
    ['the Kenyans', 'group'],
    ['the German government', 'government'],
    ['a letter signed by both', 'document'],
    ['two beekeepers', 'group'],
  ])('%s: %s', (text, kind) => {
    expect(kindOfWords(text)).toBe(kind);
  });

  test.each(['high costs', 'the weather', 'Bill Zzyzx'])('%s: nothing', (text) => {
    expect(kindOfWords(text)).toBeNull();
  });
});

describe('groups, shares, papers and roles', () => {
  test.each([
    ['One in five', 'group'],
    ['a group of plumbers', 'group'],
    ['a small coalition of teachers', 'group'],
    ['critics like Karl Weber', 'group'],
    ['The Hill', 'media'],
    ['The F.B.I.', 'government'],
    ['the port’s director and chief pilot', 'person'],
    ['a former diver and best-selling author', 'person'],
    ['filmmaker and novelist Lena Haas', 'person'],
    ['the pilot and her crew', 'group'],
    ['two pilots and a clerk', 'group'],
    ['police and divers', 'group'],
  ] as const)('%s: %s', (text, kind) => {
    expect(kindOfWords(text)).toBe(kind);
  });
});

describe('a phrase of small letters', () => {
  test.each([
    ['the old harbour', ['the', 'old', 'harbour']],
    ['The company', ['The', 'company']],
    ['police', ['police']],
    ['head of state', null],
    ['Of note', null],
    ['The Company', null],
    ['the  company', null],
    ['the company ', null],
    ['’s', null],
    ['', null],
  ])('%j', (text, words) => {
    expect(plainWords(text, new Set(['of']))).toEqual(words);
  });

  test('means the same as where a second space has it read like any other text', () => {
    const lexicon = ['nouns', 'persons', 'names'].flatMap((name) => [
      ...loadWords(new URL(`../src/source-kinds/${name}.tsv`, import.meta.url)),
    ]);
    const word = fc.oneof(
      fc.constantFrom(...lexicon),
      fc.constantFrom('old', 'first', 'unnamed', 'news', 'agency', 'and', 'quoted', 'not', 'harbour', 'plans'),
    );
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('the', 'The', 'a', 'their'),
        (words, first) => {
          expect(kindOfWords(`${first} ${words.join(' ')}`)).toBe(kindOfWords(`${first}  ${words.join(' ')}`));
        },
      ),
      { numRuns: 500 },
    );
  });
});

test('the words of a name keep their full stops, hyphens and apostrophes', () => {
  expect(nameTokens('“the U.S.-led” Côte d’Ivoire’s 56% (A-1)')).toEqual([
    ...['the', 'U.S.-led', 'Côte', 'd’Ivoire’s', '56', '%', 'A-1'],
  ]);
  expect(nameTokens('𝒜rt 𝒜')).toEqual(['𝒜rt', '𝒜']);
});

test('a body with "of" before the head does not tell the kind of somebody or of a text', () => {
  const kinds = ['A Department of Health spokesman', 'University of Oslo researchers', 'Bureau of Statistics data'];
  expect(kinds.map(kindOfWords)).toEqual(['person', 'group', 'document']);
  const within = ['A source within the party', 'A neighbour who did not wish to be named', 'Leaders across Europe'];
  expect(within.map(kindOfWords)).toEqual(['anonymous', 'anonymous', 'group']);
  expect(['The Ministry of Justice', 'a leaked report into Saltmere Hospital'].map(kindOfWords)).toEqual([
    ...['government', 'document'],
  ]);
});
