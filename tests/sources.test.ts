/** Sources: what kind of speaker words name, and which mentions mean the same one. */
import { describe, expect, test } from 'vitest';
import type { Attribution, Source } from '../src/document.ts';
import { slice } from '../src/document.ts';
import { analyse, extractArticle } from '../src/extract.ts';
import { loadWords } from '../src/lexicon.ts';
import { knownName } from '../src/source-kinds/index.ts';
import { FACTOR, factorAt, shippedWeights } from '../src/sources/coreference/factors.ts';
import { findSources } from '../src/sources/index.ts';
import { nameOf } from '../src/sources/name.ts';
import { articleOf, attributionsIn } from './attributed.ts';

function sourcesOf(text: string): { sources: readonly Source[]; mentionsOf: (name: string) => string[] } {
  const { article, layers } = attributionsIn(text);
  const sources = findSources(article, layers);
  const mentionsOf = (name: string) =>
    (sources.find((source) => source.name === name)?.mentions ?? []).map((mention) => slice(article, mention));
  return { sources, mentionsOf };
}

describe('the name to show', () => {
  test.each([
    ['Russia’s RIA news agency', 'news-agency', 'RIA'],
    ['the Tass news agency', 'news-agency', 'Tass'],
    ['Itar-Tass', 'news-agency', 'Tass'],
    ['the DPA', 'news-agency', 'DPA'],
    ['the agency DPA', 'news-agency', 'DPA'],
    ['Le Matin newspaper', 'media', 'Le Matin'],
    ['the Russian Defense Ministry', 'government', 'Russian Defense Ministry'],
    ['the opposition', 'group', 'the opposition'],
    ['Halden Foods, which owns 300 bakeries', 'organization', 'Halden Foods'],
    ['Velmora Group, Europe’s third-largest maker of paper', 'organization', 'Velmora Group'],
    ['Hart, Lang & Co', 'organization', 'Hart, Lang & Co'],
    ['The Pell Harbour Times', 'media', 'Pell Harbour Times'],
    ['the Danish newspaper', 'media', 'Danish newspaper'],
    ['a Lisbon radio station', 'media', 'Lisbon radio station'],
    ['the Danish newspaper Søndag', 'media', 'Søndag'],
    ['homelessness charity Warm Beds', 'organization', 'Warm Beds'],
    ['The studio, Oak & Thistle', 'organization', 'Oak & Thistle'],
    ['a group called Quiet Streets', 'organization', 'Quiet Streets'],
    ['The National News Agency', 'news-agency', 'National News Agency'],
    ['Her party', 'organization', 'Her party'],
    ['the company, which runs 12 ferries', 'organization', 'company'],
    ['One neighbour, who did not want to give his name', 'anonymous', 'One neighbour'],
    ['The carrier, which is to dismiss 400 people', 'organization', 'carrier'],
    ['villagers, some of whom had fled', 'group', 'villagers, some of whom had fled'],
    ['analysts who follow the stock', 'group', 'analysts who follow the stock'],
  ] as const)('%s: %s', (text, kind, name) => {
    expect(nameOf(text, kind)).toBe(name);
  });

  test('a name in the lexicon is known with its article and its possessive', () => {
    expect(knownName('the Kremlin’s')?.kind).toBe('government');
  });

  const capitalised = (name: string): string => name[0]!.toUpperCase() + name.slice(1);

  test('the nouns of a newspaper’s name are no newspaper in small letters', () => {
    expect(['The union leader', 'the post', 'The star'].map(knownName)).toEqual([null, null, null]);
    expect(['The Union Leader', 'the Post', 'The Star'].map((name) => knownName(name)?.kind)).toEqual([
      ...['media', 'media', 'media'],
    ]);
  });

  test('every name in the lexicon is known however it is written', () => {
    const names = loadWords(new URL('../src/source-kinds/names.tsv', import.meta.url));
    // What ends like a possessive itself is taken for one.
    const unknown = [...names]
      .filter((name) => !name.endsWith("'s"))
      .flatMap((name) =>
        [
          `the ${capitalised(name.replace(/^the /u, ''))}’s`,
          `THE  ${name.replace(/^the /u, '').toUpperCase()}`,
          `The\u00a0${capitalised(name.replace(/^the /u, ''))}'`,
          ` ${capitalised(name)}\n`,
        ]
          .filter((text) => knownName(text) === null)
          .map((text) => JSON.stringify(text)),
      );
    expect(unknown).toEqual([]);
  });
});

