/** Claims across articles: the planted folder, and what must hold of any. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import { alterationOf, tokensOf } from '../src/corroborate/alteration.ts';
import { principalOf, sameBody } from '../src/corroborate/bodies.ts';
import { type CheckedQuotation, References } from '../src/corroborate/check.ts';
import { filesOfCorroboration } from '../src/corroborate/files.ts';
import { type Corroboration, Folder } from '../src/corroborate/index.ts';
import { Outlets } from '../src/corroborate/outlets.ts';
import { readRegister } from '../src/corroborate/register-file.ts';
import { clusterRow, copyRow, registerRow } from '../src/corroborate/rows.ts';
import { extract } from '../src/index.ts';
import type { Output } from '../src/output.ts';

const fixture = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../fixtures/lake/${name}`, import.meta.url)), 'utf8');

interface Told {
  readonly id: string;
  readonly text: string;
  readonly url?: string;
  readonly published?: string;
}

const REGISTER = readRegister(fixture('register.tsv'));
const LAKE = fixture('articles.jsonl')
  .trimEnd()
  .split('\n')
  .map((line) => outputOf(JSON.parse(line) as Told));

function outputOf({ id, text, url, published }: Told): Output {
  const output = extract({ id, text, ...(published === undefined ? {} : { published }) });
  return url === undefined ? output : { ...output, article: { ...output.article, url } };
}

function corroborate(outputs: readonly Output[], register = REGISTER): Corroboration {
  const folder = new Folder(register);
  for (const output of outputs) folder.add(output);
  return folder.corroborate();
}

const texts = (...all: readonly string[]): Output[] => all.map((text, at) => outputOf({ id: `a${at}`, text }));

describe('one blog, seven that repeat it, one denial', () => {
  const made = corroborate(LAKE);
  const rumour = made.clusters.find(({ gist }) => gist.includes('large animal'))!;

  test('comes from one speaker, and was heard once', () => {
    expect(rumour.articles).toBe(9);
    expect([rumour.speakers, rumour.hearings]).toEqual([
      [1, 1],
      [1, 1],
    ]);
    expect(rumour.origins.map(({ kind, name }) => [kind, name])).toEqual([['named', 'Nils Borg']]);
    expect(rumour.flags).toEqual(['single-origin']);
  });

  test('two have it through the wire, the others from the blog', () => {
    const from = (article: string) =>
      rumour.edges
        .filter(({ to, kind }) => to === `article:lake/${article}` && kind === 'reports')
        .map((edge) => edge.from);
    for (const article of ['courier', 'herald']) expect(from(article)).toEqual(['article:lake/nordwire']);
    for (const article of ['nordwire', 'gazette', 'tribune', 'sunrise', 'star']) {
      expect(from(article)).toEqual(['article:lake/diary']);
    }
    const roles = Object.fromEntries(rumour.members.map(({ article, role }) => [article.slice(5), role]));
    expect(roles).toMatchObject({ diary: 'origin', courier: 'copy', herald: 'relay', examiner: 'own' });
  });

  test('the denial is no support, and a contradiction', () => {
    expect(rumour.members.find(({ article }) => article === 'lake/examiner')!.origins).toEqual([]);
    expect(rumour.contradictions.map(({ kind, about }) => [kind, about])).toEqual([['denied', 'The Falun Institute']]);
  });

  test('the altered figure is found', () => {
    const figures = made.clusters
      .flatMap(({ contradictions }) => contradictions)
      .filter(({ kind }) => kind === 'figures');
    expect(figures.map(({ first, second }) => [first.text, second.text])).toEqual([['nine metres', 'twelve metres']]);
  });

  test('the weather is in no cluster, and the wire story was copied', () => {
    const articles = made.clusters.flatMap(({ members }) => members.map(({ article }) => article));
    expect(articles).not.toContain('lake/weather');
    expect(made.copies.map(({ from, to, level }) => [from, to, level])).toContainEqual([
      'lake/nordwire',
      'lake/courier',
      'copy',
    ]);
  });

  test('every row has the schema, every proof is what stands there', () => {
    for (const row of made.clusters) clusterRow.parse(row);
    for (const row of made.register) registerRow.parse(row);
    for (const row of made.copies) copyRow.parse(row);
    const originals = new Map(
      fixture('articles.jsonl')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Told)
        .map(({ id, text }) => [id, text]),
    );
    const proofs = made.clusters.flatMap(({ origins, edges, contradictions }) => [
      ...origins.flatMap(({ evidence }) => evidence),
      ...edges.flatMap(({ evidence }) => evidence),
      ...contradictions.flatMap(({ first, second }) => [first, second]),
    ]);
    expect(proofs.length).toBeGreaterThan(10);
    for (const { article, start, end, text } of proofs) expect(originals.get(article)!.slice(start, end)).toBe(text);
  });

  test('the same bytes for any order of articles, and added one by one', () => {
    const whole = JSON.stringify(made);
    expect(JSON.stringify(corroborate([...LAKE].reverse()))).toBe(whole);
    const folder = new Folder(REGISTER);
    for (const output of LAKE) {
      folder.add(output);
      folder.corroborate();
    }
    expect(JSON.stringify(folder.corroborate())).toBe(whole);
  });

  test('articles of another matter change no cluster', () => {
    const others = texts(
      'The bakery in Mill Lane will close in May, owner Rosa Pint said.',
      'A bakery closes in May, Pint said.',
    );
    const more = corroborate([...LAKE, ...others]).clusters.filter(({ members }) =>
      members[0]!.article.startsWith('lake/'),
    );
    expect(JSON.stringify(more)).toBe(JSON.stringify(made.clusters));
  });

  test('outlets and owners come from the register of the user', () => {
    const diary = made.register.find(({ name }) => name === 'Lakeside Diary')!;
    expect([diary.kind, diary.ownId]).toEqual(['media', 'blog-1']);
    expect(made.register.find(({ name }) => name === 'Nordwire')!.owner).toBe('Nordic Wire Cooperative');
  });

  test('as NDJSON, CSV, Parquet and GEXF', async () => {
    const files = new Map(
      (await filesOfCorroboration(made, ['ndjson', 'csv', 'parquet', 'gexf'])).map(({ name, parts }) => [
        name,
        Buffer.concat([...parts].map((part) => Buffer.from(part))),
      ]),
    );
    expect(
      String(files.get('clusters.ndjson'))
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual(made.clusters);
    expect(String(files.get('members.csv')).split('\n')[0]).toContain('cluster,article,claim');
    expect(String(files.get('corroboration.gexf'))).toContain(
      'source="article:lake/nordwire" target="article:lake/courier"',
    );
    const { buffer, byteOffset, byteLength } = files.get('clusters.parquet')!;
    const rows = await parquetReadObjects({ file: buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer });
    expect(rows.map(({ cluster }) => cluster)).toEqual(made.clusters.map(({ cluster }) => cluster));
    expect(rows[0]!.speakers).toEqual([1, 1]);
  });
});

describe('origins', () => {
  const speakers = (...all: string[]) => corroborate(texts(...all), new Map()).clusters[0]?.speakers;
  const CLAIM = 'the Karol mine will close in March after ninety years of work';

  test('a spokesman and his firm are one', () => {
    expect(
      speakers(`Brenta Mining said that ${CLAIM}.`, `A spokeswoman for Brenta Mining said that ${CLAIM}.`),
    ).toEqual([1, 1]);
  });

  test('two persons are two', () => {
    expect(speakers(`Director Pavol Hrasko said that ${CLAIM}.`, `Mayor Ines Duarte said that ${CLAIM}.`)).toEqual([
      2, 2,
    ]);
  });

  test('unnamed sources of two papers may be one', () => {
    expect(speakers(`An official said that ${CLAIM}.`, `Two people close to the talks said that ${CLAIM}.`)).toEqual([
      1, 2,
    ]);
  });

  test('outlets that credit each other go in a ring', () => {
    const ring = [
      { id: 'a', url: 'https://cnn.com/1', text: `The New York Times reported that ${CLAIM}.` },
      { id: 'b', url: 'https://nytimes.com/1', text: `CNN reported that ${CLAIM}.` },
    ];
    expect(corroborate(ring.map(outputOf), new Map()).clusters[0]!.flags).toContain('circular');
  });

  test.each([
    ['a spokeswoman for the Bank of Arden', 'Bank of Arden'],
    ['Apple CEO Tim Cook', 'Apple'],
    ['Alaska Airlines spokesman Cole Cosgrove', 'Alaska Airlines'],
    ['a spokesman', null],
    ['the minister', null],
  ])('%s speaks for %s', (words, body) => {
    expect(principalOf(words)).toBe(body);
  });

  test('names of one body', () => {
    expect(sameBody('marine association', 'marine association of the coast')).toBe(true);
    expect(sameBody('imf', 'international monetary fund')).toBe(true);
    expect(sameBody('bank of arden', 'bank of norwick')).toBe(false);
  });
});

describe('a changed quotation', () => {
  const what = (first: string, second: string) => alterationOf(tokensOf(first), tokensOf(second)).what;
  const BASE = 'we did not close the old road because of the election in May';

  test.each([
    ['a not that is gone', BASE, 'we did close the old road because of the election in May', 'not'],
    [
      'a may that is gone',
      'the road may be open again before the summer',
      'the road will be open again before the summer',
      'may',
    ],
    [
      'another figure',
      'we counted 14 cracks in the wall of the dam',
      'we counted 40 cracks in the wall of the dam',
      '14',
    ],
    ['a not under dots', 'we did … close the old road because of the election', BASE, 'not'],
    ['cut at the end', BASE, 'we did not close the old road because', null],
    ['a word for a word', BASE, 'we did not shut the old road because of the election in May', null],
    ['a bracket', BASE, 'we did not close [it] because of the election in May', null],
    ['a figure in words', 'we counted five cracks in the old wall', 'we counted 5 cracks in the old wall', null],
  ])('%s', (_, first, second, expected) => {
    expect(what(first, second)).toBe(expected);
  });
});

describe('check: a draft beside what was said', () => {
  const references = new References();
  const text =
    'Mayor Anna Weber spoke on Monday.\n\n“We did not close the dam because of the election. Water was coming through the eastern wall and our engineers checked it twice. We may open the road in June,” Weber said.\n\n“Nobody has seen the third report,” councillor Hans Berg said.\n\nThe valley road will stay closed until the first of June.';
  references.add({ id: 'speech', text, extract: () => extract({ text }) });
  const check = (draft: string): CheckedQuotation => references.check(extract({ text: draft }), draft)[0]!;

  test.each([
    ['verbatim', '“Our engineers checked it twice,” Weber said.'],
    ['verbatim', '“Water was coming through … our engineers checked it twice,” Weber said.'],
    ['edited', '“We will open the road in June,” Weber said.'],
    ['elided-over', '“We did … close the dam because of the election,” Weber said.'],
    ['spliced', '“We did not close the dam because of the election. We may open the road in June,” Weber said.'],
    ['other-speaker', '“Nobody has seen the third report,” Weber said.'],
    ['verbatim', '“The valley road will stay closed until the first of June,” Weber said.'],
    ['not-found', '“The sky is falling on all of us,” Weber said.'],
  ])('%s: %s', (status, draft) => {
    expect(check(draft).status).toBe(status);
  });

  test.each([
    ['speaker-unknown', 'The council met on Monday.\n\n“The lower gate has been stuck since winter.”'],
    ['speaker-unknown', 'It was said in the hall that “the lower gate has been stuck since winter”.'],
    ['speaker-unknown', 'A report on the dam came out. “The lower gate has been stuck since winter,” it was reported.'],
    ['other-speaker', '“The lower gate has been stuck since winter,” a diver said.'],
    ['verbatim', '“The lower gate has been stuck since winter,” Mayor Anna Weber said.'],
    ['verbatim', 'Dear friends! The lower gate has been stuck since winter. We will repair it.'],
  ])('%s: by a text that says: %s', (status, said) => {
    const one = new References();
    one.add({ id: 'said', text: said, extract: () => extract({ text: said }) });
    const draft = extract({ text: '“The lower gate has been stuck since winter,” Weber said.' }, { includeText: true });
    expect(one.check(draft).map((checked) => checked.status)).toEqual([status]);
  });

  test('says where it stands', () => {
    const { found } = check('“Our engineers checked it twice,” Weber said.');
    expect(text.slice(found!.start, found!.end)).toBe('our engineers checked it twice');
    expect([found!.reference, found!.speaker]).toEqual(['speech', 'Anna Weber']);
  });
});

describe('register', () => {
  test('the Journal is the one that the article names in full', () => {
    const outlets = new Outlets();
    expect(outlets.meant('Journal', ['Wall Street Journal'])?.name).toBe('Wall Street Journal');
    expect(outlets.meant('Journal', [])).toBe(null);
    expect(outlets.ofUrl('https://edition.cnn.com/2024/x')?.name).toBe('CNN');
    expect(outlets.ofUrl('https://www.orsa.example/x')?.name).toBe('orsa.example');
    expect(outlets.agencyOfDateline('MINSK (Reuters) - The')?.name).toBe('Reuters');
  });

  test('one person by several names is one entry, two of one surname are two', () => {
    const { register } = corroborate(
      texts(
        'Senator Robert Hale said that the Orsa bridge in Norwick is safe.',
        'Sen. Robert J. Hale said that the Orsa bridge in Norwick is safe.',
        'Actress Maria Hale said that the film was shot in Lisbon.',
      ),
      new Map(),
    );
    expect(
      register
        .filter(({ name }) => name.includes('Hale'))
        .map(({ articles }) => articles)
        .sort(),
    ).toEqual([1, 2]);
  });

  test.each([
    ['nom\tkind\nA\tmedia', /line 1: the first line names the columns/],
    ['name\tkind\nA\tpaper', /line 2: "paper" is no kind/],
    ['name\tkind\n\tmedia', /line 2: has no name/],
  ])('refuses %j', (file, message) => {
    expect(() => readRegister(file)).toThrow(message);
  });
});
