/** A draft beside what was said: every quotation of it, whoever is said to have said it. */
import { describe, expect, test } from 'vitest';
import { type CheckedQuotation, References } from '../src/corroborate/check.ts';
import { extract } from '../src/index.ts';

const SAID = [
  'Mayor Anna Weber opened the hearing on Monday.',
  '“The gate broke at dawn and nobody rang the bell,” Weber said. “We lied to all of you about the north wall.”',
  '“It was a lie to call the wall safe,” councillor Hans Berg said. “Safe is what the wall never was.”',
  '“The wall is safe,” Weber said. “Rest assured of that.”',
].join('\n\n');

const references = new References();
references.add({ id: 'hearing', text: SAID, extract: () => extract({ text: SAID }) });
const check = (text: string, title: string | null = null): CheckedQuotation[] =>
  references.check(extract({ text, title }), text);
const listed = (text: string): [string, string][] => check(text).map(({ status, text: quoted }) => [status, quoted]);

describe('check: quotations of nobody', () => {
  test.each<[string, [string, string][]]>([
    ['The mayor “lied to all of you” in May.', [['verbatim', '“lied to all of you”']]],
    ['The mayor “lied to all of us” in May.', [['edited', '“lied to all of us”']]],
    [
      'Did the mayor think that “the bridge may fall into the lake”?',
      [['not-found', '“the bridge may fall into the lake”']],
    ],
    ['Who “broke at dawn” that morning?', [['verbatim', '“broke at dawn”']]],
    ["Mayor: 'Nobody rang the bell'\n\nThe hall was full.", [['verbatim', "'Nobody rang the bell'"]]],
    ['The hearing, «nobody paid the divers» and all, went on.', [['not-found', '«nobody paid the divers»']]],
    ['Posters with ‘the divers were never paid’ on them hung there.', [['not-found', '‘the divers were never paid’']]],
    ['It was the year of "open the gate and run" and of rain.', [['not-found', '"open the gate and run"']]],
  ])('%s', (draft, expected) => {
    expect(listed(draft)).toEqual(expected);
  });

  test('all of several, with and without a speaker', () => {
    expect(
      listed(
        '“The gate broke at dawn.” “No fish was harmed at all.” The mayor “lied to all of them” in May. “The wall is safe,” Weber said.',
      ).map(([status]) => status),
    ).toEqual(['verbatim', 'not-found', 'edited', 'verbatim']);
  });

  test('are checked for their words alone, and what the text says of the speaker is given', () => {
    const [checked] = check('There was talk of “nobody rang the bell” in the hall.');
    expect(checked).toMatchObject({ speaker: null, status: 'verbatim', found: { speaker: 'Anna Weber' } });
  });

  test('a part that goes on in the next paragraph', () => {
    expect(
      listed('“The gate broke at dawn.\n\n“We lied to all of you about the south wall.”').map(([status]) => status),
    ).toEqual(['verbatim', 'edited']);
  });
});

describe('check: words and titles', () => {
  test.each([
    ['word-or-title', 'He sold a “clever” phone.'],
    ['word-or-title', 'The hall of the museum has “Harbour by Night” again.'],
    ['not-found', 'There was “We did it to him” on the wall.'],
    ['not-found', 'Mayor: ‘We Hid It All for Years’\n\nIt rained.'],
    ['word-or-title', 'Museum Buys ‘Harbour’\n\nIt rained.'],
    ['not-found', 'On the wall was “WE HID IT ALL”, in red.'],
    ['not-found', 'The museum shows “Harbour by Night” again.'],
    ['verbatim', 'The “bell” was sold.'],
    ['not-found', 'Weber called the wall “hopeless”.'],
    ['not-found', 'The “clever phone” was sold.'],
    ['verbatim', 'Berg called it “a lie”.'],
  ])('%s: %s', (status, draft) => {
    expect(check(draft).map((checked) => checked.status)).toEqual([status]);
  });
});

