/** Where claims of several articles come from: what was once counted, named or flagged wrongly. */
import { describe, expect, test } from 'vitest';
import { hasUncreditedCopy } from '../src/corroborate/flags.ts';
import { Folder } from '../src/corroborate/index.ts';
import { readRegister } from '../src/corroborate/register-file.ts';
import { clusterRow } from '../src/corroborate/rows.ts';
import { extract } from '../src/index.ts';

interface Told {
  readonly id: string;
  readonly text: string;
  readonly url?: string;
}

function clustersOf(articles: readonly Told[], register = '') {
  const folder = new Folder(register === '' ? undefined : readRegister(register));
  for (const { url, ...article } of articles) {
    const output = extract(article);
    folder.add(url === undefined ? output : { ...output, article: { ...output.article, url } });
  }
  const { clusters } = folder.corroborate();
  for (const cluster of clusters) clusterRow.parse(cluster);
  return clusters;
}

const CLAIM = 'the Karol mine will close in March after ninety years of work';
const about = (articles: readonly Told[], register = '') =>
  clustersOf(articles, register).find(({ members }) => members.some(({ text }) => text === CLAIM))!;
const named = (cluster: ReturnType<typeof about>) => cluster.origins.map(({ kind, name }) => `${kind} ${name}`);

describe('a ring of credits', () => {
  const cnn = { id: 'a', url: 'https://cnn.com/1', text: `The New York Times reported that ${CLAIM}.` };
  const times = { id: 'b', url: 'https://nytimes.com/1', text: `CNN reported that ${CLAIM}.` };

  test('with nobody in it comes from nobody, and nothing of it is missing', () => {
    const cluster = about([cnn, times]);
    expect(cluster.flags).toEqual(['no-origin', 'circular']);
    expect([cluster.speakers, named(cluster)]).toEqual([[1, 1], ['voice a']]);
  });

  test('out of which one leads comes from there alone', () => {
    const said = `${times.text} “The Karol mine will close in March after ninety years of work,” Pavol Hrasko said.`;
    const cluster = about([cnn, { ...times, text: said }]);
    expect([cluster.speakers, named(cluster)]).toEqual([[1, 1], ['named Pavol Hrasko']]);
    expect(cluster.flags).not.toContain('origin-outside');
  });

  test('of ten outlets that all name one another ends', () => {
    const names = 'CNN,Reuters,AP,BBC,Fox News,The Guardian,The New York Times,Washington Post,Bloomberg,NPR'.split(
      ',',
    );
    const sites =
      'cnn.com,reuters.com,apnews.com,bbc.com,foxnews.com,theguardian.com,nytimes.com,washingtonpost.com,bloomberg.com,npr.org';
    const articles = sites.split(',').map((site, at) => ({
      id: site,
      url: `https://${site}/1`,
      text: names.flatMap((name, other) => (other === at ? [] : `${name} reported that ${CLAIM}.`)).join(' '),
    }));
    expect(about(articles).flags).toEqual(['no-origin', 'circular']);
  });
});

test('what all deny comes from those who deny it', () => {
  const cluster = about([
    { id: 'a', text: `Director Pavol Hrasko denied that ${CLAIM}.` },
    { id: 'b', text: `Mayor Ines Duarte has denied that ${CLAIM}.` },
  ]);
  expect([cluster.speakers, named(cluster)]).toEqual([
    [2, 2],
    ['named Ines Duarte', 'named Pavol Hrasko'],
  ]);
});

test('two papers of one owner may have heard it once', () => {
  const owned = (owner: string) =>
    `name\tkind\towner\nArden Courier\tmedia\tValley Papers\nOrsa Herald\tmedia\t${owner}\n`;
  const articles = [
    { id: 'a', text: `Director Pavol Hrasko told the Arden Courier that ${CLAIM}.` },
    { id: 'b', text: `Director Pavol Hrasko told the Orsa Herald that ${CLAIM}.` },
  ];
  expect(about(articles, owned('Valley Papers')).hearings).toEqual([1, 2]);
  expect(about(articles, owned('Coast Media')).hearings).toEqual([2, 2]);
});

describe('one text in two articles without a day', () => {
  const body =
    'The last shift at the pit goes down in March. The pumps will run until the summer and the old tower stays open as a museum. Buses to the valley go on as before, and the school stays open for at least two more years.';
  const twice = (words: string) => ['a', 'b'].map((id) => ({ id, text: `${body} ${words} said that ${CLAIM}.` }));

  test('makes neither of them the first', () => {
    const cluster = about(twice('Director Pavol Hrasko'));
    expect(cluster.members.map(({ role }) => role)).toEqual(['copy', 'copy']);
    expect(cluster.edges.find(({ kind }) => kind === 'copied')!.proof).toBe('none');
  });

  test('is an uncredited copy whichever of them names nobody', () => {
    for (const order of [
      ['a', 'b'],
      ['b', 'a'],
    ]) {
      const [first, second] = order as [string, string];
      const cluster = about([
        { id: first, text: `${body} Director Pavol Hrasko said that ${CLAIM}.` },
        { id: second, text: `${body} The Karol mine will close in March after ninety years of work.` },
      ]);
      expect(cluster.flags, first).toContain('uncredited-copy');
    }
  });

  test.each([
    ['An official', true],
    ['One of the miners', true],
    ['Officials', false],
    ['Three people in the town hall', false],
  ])('%s: one origin? %s', (words, single) => {
    expect(about(twice(words)).flags.includes('single-origin')).toBe(single);
  });
});

test('an article that is added again is no second article', () => {
  const article = { id: 'a', text: `Director Pavol Hrasko said that ${CLAIM}.` };
  expect(clustersOf([article, article])).toEqual([]);
});

test('claims that begin at one place make clusters of two names', () => {
  const text =
    'The Karol mine in Orsa valley will close in March. Chancellor Duarte flew to Lisbon for talks about fishing quotas.';
  const folder = new Folder();
  for (const id of ['a', 'b']) {
    const output = extract({ id, text });
    const [claim] = output.claims;
    // Another claim whose first piece begins at the same letter, as statements in pieces have it.
    const { start, end, text: words } = output.sentences[1]!;
    const content = [
      { start: 0, end: 3, text: 'The' },
      { start, end, text: words },
    ];
    folder.add({ ...output, claims: [claim!, { ...claim!, id: 'c9', content }] });
  }
  const ids = folder.corroborate().clusters.map(({ cluster }) => cluster);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(2);
});

test('looking for uncredited copies reads each member once, however many texts are shared', () => {
  const reads = (count: number): number => {
    const articles = Array.from({ length: count }, (_, at) => ({
      id: `a${at}`,
      outlet: { name: 'Orsa Herald' },
      agency: null,
      outlets: ['Orsa Herald'],
    }));
    let read = 0;
    const claim = { attribution: [] };
    const members = articles.map((article) => ({
      article,
      get claim() {
        read += 1;
        return claim;
      },
    }));
    const shared = articles.flatMap((_, from) =>
      articles.slice(from + 1).map((__, more) => ({ from, to: from + 1 + more, direction: null })),
    );
    const cluster = { members, shared } as unknown as Parameters<typeof hasUncreditedCopy>[0];
    expect(hasUncreditedCopy(cluster, articles as unknown as Parameters<typeof hasUncreditedCopy>[1])).toBe(false);
    return read;
  };
  expect([reads(20), reads(80)]).toEqual([20, 80]);
});
