/** Corrections: read, applied to an output, brought home from Label Studio. */
import { describe, expect, test } from 'vitest';
import { compose } from '../src/compose.ts';
import { applyCorrections, statementsOf } from '../src/corrections/apply.ts';
import { type Correction, CorrectionError, parseCorrections } from '../src/corrections/correction.ts';
import { parseLabelStudio } from '../src/corrections/label-studio.ts';
import { analyse } from '../src/extract.ts';
import { output as schema } from '../src/output.ts';
import { claimList } from '../src/write/html/claims.ts';
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
      { ...line, where: 'line 1' },
      { article: 'a', claim: 'c2', noClaim: true, where: 'line 3' },
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

const apply = (...corrections: Omit<Correction, 'where' | 'article'>[]) => correct(TEXT, corrections);
const correct = (text: string, corrections: readonly Omit<Correction, 'where' | 'article'>[]) => {
  const now = text === TEXT ? made : compose(articleOf(text), analyse(articleOf(text)));
  const numbered = corrections.map((one, index) => ({ article: 'test', where: `line ${index + 1}`, ...one }));
  return applyCorrections(now, numbered, text);
};

describe('applied', () => {
  test('the right source is found or made, and named as a correction', () => {
    const { output: corrected } = apply(
      { ...at('the dam was safe'), source: 'Paul Hale', kind: 'person' },
      { ...at('the water would rise'), source: 'Elbe Board', kind: 'government' },
    );
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
    const { output: corrected } = apply({ ...at('the dam was safe'), noClaim: true });
    expect(corrected.claims).toHaveLength(made.claims.length - 1);
    expect(corrected.claims.map(({ id }) => id)).toEqual(corrected.claims.map((_, index) => `c${index + 1}`));
    expect(corrected.sources.map(({ name }) => name)).not.toContain('Anna Weber');
  });

  test('of two for one claim the later counts, whatever the earlier one was', () => {
    const dam = at('the dam was safe');
    const twice = apply({ ...dam, source: 'Paul Hale' }, { ...dam, source: 'Elbe Board', kind: 'government' });
    expect(twice.output).toEqual(apply({ ...dam, source: 'Elbe Board', kind: 'government' }).output);
    const after = apply({ ...dam, noClaim: true }, { ...dam, source: 'Paul Hale' });
    expect(after.output).toEqual(apply({ ...dam, source: 'Paul Hale' }).output);
  });

  test('one that finds no claim is a problem, and is said', () => {
    const { output: corrected, refused } = apply({ claim: 'c99', source: 'Paul Hale' });
    expect(corrected.problems).toContainEqual(expect.objectContaining({ code: 'no-such-claim' }));
    expect(refused).toEqual([{ where: 'line 1', reason: 'names claim c99, which is not there' }]);
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

describe('where the text has changed', () => {
  const id = made.claims.find(({ content }) => content[0]!.text === 'the water would rise')!.id;
  const words = { text: 'the water would rise', source: 'Elbe Board', kind: 'government' } as const;
  const board = (corrected: typeof made) =>
    corrected.claims.filter(({ by }) => by === 'correction').map(({ content }) => content[0]!.text);

  test.each<[string, string, Omit<Correction, 'where' | 'article'>]>([
    [
      'a claim came before it, which has its id now',
      `Judge Ines Duarte said the bridge was shut. ${TEXT}`,
      { claim: id, ...words },
    ],
    ['it stands further on', `It rained for a week. ${TEXT}`, { ...at(words.text), ...words }],
    ['a claim before it is gone', TEXT.slice(TEXT.indexOf('The river')), { claim: id, ...words }],
    ['its lines are broken elsewhere', TEXT.replace('water would', 'water\nwould'), { ...at(words.text), ...words }],
  ])('the words find it: %s', (_, text, correction) => {
    const { output: corrected, refused } = correct(text, [correction]);
    expect(refused).toEqual([]);
    expect(board(corrected).map((found) => found.replace('\n', ' '))).toEqual([words.text]);
  });

  test.each<[string, string, Omit<Correction, 'where' | 'article'>]>([
    ['a word was put in', TEXT.replace('would rise', 'would not rise'), { claim: id, ...words }],
    ['the same, by its place', TEXT.replace('would rise', 'would not rise'), { ...at(words.text), ...words }],
    [
      'another claim stands there',
      TEXT.replace('the water would rise', 'the road was closed'),
      { ...at(words.text), ...words },
    ],
    ['the sentence is gone', TEXT.slice(0, TEXT.indexOf('The river')), { claim: id, ...words }],
    [
      'the words are there, and nobody says them',
      'The council met. On Monday the water would rise.',
      { claim: 'c9', ...words, text: 'the' },
    ],
  ])('it is refused: %s', (_, text, correction) => {
    const { output: corrected, refused } = correct(text, [correction]);
    expect(refused).toEqual([
      { where: 'line 1', reason: expect.stringMatching(/^is about words that are (?:not in|no claim)/) },
    ]);
    expect(board(corrected)).toEqual([]);
  });

  test('an id that lost its words to several claims means none of them', () => {
    const twice = `${TEXT} The river authority warned again that the water would rise.`;
    const { refused } = correct(twice, [{ claim: 'c1', ...words }]);
    expect(refused[0]?.reason).toMatch(/^names claim c1, which does not have its words; several have/);
    expect(correct(twice, [{ claim: id, ...words }]).refused).toEqual([]);
  });

  test('a line as the page of a report gives it fits', () => {
    const page = claimList(made);
    const line = /<code hidden>([^<]*the water would rise[^<]*)<\/code>/.exec(page)![1]!.replaceAll('&quot;', '"');
    const [correction] = parseCorrections(line.replace(/"source":"[^"]*"/, '"source":"Elbe Board"'));
    expect(correction).toMatchObject({ article: 'test', ...at(words.text), text: words.text });
    expect(board(applyCorrections(made, [correction!], TEXT).output)).toEqual([words.text]);
  });

  test('the words of a quotation in two pieces', () => {
    const text = 'Mayor Anna Weber spoke. “The dam,” Weber said, “was never safe.”';
    const { output: corrected, refused } = correct(text, [
      { claim: 'c1', text: '“The dam,” … “was never safe.”', source: 'Paul Hale' },
    ]);
    expect(refused).toEqual([]);
    expect(corrected.claims.filter(({ by }) => by === 'correction')).toHaveLength(1);
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
