/** Claims of several sentences are compared sentence by sentence. */
import { describe, expect, test } from 'vitest';
import { Folder } from '../src/corroborate/index.ts';
import { partsOf, placesOf } from '../src/corroborate/parts.ts';
import { extract } from '../src/index.ts';

const partsIn = (text: string): string[][] => {
  const output = extract({ id: 'a', text });
  const places = placesOf(output);
  return output.claims.map((claim) =>
    partsOf(claim, output.sentences, places).map((part) => part.claim.content.map((piece) => piece.text).join(' | ')),
  );
};

test.each<[string, string[][]]>([
  ['“The dam is safe,” Mayor Ines Duarte said.', [['“The dam is safe,”']]],
  [
    '“The dam held through the night. The lower gate was opened at dawn,” Mayor Ines Duarte said.',
    [['“The dam held through the night.', 'The lower gate was opened at dawn,”']],
  ],
  [
    '“The dam,” Mayor Ines Duarte said, “held through the night. The lower gate was opened at dawn.”',
    [['“The dam,” | “held through the night.', 'The lower gate was opened at dawn.”']],
  ],
  [
    '“The dam held through the night. Thank God. The lower gate was opened at dawn,” Mayor Ines Duarte said.',
    [['“The dam held through the night.', 'Thank God. The lower gate was opened at dawn,”']],
  ],
  [
    '“No. The dam held through the night. The lower gate was opened at dawn,” Mayor Ines Duarte said.',
    [['“No. The dam held through the night.', 'The lower gate was opened at dawn,”']],
  ],
])('%s', (text, expected) => {
  expect(partsIn(text)).toEqual(expected);
});

test('a sentence has the people, days and figures that stand in it, and the first one the “not”', () => {
  const text =
    '“We did not lose 40 houses on 3 May 2024. Olga Brandt saved 12 boats on 5 May 2024,” Mayor Ines Duarte said.';
  const output = extract({ id: 'a', text });
  const parts = output.claims.flatMap((claim) => partsOf(claim, output.sentences, placesOf(output)));
  const held = parts.map(({ claim: { numbers, dates, people, negated }, goesOn }) => [
    output.numbers.filter(({ id }) => numbers.includes(id)).map(({ value }) => value),
    output.dates.filter(({ id }) => dates.includes(id)).map(({ value }) => value),
    output.people.filter(({ id }) => people.includes(id)).map(({ name }) => name),
    negated,
    goesOn,
  ]);
  expect(held).toEqual([
    [[40], ['2024-05-03'], [], true, false],
    [[12], ['2024-05-05'], ['Olga Brandt'], false, true],
  ]);
});

describe('one paper prints two sentences, two print one of them each', () => {
  const folder = new Folder();
  const said = ['The old dam held through the stormy night', 'The lower sluice gate was opened at dawn'];
  for (const [id, words] of [
    ['both', `${said[0]}. ${said[1]}`],
    ['first', said[0]],
    ['second', said[1]],
  ])
    folder.add(extract({ id: id!, text: `“${words},” Mayor Ines Duarte said on Friday.` }));
  const { clusters, register } = folder.corroborate();

  test('these are two claims', () => {
    const members = clusters.map((cluster) => cluster.members.map(({ article }) => article).sort());
    expect(members.sort()).toEqual([
      ['both', 'first'],
      ['both', 'second'],
    ]);
    const texts = clusters.flatMap((cluster) => cluster.members.map(({ text }) => text));
    expect(texts.every((text) => said.filter((words) => text.includes(words)).length === 1)).toBe(true);
  });

  test('of three that the speaker made', () => {
    expect(register.map(({ name, claims }) => [name, claims])).toEqual([['Ines Duarte', 3]]);
  });
});
