/** Claims: of every attribution one, and what the article says itself; quoted or not, denied or doubted. */
import { describe, expect, test } from 'vitest';
import { findClaims } from '../src/claims/index.ts';
import { slice } from '../src/document.ts';
import { attributionsIn } from './attributed.ts';

function claimsOf(text: string) {
  const { article, layers } = attributionsIn(text);
  return findClaims(article, layers).map((claim) => ({
    ...claim,
    text: claim.content.map((piece) => slice(article, piece)).join(' || '),
  }));
}

const ownVoice = (text: string) =>
  claimsOf(text).flatMap(({ attribution, text: words }) => (attribution === null ? [words] : []));

describe("the article's own voice", () => {
  test.each([
    ['Lukashenko has been in power since 1994.', ['Lukashenko has been in power since 1994']],
    ['His term ends in May, and police said the square was closed.', ['His term ends in May']],
    ['Prices rose, the bank said.', []],
    ['But on Friday the bank said prices rose.', []],
    ['Meanwhile, Reuters reports that there are many protesters.', []],
    ['MINSK, Sept 13 (Reuters) - The strike is over.', ['The strike is over']],
    ['By John Smith and Jane Lee', []],
    [
      'Rallies followed the August vote, which the opposition considers fraudulent.',
      ['Rallies followed the August vote'],
    ],
    ['“We are late,” Smith told the hall, “and the dam leaks. I would lie if I said it held.”', []],
    ['The square is closed\n\nTraffic has stopped in the city.', ['Traffic has stopped in the city']],
  ])('%s', (text, expected) => {
    expect(ownVoice(text)).toEqual(expected);
  });

  test('has an empty attribution, no quotation and its own maker', () => {
    expect(claimsOf('The strike is over.')).toMatchObject([{ attribution: null, quotation: 'none', by: 'own-voice' }]);
  });
});

describe('quotation', () => {
  test.each([
    ['“We are ready,” Smith said.', 'direct'],
    ['Smith said the team was “ready for anything”.', 'mixed'],
    ['Smith said the team was ready.', 'indirect'],
    ['Russia announced that the exercise, called the “Slavic Brotherhood,” would take place.', 'indirect'],
  ] as const)('%s: %s', (text, quotation) => {
    expect(claimsOf(text).find(({ attribution }) => attribution !== null)?.quotation).toBe(quotation);
  });
});

describe('negated', () => {
  test.each([
    ['The vote was not fair.', true],
    ['The minister never signed the paper.', true],
    ['Nobody was hurt.', true],
    ["The deal isn't dead.", true],
    ['Smith said the vote was not fair.', true],
    ['The minister gave no reason.', true],
    ['There is no plan.', true],
    ['There is no doubt that the deal is dead.', false],
    ['It is not just a fight over money.', false],
    ['Two of the men were found but not the third.', false],
    ['If there is no guard, who helps my mother?', false],
    ['If the rain does not stop, the river will rise.', false],
    ['The vote was fair.', false],
    ['The man who did not vote was arrested.', false],
  ])('%s: %s', (text, negated) => {
    expect(claimsOf(text)[0]?.negated).toBe(negated);
  });
});

describe('hedged', () => {
  test.each([
    ['The minister may resign in May.', true],
    ['The two men might have fled.', true],
    ['Smith said the firm was reportedly for sale.', true],
    ['He was born in May.', false],
    ['The minister resigned.', false],
  ])('%s: %s', (text, hedged) => {
    const claims = claimsOf(text);
    expect(claims.some((claim) => claim.hedged)).toBe(hedged);
  });
});
