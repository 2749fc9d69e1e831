import { expect, test } from 'vitest';
import { readMarked, writtenArticles } from '../bench/train/written/index.ts';
import { KINDS } from '../src/sources/kind-model.ts';

test('marks become spans of the text without them', () => {
  const file = [
    '@ one',
    '{1.content The dam is safe}, {1.source1 Anna Weber} {1.cue1 said}, {1.cue2 according to} {1.source2 Tass}.',
    '',
    '{2.content “Nobody was hurt.”}',
    '',
    '= 1 1 person Anna Weber; 2 news-agency Tass',
    '= 2 ? 1 person Anna Weber',
  ].join('\n');
  const [{ id, text, attributions }] = readMarked(file) as [ReturnType<typeof readMarked>[number]];
  const cut = (pairs: readonly (readonly [number, number])[]) => pairs.map((pair) => text.slice(...pair));
  expect(id).toBe('one');
  expect(text).toBe('The dam is safe, Anna Weber said, according to Tass.\n\n“Nobody was hurt.”');
  expect(
    attributions.map(({ content, chain, optional }) => ({
      content: cut(content),
      chain: chain.map(({ source, cue, kind, name }) => [...cut(source), ...cut(cue), kind, name]),
      optional,
    })),
  ).toEqual([
    {
      content: ['The dam is safe'],
      chain: [
        ['Anna Weber', 'said', 'person', 'Anna Weber'],
        ['Tass', 'according to', 'news-agency', 'Tass'],
      ],
      optional: false,
    },
    { content: ['“Nobody was hurt.”'], chain: [['person', 'Anna Weber']], optional: true },
  ]);
});

test.each([
  ['a mark that does not end', '@ x\n{1.content It rained.\n= 1 1 person Ott'],
  ['a mark that did not begin', '@ x\nIt rained}.\n= 1 1 person Ott'],
  ['an attribution without content', '@ x\n{1.source1 Ott} {1.cue1 said} so.\n= 1 1 person Ott'],
  ['a link without a name', '@ x\n{1.content It rained}, {1.source1 Ott} {1.cue1 said}.\n= 1 1 person'],
])('%s is refused', (_, file) => {
  expect(() => readMarked(file)).toThrow(/^x: /);
});

test('every written article is marked soundly', () => {
  const articles = writtenArticles();
  const kinds: readonly string[] = KINDS;
  const faults = articles.flatMap(({ id, text, attributions }) =>
    attributions.flatMap(({ content, chain, medium }) => {
      const pairs = [...content, ...medium, ...chain.flatMap(({ source, cue }) => [...source, ...cue])];
      const edges = pairs.filter((pair) => text.slice(...pair).trim() !== text.slice(...pair));
      const unknown = chain.filter(({ kind }) => !kinds.includes(kind!));
      const cueless = chain.filter(({ cue }, link) => link > 0 && cue.length === 0);
      return [...edges, ...unknown, ...cueless].map((fault) => `${id}: ${JSON.stringify(fault)}`);
    }),
  );
  expect(faults).toEqual([]);
  expect(new Set(articles.map(({ id }) => id)).size).toBe(articles.length);
});
