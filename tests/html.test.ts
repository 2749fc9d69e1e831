/** The page of one article, as text: what is marked where, that every word is there once, and that nothing runs. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractArticle } from '../src/extract.ts';
import { extract } from '../src/index.ts';
import { findBlocks } from '../src/write/html/blocks.ts';
import { escaped } from '../src/write/html/escape.ts';
import { articlePage, writeHtml } from '../src/write/html/index.ts';
import { ROLE } from '../src/write/html/marks.ts';
import { writeText } from '../src/write/html/text.ts';
import { growthOf } from './counted.ts';
import { readFixtures } from './fixtures.ts';
import { HOSTILE, hostileOutput } from './hostile-page.ts';

const DECODED: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};
/** The words of a piece of HTML that holds no numbers of claims. */
const wordsOf = (html: string) =>
  html
    .replace(/<sup.*?<\/sup>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&[a-z#0-9]+;/g, (entity) => DECODED[entity]!);
const articleOf = (page: string) => /<article[^>]*>\n([\s\S]*)<\/article>/.exec(page)![1]!;
/** What a claim or mention marks, by the name that its pieces carry. */
const marked = (html: string, token: string) =>
  [...html.matchAll(/<mark[^>]* data-m="([^"]*)"[^>]*>([^<]*)<\/mark>/g)]
    .filter(([, tokens]) => tokens!.split(' ').includes(token))
    .map(([, , words]) => wordsOf(words!))
    .join('|');

describe('the text', () => {
  const text = 'Ann said Bob said it rained.';
  const span = (piece: string) => ({ start: text.indexOf(piece), end: text.indexOf(piece) + piece.length });
  const mark = (piece: string, role: keyof typeof ROLE, token: string, more: object = {}) => ({
    ...span(piece),
    role: ROLE[role],
    token,
    anchor: null,
    label: null,
    ...more,
  });
  const blocks = [{ start: 0, end: text.length, kind: 'body' as const }];

  test('spans that nest and overlap are cut into pieces that name all that lies on them', () => {
    const html = writeText(text, blocks, [
      mark('Bob said it rained', 'content', 'c1', { anchor: 'c1', label: '1' }),
      mark('it rained.', 'content', 'c2', { anchor: 'c2', label: '2' }),
      mark('Bob', 'person', 'p2', { anchor: 'p2' }),
      mark('Bob said', 'date', 'd1', { anchor: 'd1' }),
    ]);
    expect(html).toBe(
      '<p>Ann said <sup id="c1"><a href="#list-c1" aria-label="Claim 1">1</a></sup><span id="p2"></span>' +
        '<mark id="d1" class="c p d" data-m="c1 d1 p2" tabindex="0">Bob</mark><mark class="c d" data-m="c1 d1"> said</mark>' +
        '<mark class="c" data-m="c1"> </mark><sup id="c2"><a href="#list-c2" aria-label="Claim 2">2</a></sup>' +
        '<mark class="cc c" data-m="c1 c2">it rained</mark><mark class="c" data-m="c2">.</mark></p>\n',
    );
  });

  test('work grows with the number of spans, however deep they nest', () => {
    const nested = (depth: number) => {
      const long = 'x'.repeat(2 * depth);
      const marks = Array.from({ length: depth }, (_, index) => ({
        start: index,
        end: long.length - index,
        role: ROLE.content,
        token: `c${index}`,
        anchor: null,
        label: null,
      }));
      return writeText(long, [{ start: 0, end: long.length, kind: 'body' }], marks);
    };
    expect(growthOf(nested, 250, 4000)).toBeLessThan(24);
  });

  test('any spans over any text: every word once, and each span marks exactly its words', () => {
    const spans = fc.array(fc.tuple(fc.nat(60), fc.nat(60), fc.integer({ min: 0, max: 7 })), { maxLength: 12 });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), spans, (random, made) => {
        const whole = random.replace(/[\p{Cc}\u2028\u2029\u{10000}-\u{10ffff}]/gu, ' ');
        const marks = made.map(([a, b, role], index) => {
          const [start, end] = [Math.min(a, b, whole.length), Math.min(Math.max(a, b), whole.length)];
          return { start, end, role, token: `x${index}`, anchor: null, label: null };
        });
        const html = writeText(
          whole,
          findBlocks(whole, []),
          marks.filter(({ start, end }) => start < end),
        );
        const plain = whole.trim();
        expect(wordsOf(html).trim()).toBe(plain);
        for (const { start, end, token } of marks) {
          const lead = whole.length - whole.trimStart().length;
          const cut = start < end ? whole.slice(Math.max(start, lead), end) : '';
          expect(marked(html, token).replaceAll('|', '').trimEnd()).toBe(cut.replaceAll('|', '').trimEnd());
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('paragraphs', () => {
  const blocksOf = (text: string) => {
    const { sentences } = extract(text);
    return findBlocks(text, sentences).map(
      ({ start, end, kind }) => `${kind === 'heading' ? '# ' : ''}${text.slice(start, end).trim()}`,
    );
  };

  test('blank lines part them, a break inside a sentence does not', () => {
    const text = 'Heading\nThe dam is\nsafe. It was\nchecked.\n\nNobody left.';
    const sentences = ['Heading', 'The dam is\nsafe.', 'It was\nchecked.', 'Nobody left.'].map((words, index) => {
      const start = text.indexOf(words);
      return {
        start,
        end: start + words.length,
        text: words,
        kind: index === 0 ? ('heading' as const) : ('body' as const),
      };
    });
    expect(findBlocks(text, sentences).map(({ start, end, kind }) => [kind, text.slice(start, end)])).toEqual([
      ['heading', 'Heading'],
      ['body', 'The dam is\nsafe. It was\nchecked.'],
      ['body', 'Nobody left.'],
    ]);
  });
  test('breaks between sentences part them, whatever marks the line', () => {
    for (const line of ['\n', '\r\n', '\r', '\u2028']) {
      expect(blocksOf(`The dam is safe.${line}Nobody left.${line}${line}It rained.`)).toEqual([
        'The dam is safe.',
        'Nobody left.',
        'It rained.',
      ]);
    }
  });
  test('a heading stays a line of its own', () => {
    expect(blocksOf('Dam safe\n\nThe dam is\nsafe, they said.')[0]).toBe('# Dam safe');
  });
});

const articles = [...(await readFixtures())];

describe('the page of each fixture', () => {
  test.each(articles)('%s', (_, article) => {
    const output = extractArticle(article);
    const page = writeHtml({ output, article });
    const html = articleOf(page);
    const squeeze = (words: string) => words.replace(/\s+/g, ' ').trim();
    expect(squeeze(wordsOf(html))).toBe(squeeze(article.text));
    for (const { id, content, attribution } of output.claims) {
      const words = (spans: readonly { text: string }[]) =>
        squeeze(spans.map(({ text }) => text).join('')).replace(/\s/g, '');
      expect(marked(html, id).replace(/[|\s]/g, '')).toBe(words(content));
      for (const { cue } of attribution.filter(({ cue }) => cue))
        expect(marked(html, `${id}q`).replace(/[|\s]/g, '')).toContain(words([cue!]));
      expect(page.split(`id="${id}"`)).toHaveLength(2);
      expect(page.split(`id="list-${id}"`)).toHaveLength(2);
    }
    for (const { id } of [...output.dates, ...output.numbers, ...output.people]) {
      expect(page.split(`id="${id}"`)).toHaveLength(2);
    }
    expect(page.length).toBeLessThan(150_000);
  });
});

describe('nothing in an article becomes part of the page', () => {
  const output = hostileOutput();
  const page = articlePage(output, output.article.text!, { index: '../"><b>', notice: '<b>notice</b>' });

  test('only elements that we write, without event attributes, and no address but ours', () => {
    const names = new Set([...page.matchAll(/<([a-z0-9]+)/gi)].map(([, name]) => name!.toLowerCase()));
    for (const name of ['img', 'svg', 'iframe', 'object', 'base', 'b>']) expect(names).not.toContain(name);
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page.match(/<style/g)).toHaveLength(1);
    const tags = [...page.replace(/<(script|style)[^>]*>[\s\S]*?<\/\1>/g, '').matchAll(/<[a-z][^>]*>/gi)].join('\n');
    expect(tags).not.toMatch(/\son\w+\s*=|\sstyle\s*=|javascript:/i);
    expect(tags.match(/href="[^"#]*"/g)!.sort()).toEqual(['href="../&quot;&gt;&lt;b&gt;"', 'href="data:,"']);
  });

  test('what it says is there as words', () => {
    for (const words of HOSTILE) expect(page).toContain(escaped(words));
  });

  test('the policy names the one script and the one style, and nothing else may load', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)![1]!;
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`style-src ${hash(/<style>([\s\S]*?)<\/style>/.exec(page)![1]!)}`);
    expect(policy).toContain(`script-src ${hash(/<script[^>]*>([\s\S]*?)<\/script>/.exec(page)![1]!)}`);
    expect(policy).not.toContain('unsafe');
  });

  test('escaping keeps lengths, and replaces what no document may hold', () => {
    expect(escaped('a\u0000b\ud800c\u{1f600}\t\n')).toBe('a\ufffdb\ufffdc\u{1f600}\t\n');
  });

  test('an address of the web becomes a link, any other none', () => {
    const at = (url: string) => articlePage({ ...output, article: { ...output.article, url } }, '');
    expect(at('https://example.org/a?b=1&c="')).toContain('<a href="https://example.org/a?b=1&amp;c=%22" rel=');
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'no address', '//x.org']) {
      expect(at(url)).not.toContain('nofollow');
    }
  });
});

test('an article in which nothing was found says so', () => {
  const page = writeHtml({ output: extract('Rain.'), article: { text: 'Rain.' } });
  for (const words of [
    'No person is named.',
    'Nobody is quoted.',
    'No number is mentioned.',
    'No problems were found.',
  ]) {
    expect(page).toContain(words);
  }
  expect(articlePage({ ...extract('Rain.'), claims: [] }, 'Rain.')).toContain('No claims were found in this article.');
});
