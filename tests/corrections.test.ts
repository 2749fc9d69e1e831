/** Corrections: read, applied to an output, brought home from Label Studio. */
import { describe, expect, test } from 'vitest';
import { compose } from '../src/compose.ts';
import { applyCorrections, statementsOf } from '../src/corrections/apply.ts';
import { CorrectionError, parseCorrections } from '../src/corrections/correction.ts';
import { parseLabelStudio } from '../src/corrections/label-studio.ts';
import { analyse } from '../src/extract.ts';
import { output as schema } from '../src/output.ts';
import { joinLabelStudio, writeLabelStudio } from '../src/write/label-studio.ts';
import { articleOf } from './attributed.ts';

const TEXT =
  'Mayor Anna Weber said the dam was safe. The river authority warned that the water would rise. Paul Hale believes the rain will stop.';
const article = articleOf(TEXT);
const layers = analyse(article);
const made = compose(article, layers);
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
const speakersOf = ({ claims, sources }: typeof made) =>
  claims
    .filter(({ attribution }) => attribution.length > 0)
    .map(({ attribution, by }) => [sources.find(({ id }) => id === attribution[0]!.source)?.name, by]);

describe('a file of corrections', () => {
  test('has one a line; empty lines are left out', () => {
    const line = { article: 'a', start: 3, end: 9, source: 'Anna Weber', kind: 'person' };
    expect(parseCorrections(`${JSON.stringify(line)}\n\n{"article":"a","claim":"c2","noClaim":true}\n`)).toEqual([
      line,
      { article: 'a', claim: 'c2', noClaim: true },
    ]);
  });

  test.each([
    ['{"article":"a","start":1,"end":2}', 'needs either the right "source" or "noClaim": true'],
    ['{"article":"a","source":"b"}', 'needs "start" and "end" of the content'],
    ['{"article":"a","start":1,"end":2,"source":"b","kind":"king"}', 'line 1: kind'],
    ['no', 'line 1 is no JSON'],
  ])('%s is refused with its reason', (line, reason) => {
    expect(() => parseCorrections(line)).toThrow(CorrectionError);
    expect(() => parseCorrections(line)).toThrow(reason);
  });
});

describe('applied', () => {
  test('the right source is found or made, and named as a correction', () => {
    const corrected = applyCorrections(made, [
      { article: 'test', ...at('the dam was safe'), source: 'Paul Hale', kind: 'person' },
      { article: 'test', ...at('the water would rise'), source: 'Elbe Board', kind: 'government' },
    ]);
    expect(JSON.stringify(schema.parse(corrected))).toBe(JSON.stringify(corrected));
    expect(speakersOf(corrected).slice(0, 2)).toEqual([
      ['Paul Hale', 'correction'],
      ['Elbe Board', 'correction'],
    ]);
    expect(corrected.sources.map(({ name }) => name)).not.toContain('Anna Weber');
    expect(corrected.sources.map(({ id }) => id)).toEqual(corrected.sources.map((_, index) => `s${index + 1}`));
    const hale = corrected.sources.find(({ name }) => name === 'Paul Hale')!;
    expect(corrected.people.find(({ id }) => id === hale.person)?.name).toBe('Paul Hale');
  });

  test('what is no claim is gone, and the ids close up', () => {
    const corrected = applyCorrections(made, [{ article: 'test', ...at('the dam was safe'), noClaim: true }]);
    expect(corrected.claims).toHaveLength(made.claims.length - 1);
    expect(corrected.claims.map(({ id }) => id)).toEqual(corrected.claims.map((_, index) => `c${index + 1}`));
    expect(corrected.sources.map(({ name }) => name)).not.toContain('Anna Weber');
  });

  test('one that finds no claim is a problem', () => {
    const corrected = applyCorrections(made, [{ article: 'test', claim: 'c99', source: 'Paul Hale' }]);
    expect(corrected.problems).toContainEqual(expect.objectContaining({ code: 'no-such-claim' }));
    expect(speakersOf(corrected)).toEqual(speakersOf(made));
  });

  test('statements leave out what somebody only believes', () => {
    const belief = made.claims.find(({ attribution }) => attribution[0]?.cue?.lemma === 'believe')!;
    expect(belief.statement).toBe(false);
    const left = statementsOf(made);
    expect(left.claims.some(({ attribution }) => attribution[0]?.cue?.lemma === 'believe')).toBe(false);
    expect(left.claims.some(({ attribution }) => attribution[0]?.cue?.lemma === 'say')).toBe(true);
    expect(JSON.stringify(schema.parse(left))).toBe(JSON.stringify(left));
  });
});

describe('Label Studio', () => {
  const joiner = joinLabelStudio();
  const exported = () => JSON.parse(`${joinLabelStudio().add(writeLabelStudio({ output: made, article, layers }))}\n]`);

  test('tasks are a JSON array with regions that cut the text, and relations between them', () => {
    const whole = `${joiner.add(writeLabelStudio({ output: made, article, layers }))}${joiner.end()}`;
    const [task] = JSON.parse(whole as string);
    const { result } = task.predictions[0];
    for (const { type, value } of result) {
      if (type === 'labels') expect(task.data.text.slice(value.start, value.end)).toBe(value.text);
    }
    const said = result.find(({ labels }: { labels?: string[] }) => labels?.[0] === 'said by');
    const ids = result.map(({ id }: { id?: string }) => id);
    expect(ids).toContain(said.from_id);
    expect(ids).toContain(said.to_id);
  });

  test('what annotators leave as it was gives no correction', () => {
    const tasks = exported();
    tasks[0].annotations = [{ result: tasks[0].predictions[0].result }];
    expect(parseLabelStudio(JSON.stringify(tasks))).toEqual([]);
  });

  test('a region taken away is no claim; another name and label are the right source', () => {
    const tasks = exported();
    const { result } = tasks[0].predictions[0];
    const { start } = at('the dam was safe');
    const weber = result.find(({ meta }: { meta?: { text: string[] } }) => meta?.text[0] === 'Anna Weber');
    const dam = result.find(({ value }: { value?: { start: number } }) => value?.start === start);
    const water = at('the water would rise');
    const changed = result
      .filter(({ value }: { value?: { start: number } }) => value?.start !== water.start)
      .map((item: typeof weber) =>
        item === weber
          ? { ...item, meta: { text: ['Anna Lind'] }, value: { ...item.value, labels: ['government'] } }
          : item,
      );
    tasks[0].annotations = [{ result: changed }];
    expect(parseLabelStudio(JSON.stringify(tasks))).toEqual([
      expect.objectContaining({ article: 'test', start: dam.value.start, source: 'Anna Lind', kind: 'government' }),
      expect.objectContaining({ article: 'test', start: water.start, noClaim: true }),
    ]);
  });

  test('a file that is no export is refused', () => {
    expect(() => parseLabelStudio('[{"data":{}}]')).toThrow('is no export of Label Studio');
  });
});