describe('check: cut off behind a "not"', () => {
  const text =
    'WEBER: I do not think the lock will hold. We never promised that the road opens in May. If the rain stops, the valley is dry by June. It is the school, not the church, and the roof is new. We doubt that anybody saw the log.';
  const speech = new References();
  speech.add({ id: 'speech', text, extract: () => extract({ text }) });
  const statuses = (draft: string) => speech.check(extract(draft), draft).map(({ status }) => status);

  test.each<[string, string[]]>([
    ['“The lock will hold,” Weber said.', ['elided-over']],
    ['Weber promised that “the road opens in May”.', ['elided-over']],
    ['“The rain stops,” Weber said.', ['elided-over']],
    ['“Anybody saw the log,” Weber said.', ['elided-over']],
    ['“I do not think the lock will hold,” Weber said.', ['verbatim']],
    ['Weber does not think “the lock will hold”.', ['verbatim']],
    ['Weber denied that “the road opens in May”.', ['verbatim']],
    ['“I do not think,” Weber said, “the lock will hold.”', ['verbatim', 'verbatim']],
    ['“The valley is dry by June,” Weber said.', ['verbatim']],
    ['“The roof is new,” Weber said.', ['verbatim']],
  ])('%s', (draft, expected) => {
    expect(statuses(draft)).toEqual(expected);
  });

  test('what was cut off is shown', () => {
    const draft = '“The lock will hold,” Weber said.';
    const [{ found, differences }] = speech.check(extract(draft), draft) as [CheckedQuotation];
    expect(found?.text).toBe('not think the lock will hold');
    expect(differences[0]).toEqual({ same: false, first: [], second: ['not', 'think'], marked: false });
  });
});

describe('check: which place', () => {
  test('of several the one where the draft’s speaker has it', () => {
    expect(check('“Safe,” Weber said.')[0]).toMatchObject({ status: 'verbatim', found: { speaker: 'Anna Weber' } });
    expect(check('“Safe,” Berg said.')[0]).toMatchObject({ status: 'verbatim', found: { speaker: 'Hans Berg' } });
  });

  test.each([
    'It cost about 1200 euros to mend the well known gate of the US post.',
    'It cost about 1,200 euros to mend the well-known gate of the U.S. post.',
  ])('figures, hyphens and dots as they are written elsewhere: %s', (said) => {
    const text = 'It cost about 1,200 euros to mend the well-known gate of the U.S. post.';
    const one = new References();
    one.add({ id: 'said', text, extract: () => extract({ text }) });
    const draft = (quoted: string) => `“${quoted}” Weber said.`;
    expect(one.check(extract(draft(said)), draft(said))[0]?.status).toBe('verbatim');
    const other = draft(said.replace(/1,?200/, '12.00'));
    expect(one.check(extract(other), other)[0]?.status).toBe('edited');
  });

  test('words parted by dots', () => {
    expect(listed('“Nobody … rang,” Weber said.')).toEqual([['verbatim', '“Nobody … rang,”']]);
  });

  test('a headline that the text does not have', () => {
    expect(check('It rained.', 'Weber: ‘Nobody rang the doctor’')).toMatchObject([
      { in: 'title', status: 'edited', start: 7, end: 31, text: '‘Nobody rang the doctor’' },
    ]);
    expect(check('Weber: ‘Nobody rang the doctor’\n\nIt rained.', 'Weber: ‘Nobody rang the doctor’')).toMatchObject([
      { in: 'text' },
    ]);
  });

  test('a very long quotation is checked in parts', () => {
    const long = (words: number, what: string) => Array.from({ length: words }, (_, at) => `${what}${at}`).join(' ');
    const speech = new References();
    const text = `${long(2500, 'word')}.`;
    speech.add({ id: 'speech', text, extract: () => extract({ text: '' }) });
    const draft = `“${long(1500, 'word')} ${long(1000, 'other')}.”`;
    expect(speech.check(extract(draft), draft).map(({ status }) => status)).toEqual([
      'verbatim',
      'edited',
      'not-found',
    ]);
  });

  test('a draft without its text is refused', () => {
    expect(() => references.check(extract('“Nobody rang the bell.”'))).toThrow(/includeText/);
    expect(references.check(extract('“Nobody rang the bell.”', { includeText: true }))).toHaveLength(1);
  });
});
