/** Registers and folders as nobody should write them, and some do. */
import { describe, expect, test } from 'vitest';
import { References } from '../src/corroborate/check.ts';
import { type Corroboration, Folder } from '../src/corroborate/index.ts';
import { readRegister } from '../src/corroborate/register-file.ts';
import { extract, type Output } from '../src/index.ts';

const HEAD = 'name\tkind\tsame-as\towner\tid';
const rows = (...lines: readonly string[]) => readRegister([HEAD, ...lines, ''].join('\n'));

describe('a register', () => {
  test.each([
    [
      'that is empty',
      '',
      'is empty; the first line names the columns name, kind, same-as, owner, id, with tabs between',
    ],
    ['of a comment alone', '# who is who\n', 'is empty; the first line names'],
    ['without names of columns', 'Ines Duarte\tperson\n', 'line 1: the first line names the columns'],
    ['with a column twice', 'name\tkind\tname\n', 'line 1: has the column name twice'],
    [
      'with a cell too many',
      `${HEAD}\nArden Courier\tmedia\t\tArden\tGroup\tpaper-1\n`,
      'line 2: has 6 cells for 5 columns',
    ],
    ['with a kind that is none', `${HEAD}\nInes Duarte\twizard\n`, 'line 2: "wizard" is no kind'],
    [
      'where two are one another',
      `${HEAD}\nA One\tmedia\tB Two\nB Two\tmedia\tA One\n`,
      'line 2: same-as leads from "A One" in a circle',
    ],
    [
      'where three go round',
      `${HEAD}\nX\tperson\tA One\nA One\tperson\tB Two\nB Two\tperson\tC Three\nC Three\tperson\tA One\n`,
      'line 2: same-as leads from "X" in a circle',
    ],
  ])('%s says where and why', (_, text, message) => {
    expect(() => readRegister(text)).toThrow(message);
  });

  test('empty cells behind the last are nothing', () => {
    expect(rows('Ines Duarte\tperson\t\t\t\t\t').get('ines duarte')?.kind).toBe('person');
  });

  test('same-as leads to the end of a chain, in whatever order it is written', () => {
    const made = rows(
      'Inés D.\tperson\tMayor Duarte',
      'Mayor Duarte\tperson\tInes Duarte',
      'Ines Duarte\tperson\t\t\tm-1',
    );
    expect([...made.values()].map(({ sameAs }) => sameAs)).toEqual(['Ines Duarte', 'Ines Duarte', null]);
  });

  test('who is the same as himself is himself', () => {
    expect(rows('Ines Duarte\tperson\tInes Duarte').get('ines duarte')?.sameAs).toBe('Ines Duarte');
  });

  test('chains of names are one entry', () => {
    const folder = new Folder(rows('Inés Duarte\tperson\tInez Duarte', 'Inez Duarte\tperson\tMara Duarte'));
    for (const output of mine('Inés Duarte said that', 'Mara Duarte said that')) folder.add(output);
    const { register } = folder.corroborate();
    expect(register.map(({ name, articles }) => [name, articles])).toEqual([['Mara Duarte', 2]]);
  });
});

const CLAIM = 'the Karol mine will close in March after ninety years of work';

function mine(...openings: readonly string[]): Output[] {
  return openings.map((opening, at) => extract({ id: `a${at}`, text: `${opening} ${CLAIM}.` }));
}

function corroborate(outputs: readonly Output[]): { readonly folder: Folder; readonly made: Corroboration } {
  const folder = new Folder();
  for (const output of outputs) folder.add(output);
  return { folder, made: folder.corroborate() };
}

describe('two texts under one id', () => {
  const first = extract({ id: 'a', published: '2024-03-01', text: `Mayor Ines Duarte said that ${CLAIM}.` });
  const second = extract({ id: 'a', published: '2024-03-02', text: `Mayor Ines Duarte denied that ${CLAIM}.` });
  const other = extract({ id: 'b', published: '2024-03-02', text: `Pavol Hrasko said that ${CLAIM}.` });

  test('are one article, as it was last, in whatever order they come', () => {
    const { folder, made } = corroborate([second, first, other]);
    expect(made.clusters.map(({ articles }) => articles)).toEqual([2]);
    expect(made.clusters[0]!.members.map(({ article }) => article).sort()).toEqual(['a', 'b']);
    expect(made.clusters[0]!.contradictions.map(({ kind }) => kind)).toEqual(['denied']);
    expect(folder.replaced).toEqual(['a']);
    expect(corroborate([other, first, second]).made).toMatchObject({ clusters: made.clusters, copies: made.copies });
  });

  test('alone make no claim in several articles', () => {
    const { folder, made } = corroborate([first, second]);
    expect(folder.size).toBe(1);
    expect([made.clusters, made.copies]).toEqual([[], []]);
  });
});

