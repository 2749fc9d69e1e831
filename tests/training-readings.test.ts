import { expect, test } from 'vitest';
import type { GoldAttribution, Pair } from '../bench/train/attributions/corpora.ts';
import { readingsOf } from '../bench/train/attributions/readings.ts';

/** Readings of a text as "level source|cue|content", in the order of `readingsOf`. */
function read(text: string, ...attributions: { content: string; chain: [source: string, cue: string][] }[]): string[] {
  const find = (words: string): Pair[] =>
    words === '' ? [] : [[text.indexOf(words), text.indexOf(words) + words.length]];
  const gold = attributions.map(
    ({ content, chain }): GoldAttribution => ({
      content: find(content),
      chain: chain.map(([source, cue]) => ({ source: find(source), cue: find(cue), kind: null, name: null })),
      medium: [],
      type: null,
      optional: false,
    }),
  );
  const cut = (pairs: readonly Pair[]) => pairs.map(([start, end]) => text.slice(start, end)).join(' + ');
  return readingsOf({ text, attributions: gold }).map(
    ({ level, source, cue, content }) => `${level} ${cut(source)}|${cut(cue)}|${cut(content)}`,
  );
}

test('who passes a statement on governs all of it', () => {
  const chain: [string, string][] = [
    ['Weber', 'said'],
    ['Tass', 'according to'],
  ];
  expect(read('The dam is safe, Weber said, according to Tass.', { content: 'The dam is safe', chain })).toEqual([
    '1 Weber|said|The dam is safe',
    '0 Tass|according to|The dam is safe, Weber said',
  ]);
});

test('sources that are cited share the content of whoever cites them', () => {
  const chain: [string, string][] = [
    ['the ministry', 'citing'],
    ['Tass', 'reported'],
  ];
  expect(read('Tass reported, citing the ministry, that it rained.', { content: 'it rained', chain })).toEqual([
    '1 the ministry|citing|it rained',
    '0 Tass|reported|it rained',
  ]);
});

test('what stands in a content is one level below it, and a cue is read once', () => {
  const text = 'Kern said the dam leaked and Ott had warned that it would break.';
  const outer = { content: 'the dam leaked and Ott had warned that it would break', chain: [['Kern', 'said']] };
  const inner = {
    content: 'it would break',
    chain: [
      ['Ott', 'had warned'],
      ['Kern', 'said'],
    ],
  };
  expect(read(text, outer as never, inner as never)).toEqual([
    '0 Kern|said|the dam leaked and Ott had warned that it would break',
    '1 Ott|had warned|it would break',
  ]);
});

test('a quotation without words about its speaker is a reading without a cue', () => {
  const text = '“It is dead.” Nobody spoke.';
  expect(read(text, { content: '“It is dead.”', chain: [['', '']] })).toEqual(['0 ||“It is dead.”']);
});
