/** Chains: who says it first, who passes it on, and what is no chain at all. */
import { describe, expect, test } from 'vitest';
import { stanceOf } from '../src/attributions/stance.ts';
import { attributionsIn, lineOf, linesOf } from './attributed.ts';
import { readCases } from './markup.ts';

describe('cases', () => {
  test.each(readCases('chains.cases.txt').map((item) => [`${item.place} ${item.title}: ${item.text}`, item] as const))(
    '%s',
    (_place, { text, spans, options }) => {
      const { article, attributions } = attributionsIn(text);
      const found = attributions.map((attribution) => lineOf(article, attribution)).sort();
      const wanted = linesOf(text, spans).map(({ line }) => line);
      if (options.gap === undefined) expect(found).toEqual(wanted.sort());
      else expect(found, 'the gap is closed: take its mark away').not.toEqual(wanted.sort());
    },
  );
});

describe('stance', () => {
  test.each([
    ['say', 'said', 'states'],
    ['report', 'reports', 'reports'],
    ['according to', 'according to', 'reports'],
    ['deny', 'denies', 'denies'],
    ['deny', 'did not deny', 'confirms'],
    ['confirm', 'could not confirm', 'declines'],
    ['believe', 'do not believe', 'denies'],
    ['accuse', 'has accused', 'accuses'],
    ['call on', 'called on', 'demands'],
    ['promise', 'promised', 'promises'],
    ['warn', 'warned', 'warns'],
    ['claim', 'claims', 'claims'],
    ['allegedly', 'allegedly', 'alleges'],
    ['refuse', 'refused', 'declines'],
    ['endorse', 'endorsed', 'supports'],
    ['condemn', 'condemned', 'criticises'],
    ['ask', 'asked', 'asks'],
    ['warning', 'warning', 'warns'],
    ['call', 'call', 'demands'],
    ['call', 'calling', 'states'],
  ] as const)('%s (%s): %s', (lemma, cue, stance) => {
    expect(stanceOf(lemma, cue)).toBe(stance);
  });
});