describe('folders at the edge', () => {
  test.each<[string, Output[]]>([
    ['no article', []],
    ['one article', mine('Mayor Ines Duarte said that')],
    [
      'one article that denies itself',
      [extract({ id: 'a', text: `Ines Duarte said that ${CLAIM}. Later Ines Duarte denied that ${CLAIM}.` })],
    ],
    ['articles without a word', ['a', 'b'].map((id) => extract({ id, text: '' }))],
  ])('%s: nothing stands in several', (_, outputs) => {
    const { made } = corroborate(outputs);
    expect([made.clusters, made.copies]).toEqual([[], []]);
  });

  test('fifty that are one text come from one speaker, heard once', () => {
    const text = `Mayor Ines Duarte said that ${CLAIM}. The works council was told about it on Friday evening.`;
    const { made } = corroborate(Array.from({ length: 50 }, (_, at) => extract({ id: `a${at}`, text })));
    const [cluster] = made.clusters.filter(({ gist }) => gist === CLAIM);
    expect([cluster!.articles, cluster!.speakers, cluster!.hearings]).toEqual([50, [1, 1], [1, 1]]);
  });

  test('a day that is none is no day', () => {
    const outputs = mine('Mayor Ines Duarte said that', 'According to mayor Ines Duarte');
    const odd = outputs.map((output) => ({
      ...output,
      article: { ...output.article, published: { ...output.article.published, date: '2024-13-45' } },
    }));
    expect(corroborate(odd).made.clusters.map(({ articles }) => articles)).toEqual([2]);
  });

  test.each(['__proto__', 'constructor', ' ', 'a b'])('an article may be called "%s"', (id) => {
    const [one, other] = mine('Mayor Ines Duarte said that', 'According to mayor Ines Duarte');
    const { made } = corroborate([{ ...one!, article: { ...one!.article, id } }, other!]);
    expect(made.clusters[0]!.members.map(({ article }) => article).sort()).toEqual([id, 'a1'].sort());
    expect(made.registerOf(id, 's1')).toBe(made.register[0]!.register);
  });
});

describe('the same words a month apart', () => {
  const STORY = `The council of Arden has sold the old paper mill to a maker of bicycles. The buyer is building a workshop and a small museum beside the weir. Nobody knew what the machines in the cellar were worth.`;
  const OTHER = `A new bridge carries cyclists over the river since the flood took the ferry away. Nobody knew what the machines in the cellar were worth. Its engineers had worked through two winters.`;
  const claims = (texts: readonly string[], days: readonly string[]) => {
    const outputs = texts.map((text, at) => extract({ id: `a${at}`, text, published: days[at]! }));
    return corroborate(outputs)
      .made.clusters.map(({ gist }) => gist.slice(0, 20))
      .sort();
  };
  const MONTH = ['2024-03-01', '2024-04-01'];
  const ALL = ['Nobody knew what the', 'The buyer is buildin', 'The council of Arden'];

  test.each<[string, string[], string[], string[]]>([
    ['in one text', [STORY, STORY], MONTH, ALL],
    ['in a text with a credit line', [STORY, `${STORY} Lena Moro reported this first.`], MONTH, ALL],
    [
      'in two texts of one week that have nothing else in common',
      [STORY, OTHER],
      ['2024-03-01', '2024-03-08'],
      [ALL[0]!],
    ],
    ['in two texts that have nothing else in common', [STORY, OTHER], MONTH, []],
    [
      'of another day each time',
      Array<string>(2).fill('The market on the square of Arden opens on Monday with cheese and flowers.'),
      MONTH,
      [],
    ],
  ])('%s', (_, texts, days, expected) => {
    expect(claims(texts, days)).toEqual(expected);
  });
});

describe('check, where words of a quotation stand just before it and several quotations in a row', () => {
  const text = `Ines Duarte opened the meeting. “Nobody will lose a house because of it,” Duarte said. The council went through the budget for the schools of the valley, which took an hour, and came back to the pit. “The mine will close in March after ninety years of work,” Duarte said. Of the work of the day that was the end.`;
  const references = new References();
  references.add({ id: 'meeting', text, extract: () => extract({ id: 'meeting', text }) });
  const statuses = (draft: string) =>
    references.check(extract({ id: 'draft', text: draft }), draft).map(({ status }) => status);

  test.each<[string, string[]]>([
    ['“The mine will close in March after ninety years of work,” said Ines Duarte.', ['verbatim']],
    [
      '“Nobody will lose a house because of it.” “The mine will close in March after ninety years of work,” said Ines Duarte.',
      ['verbatim', 'verbatim'],
    ],
    [
      'Ines Duarte said: “Nobody will lose a house because of it” … “the mine will close in March”.',
      ['verbatim', 'verbatim'],
    ],
    ['“The mine will … close in March after ninety years of work,” said Ines Duarte.', ['verbatim']],
    ['“The old mine will close in March after ninety years of work,” said Ines Duarte.', ['edited']],
    ['“The mine will not close in March after ninety years of work,” said Ines Duarte.', ['edited']],
    ['“The mine will close in March after ninety years of toil,” said Ines Duarte.', ['edited']],
    ['“Nobody will lose a house because of it. The mine will close in March,” said Ines Duarte.', ['spliced']],
  ])('%s', (draft, expected) => {
    expect(statuses(draft)).toEqual(expected);
  });
});