describe('one entry for one source', () => {
  test('an agency, its pronoun and its noun', () => {
    const { sources, mentionsOf } = sourcesOf(
      'Interfax news agency said the base had fallen. It said three men were killed. The agency said others fled.',
    );
    expect(sources).toHaveLength(1);
    expect(mentionsOf('Interfax')).toEqual(['Interfax news agency', 'It', 'The agency']);
  });

  test('a person with full name, surname and pronoun, linked to the layer people', () => {
    const { sources } = sourcesOf(
      'Foreign Minister Jane Smith said the talks had failed. Smith said they would not resume. She said she was sorry.',
    );
    expect(sources).toHaveLength(1);
    expect(sources[0]).toMatchObject({ name: 'Jane Smith', kind: 'person', person: 0 });
    expect(sources[0]!.mentions).toHaveLength(3);
  });

  test('a person who only owns the source is not the source', () => {
    const { sources } = sourcesOf('A spokesman for John Smith said the minister was ill.');
    expect(sources[0]).toMatchObject({ kind: 'person', person: null });
  });

  test.each([
    ['Finnish driver Anneli Koski stormed out of the car. “It was red,” the Finn said.', 'Anneli Koski'],
    [
      'Striker Pedro Lind of Uruguay came on late. Uruguay’s Pedro Lind fell. The Uruguayan said he was hurt.',
      'Pedro Lind',
    ],
    ['Colin Pryce QC said his client was ill.', 'Colin Pryce'],
    ['Andrei Popa lost on Monday. Popa himself said he was glad.', 'Andrei Popa'],
  ])('%s', (text, name) => {
    expect(sourcesOf(text).sources).toMatchObject([{ name, kind: 'person', resolved: true }]);
  });

  test.each([
    ['Nick Larsson won the seat in May. The Liberal Democrat said the vote was close.', 'Nick Larsson'],
    ['Ed Lang (D-Nev.) voted no. The Democrat said the bill was dead.', 'Ed Lang'],
    ['Lisa Trent, a Tory MP, opposed the bill. The Tory MP said it would fail.', 'Lisa Trent'],
    ['The GOP candidate Paul Hale toured Ohio. The GOP candidate said the war was lost.', 'Paul Hale'],
    ['Jean Moreau lost the final on Sunday. The Frenchman said he was hurt.', 'Jean Moreau'],
    ['Mark Dole, 45, was arrested on Monday. The 45-year-old said he was innocent.', 'Mark Dole'],
    ['Karl Weber, 61, met Mark Dole, 45, on Monday. The 61-year-old said he was innocent.', 'Karl Weber'],
    ['Anna Keller was a banker before. The former banker said she was tired.', 'Anna Keller'],
    ['Paul Hale met Anna Keller, the Ohio senator. The Ohio senator said the war was lost.', 'Anna Keller'],
  ])('a description after the name: %s', (text, name) => {
    expect(sourcesOf(text).sources).toMatchObject([{ name, person: expect.any(Number), resolved: true }]);
  });

  test.each([
    ['A police spokeswoman said no. Ruth Collins, the spokeswoman, said the road would open.', 'Ruth Collins'],
    ['An airport spokesman said no. Spokesman Yehiel Amit said the runway would open.', 'Yehiel Amit'],
    ['A federal judge denied it. Judge Mark Wolf said the public had a right to know.', 'Mark Wolf'],
    ['A union official said the strike would go on. Union official Lena Graf said the talks had failed.', 'Lena Graf'],
    ['A defence lawyer said the trial was unfair. Ian Sands, the lawyer, said he would appeal.', 'Ian Sands'],
  ])('a description before the name: %s', (text, name) => {
    expect(sourcesOf(text).sources).toMatchObject([{ name, person: expect.any(Number), resolved: true }]);
  });

  test.each([
    ['A police spokesman said the road was closed. The mayor, Karl Weber, was in Paris.', 'police spokesman'],
    ['A teacher said the school was closed. Karl Weber, who owns a bakery, was in Paris.', 'teacher'],
    ['Anna Keller met Paul Hale. Hale said it was over. Her lawyer said the talks had failed.', 'Her lawyer'],
    ['Anna Keller met Paul Hale. Hale said it was over. Keller’s son said the talks had failed.', 'Keller’s son'],
    ['Hans Weber sued Anna Keller. Keller called it absurd. Weber’s lawyer said it had lied.', 'Weber’s lawyer'],
  ])('a description of somebody else: %s', (text, name) => {
    expect(sourcesOf(text).sources.find((source) => source.name === name)).toMatchObject({ person: null });
  });

  test('a description that may mean one of two stays open, with both', () => {
    const { sources } = sourcesOf(
      'Jane Holt met Mayor Ed Ross in Reno. The Nevada Republican said the bill would fail.',
    );
    expect(sources).toMatchObject([{ kind: 'person', person: null, resolved: false }]);
    expect(sources[0]!.candidates.map(({ name }) => name).sort()).toEqual(['Ed Ross', 'Jane Holt']);
  });

  test.each([
    ['Three men were arrested. One of them said the door was open.', 'person'],
    ['Three men were arrested. Another of them said the door was open.', 'person'],
    ['The players met on Monday. Several of them said they would leave.', 'group'],
    ['Four hikers were found. Two of them said they had lost their way.', 'group'],
    ['The residents left on Friday. Most of them said they were afraid.', 'group'],
  ])('part of those named before: %s', (text, kind) => {
    expect(sourcesOf(text).sources[0]).toMatchObject({ kind });
  });

  test('an age alone is nobody whom the text names', () => {
    const { sources } = sourcesOf('The shop burned on Monday. The 24-year-old said she would appeal.');
    expect(sources).toMatchObject([{ name: 'The 24-year-old', kind: 'person', resolved: false }]);
  });

  test('the World Health Organization is no pronoun', () => {
    const { sources } = sourcesOf('Doctor Jane Smith fell ill. WHO said the wave was over.');
    expect(sources).toMatchObject([{ name: 'WHO', kind: 'organization' }]);
  });

  test('a quotation that stands alone goes on with the turn of who spoke last', () => {
    const text =
      'Tom Brannigan insisted the ball had crossed the line. “Everybody in the ground saw it but the one man who mattered.”\n\n“We will write to the league about it and ask for a hearing.”\n\nIt rained.';
    const { claims, sources } = extractArticle(articleOf(text));
    const brannigan = sources.find(({ name }) => name === 'Tom Brannigan')!.id;
    const said = claims.filter(({ quotation }) => quotation === 'direct');
    expect(said.map(({ attribution }) => attribution)).toMatchObject([
      [{ source: brannigan, span: null, cue: null }],
      [{ source: brannigan, span: null, cue: null }],
    ]);
  });

  test('who speaks on condition of anonymity is anonymous', () => {
    const { sources } = sourcesOf('An official, speaking on condition of anonymity, said the deal was dead.');
    expect(sources[0]?.kind).toBe('anonymous');
  });

  test.each([
    ['Harbour Customs Board (HCB)', 'HCB', 'Harbour Customs Board'],
    ['Mistral Marine Inc', 'Mistral', 'Mistral Marine Inc'],
  ])('%s and %s', (full, short, name) => {
    const { sources } = sourcesOf(`The ${full} said the port was shut. ${short} said ships would wait.`);
    expect(sources.map((source) => source.name)).toEqual([name]);
  });

  test('a country inside another name is itself', () => {
    const { sources } = sourcesOf('The UAE embassy said the road was shut. The UAE said it was open.');
    expect(sources).toHaveLength(2);
  });

  test('a firm is no union', () => {
    const { sources } = sourcesOf('The Harbour Workers Union said the strike was on. The company said it was off.');
    expect(sources).toHaveLength(2);
  });

  test('common nouns that introduce a name are no part of it', () => {
    const { sources } = sourcesOf('The owner, Mistral Marine Inc, said the port was shut.');
    expect(sources[0]).toMatchObject({ kind: 'organization', name: 'Mistral Marine Inc' });
  });

  test('who says “I” is who is quoted', () => {
    const { article, layers } = attributionsIn('“I think the port is shut,” Jane Smith said.');
    const span = (text: string) => {
      const start = article.text.indexOf(text);
      return { start, end: start + text.length };
    };
    const attribution = (source: string, cue: string, content: string): Attribution => ({
      content: [span(content)],
      links: [{ source: span(source), cue: span(cue), lemma: cue, stance: 'states' }],
      medium: null,
      by: 'test',
      confidence: 1,
    });
    const attributions = [
      attribution('Jane Smith', 'said', '“I think the port is shut,”'),
      attribution('I', 'think', 'the port is shut'),
    ];
    const sources = findSources(article, { ...layers, attributions });
    expect(sources).toHaveLength(1);
    expect(sources[0]!.mentions.map((mention) => slice(article, mention))).toEqual(['I', 'Jane Smith']);
  });

  test('a possessive name is the person', () => {
    const { sources } = sourcesOf('Jane Smith said the port was shut. Smith’s claim that ships waited was false.');
    expect(sources).toHaveLength(1);
  });

  test('a pronoun that nothing explains means nobody that another one means', () => {
    const { sources } = sourcesOf('Some say the port is shut. Some say it is open.');
    expect(sources).toHaveLength(2);
  });

  test('links without a source make no entry', () => {
    const nobody: Attribution = {
      content: [{ start: 0, end: 4 }],
      links: [{ source: null, cue: { start: 5, end: 8 }, lemma: 'allegedly', stance: 'alleges' }],
      medium: null,
      by: 'test',
      confidence: 1,
    };
    const { article, layers } = attributionsIn('Rain fell.');
    expect(findSources(article, { ...layers, attributions: [nobody] })).toEqual([]);
  });
});

test('an agency that passes on what others say deals in news', () => {
  const { sources } = sourcesOf('“We were late,” the agency quoted Jane Smith as saying.');
  expect(sources.find(({ name }) => name === 'the agency')?.kind).toBe('news-agency');
});

describe('whom a source means', () => {
  const speakersOf = (text: string): [string, string, boolean][] => {
    const article = articleOf(text);
    return analyse(article)
      .sources.flatMap(({ name, resolved, mentions }) =>
        mentions.map(({ start, end }) => ({ start, end, name, resolved })),
      )
      .sort((a, b) => a.start - b.start)
      .map(({ start, end, name, resolved }) => [slice(article, { start, end }), name, resolved]);
  };

  test.each([
    [
      'one named in what is said is not who says it',
      'Mr Dara says Mr Hale is a thief. He says Mr Hale had become militant.',
      'He',
      'Dara',
    ],
    [
      'a photographer in a credit is nobody’s antecedent',
      'Karl Dahl told videographer Omar Zaki it was wrong. (Omar Zaki/CBC) He said the cost was too high.',
      'He',
      'Karl Dahl',
    ],
    [
      'a role means who is named with it',
      'Premier Otto Brandt was arrested. Governor Anna Weber urged calm. The governor said nobody was hurt.',
      'The governor',
      'Anna Weber',
    ],
    [
      'an agency goes on speaking',
      'The Tass news agency said the base had fallen. The agency said others fled.',
      'The agency',
      'Tass',
    ],
    [
      'a relative pronoun is its antecedent',
      'The council thanked Jane Smith, who said the plan had failed.',
      'who',
      'Jane Smith',
    ],
    [
      'a description means the body whose name has its class',
      'The Ashford Echo named the winner. Kelmar Foods sent flowers. The paper said 40 people came.',
      'The paper',
      'Ashford Echo',
    ],
    [
      'a ministry is the one named before',
      'Anna Weber joined the Ministry of Rural Affairs in May. The ministry said she would start at once.',
      'The ministry',
      'Ministry of Rural Affairs',
    ],
    [
      'the last words of a name are its short form',
      'The Ashford Echo and a radio station sent reporters. The Echo said 40 people came.',
      'The Echo',
      'Ashford Echo',
    ],
    [
      'what the text calls a body takes it up',
      'Sunvale, a charity that feeds 900 families, lost its lease. The charity said it would move.',
      'The charity',
      'Sunvale',
    ],
  ])('%s', (_, text, words, name) => {
    expect(speakersOf(text)).toContainEqual([words, name, true]);
  });

  test.each([
    ['The company said the strike was off.', 'The company'],
    ['The union said nobody had been paid.', 'The union'],
  ])('%s: nobody is named', (text, words) => {
    expect(speakersOf(text)).toContainEqual([words, words, false]);
  });

  test('a pronoun and a role that nobody fits stay open, each alone', () => {
    const { sources } = sourcesOf('She said the dam was safe. The dam broke. The mayor said it was not his fault.');
    const open = sources.filter(({ resolved }) => !resolved);
    expect(open.map(({ name }) => name)).toEqual(['She', 'The mayor']);
    expect(open.map(({ person }) => person)).toEqual([null, null]);
  });

  test('the article’s own I is its author', () => {
    const { sources } = sourcesOf('By Nora Lindt\n\nThe harbour is empty. I say the strike was a mistake.');
    expect(sources).toContainEqual(expect.objectContaining({ name: 'Nora Lindt', role: 'author', resolved: true }));
  });

  test('pronouns that speak stand among the mentions of their speaker', () => {
    const { people } = analyse(
      articleOf('Jane Smith met Paul Hale. Smith said she was tired. She said that Hale was tired too.'),
    );
    const smith = people.find(({ name }) => name === 'Jane Smith')!;
    expect(smith.mentions.filter(({ kind }) => kind === 'pronoun').length).toBeGreaterThanOrEqual(2);
  });
});

describe('factors', () => {
  test('a step beyond a factor is its last, one below 0 its first: no weight is asked for that is not there', () => {
    const { first, last } = FACTOR.distance;
    expect([-19, 0, 3, 6, 40].map((step) => factorAt(FACTOR.distance, step))).toEqual([
      first,
      first,
      first + 3,
      last,
      last,
    ]);
  });

  test('all weights are numbers', () => {
    const weights = shippedWeights();
    expect(weights.length).toBeGreaterThan(1000);
    expect(weights.every(Number.isFinite)).toBe(true);
  });
});
