/** What stands around an article in a page, and what a page says about itself: own pages, every kind in several shapes. */
import { describe, expect, test } from 'vitest';
import { findSentences } from '../src/sentences/index.ts';
import { readOne } from './reading.ts';

const CONSENT = [
  'We and our 842 partners store and access information on a device, such as cookies, and process personal data, such as unique identifiers and standard information sent by a device.',
  'With your permission we and our partners may use precise location data and identification through device scanning.',
  'You may click to consent to our processing as described above, or access more detailed information and change your preferences before consenting.',
  'Please note that some processing of your personal data may not require your consent, but you have a right to object to such processing.',
  'Your preferences will apply to this website only, and you can change them at any time by returning to this site.',
];
const banner = (open: string, close: string) => `${open}${CONSENT.map((text) => `<p>${text}</p>`).join('')}${close}`;
const BRIEFS: readonly (readonly [title: string, paragraphs: readonly string[]])[] = [
  [
    'Ferry runs aground near Hollen',
    ['A ferry with 60 people on board ran aground near Hollen on Tuesday, the coastguard said.'],
  ],
  [
    'Mill fire in Brackwater under control',
    [
      'Firefighters brought a fire at a mill in Brackwater under control overnight.',
      'Nobody was hurt, a spokesman said.',
    ],
  ],
  [
    'Court frees former mayor of Tessin',
    ['A court in Tessin freed the former mayor, Ines Vogt, on Friday for lack of evidence.'],
  ],
  ['Storm cuts power to 4,000 homes', ['A storm cut power to 4,000 homes on the west coast, the grid operator said.']],
];
const BANNERS: readonly (readonly [name: string, html: string])[] = [
  [
    'a dialog',
    banner('<div role="dialog" class="fc-consent-root"><h2>We value your privacy</h2>', '<button>Agree</button></div>'),
  ],
  ['a plain block before the article', banner('<div class="qx7"><h2>Your privacy</h2>', '</div>')],
  ['a section with a cookie class', banner('<section class="cookie-notice__inner">', '</section>')],
];
const page = (title: string, body: string, head = '') =>
  `<!DOCTYPE html><html lang="en"><head><title>${title} | Coast Herald</title><meta property="og:title" content="${title}">${head}</head><body>${body}</body></html>`;
const paragraphs = (texts: readonly string[]) => texts.map((text) => `<p>${text}</p>`).join('\n');

describe('a consent text never takes the place of a short article', () => {
  const inputs = BRIEFS.flatMap(([title, texts]) => BANNERS.map(([name, html]) => [title, name, texts, html] as const));
  test.each(inputs)('%s, with %s', async (title, _, texts, html) => {
    const article = await readOne('a.html', page(title, `${html}<main><h1>${title}</h1>${paragraphs(texts)}</main>`));
    for (const text of texts) expect(article.text).toContain(text);
    expect(article.text).not.toMatch(/partners|personal data|preferences|cookies/i);
  });
  test('what was read instead is said', async () => {
    const [title, texts] = BRIEFS[0]!;
    const { problems } = await readOne('a.html', page(title, `${BANNERS[1]![1]}<main>${paragraphs(texts)}</main>`));
    expect(problems).toMatchObject([{ stage: 'read', code: 'other-stretch' }]);
  });
});

const LONG = [
  'The council of Aldermoor voted on Monday to close the old bridge to lorries, after engineers found cracks in two of its piers.',
  '“We cannot wait for an accident,” said Mara Lind, who leads the council. She said that the repairs would take until the spring.',
  'Hauliers called the decision hasty. Their association said that a detour of 18 miles would cost its members a million crowns a month.',
  'The bridge was built in 1931 and carries about 9,000 vehicles a day, according to the county, which pays for its upkeep.',
  'A second report on the foundations is expected in June, and the council said it would publish all of it.',
];
const TITLE = 'Aldermoor closes its old bridge to lorries';
const withPiece = (piece: string, at = 2) =>
  page(
    TITLE,
    `<nav><a href="/">Home</a><a href="/news">News</a></nav><article><h1>${TITLE}</h1>${paragraphs(LONG.slice(0, at))}${piece}${paragraphs(LONG.slice(at))}</article><footer><p>© Coast Herald</p></footer>`,
  );

describe('furniture inside an article', () => {
  test.each([
    ['a related line', '<p><strong>Related: <a href="/x">Five bridges that failed their inspection</a></strong></p>'],
    ['a read-more line', '<p>READ MORE: <a href="/x">Lorry drivers plan a protest in the capital</a></p>'],
    ['an advertisement mark', '<div class="ad-slot"><p>Advertisement</p></div>'],
    [
      'a newsletter invitation',
      '<div class="newsletter"><p>Sign up for our daily newsletter to get the best stories of the coast.</p><form><input></form></div>',
    ],
    ['share links', '<ul class="share"><li><a href="#">Share on Facebook</a></li><li><a href="#">Tweet</a></li></ul>'],
    [
      'a list of related headlines',
      '<div class="related"><h3>Most read</h3><ul><li><a href="/1">Harbour opens a new quay</a></li><li><a href="/2">Two held over missing boat</a></li></ul></div>',
    ],
    [
      'a credit under a picture',
      '<figure><img src="b.jpg"><figcaption>The old bridge on Sunday. (Image: Coast Herald)</figcaption></figure>',
    ],
  ])('%s is left out', async (_, piece) => {
    const { text } = await readOne('a.html', withPiece(piece));
    expect(text).toBe(LONG.join('\n\n'));
  });
  test('a subheading stays, as a heading', async () => {
    const article = await readOne('a.html', withPiece('<h2>What happens now?</h2>'));
    const headings = findSentences(article, {}).filter(({ kind }) => kind === 'heading');
    expect(headings.map(({ start, end }) => article.text.slice(start, end))).toEqual(['What happens now?']);
  });
  test('captions are read where they are asked for, and kept apart', async () => {
    const caption = 'Lorries queue at the old bridge on Sunday, the council said.';
    const html = withPiece(`<figure><img src="b.jpg"><figcaption>${caption}</figcaption></figure>`);
    expect((await readOne('a.html', html)).text).not.toContain(caption);
    const article = await readOne('a.html', html, { captions: true });
    const captions = findSentences(article, {}).filter(({ kind }) => kind === 'caption');
    expect(captions.map(({ start, end }) => article.text.slice(start, end))).toEqual([caption]);
  });
  test('a quotation with its speaker stays whole', async () => {
    const { text } = await readOne(
      'a.html',
      withPiece(
        '<blockquote><p>The bridge is older than any of us and it shows its age.</p><footer>— <cite>Mara Lind, council leader</cite></footer></blockquote>',
      ),
    );
    expect(text).toContain('The bridge is older than any of us and it shows its age.\n\n— Mara Lind, council leader');
  });
  test('an embedded post keeps its author in a line of its own', async () => {
    const { text } = await readOne(
      'a.html',
      withPiece(
        '<blockquote class="twitter-tweet"><p>Closing the bridge without a word to the drivers is no way to run a county.</p>— Jonas Hale (@jonashale) <a href="https://t.example/1">May 6, 2024</a></blockquote>',
      ),
    );
    expect(text).toContain('run a county.\n\n— Jonas Hale (@jonashale) May 6, 2024');
  });
});

test.each([
  ['line breaks', LONG.join('<br><br>')],
  ['line breaks with white space between', LONG.join('<br>\n <br />\n')],
  ['blocks', LONG.map((text) => `<div>${text}</div>`).join('')],
  ['spans and breaks', LONG.map((text) => `<span>${text}</span>`).join('<br/><br/>')],
])('paragraphs parted by %s', async (_, body) => {
  const { text } = await readOne('a.html', page(TITLE, `<div id="story">${body}</div>`));
  expect(text).toBe(LONG.join('\n\n'));
});

test('a page that has its article only in JSON-LD', async () => {
  const data = JSON.stringify({ '@type': 'NewsArticle', headline: TITLE, articleBody: LONG.join('\n\n') });
  const html = page(TITLE, '<div id="app"></div>', `<script type="application/ld+json">${data}</script>`);
  const article = await readOne('a.html', html);
  expect(article.text).toBe(LONG.join('\n\n'));
  expect(article.problems).toMatchObject([{ code: 'body-in-data' }]);
});

describe('what a page says about itself', () => {
  const read = (head: string, body = '') =>
    readOne('a.html', `<html><head>${head}</head><body><article>${body}${paragraphs(LONG)}</article></body></html>`);
  test.each([
    [
      'a name behind a bar',
      '<title>Bridge closed | Coast Herald</title><meta property="og:site_name" content="Coast Herald">',
      'Bridge closed',
    ],
    [
      'a name behind a dash',
      '<title>Bridge closed – The Coast Herald</title><meta property="og:site_name" content="Coast Herald">',
      'Bridge closed',
    ],
    [
      'section and name',
      '<title>Bridge closed | News | Coast Herald</title><link rel="canonical" href="https://www.coastherald.example/b"><h1>Bridge closed</h1>',
      'Bridge closed',
    ],
    [
      'the host only',
      '<title>Bridge closed - CoastHerald</title><link rel="canonical" href="https://coastherald.example/b">',
      'Bridge closed',
    ],
    [
      'references escaped twice',
      '<meta property="og:title" content="Bridge isn&amp;#8217;t safe &amp;amp; closed">',
      'Bridge isn’t safe & closed',
    ],
    [
      'a dash that parts no name',
      '<title>Bridge closed – and nobody knows why</title>',
      'Bridge closed – and nobody knows why',
    ],
  ])('the title: %s', async (_, head, title) => {
    expect((await read(head)).title).toBe(title);
  });
  test.each([
    ['article:published', '<meta property="article:published" content="2024-05-06T11:00:09.000Z">', ''],
    ['several names in one itemprop', '<meta itemprop="datePublished dateCreated" content="2024-05-06">', ''],
    ['pdate', '<meta name="pdate" content="20240506">', ''],
    [
      'published before modified',
      '<meta property="article:modified_time" content="2024-05-09"><meta property="article:published_time" content="2024-05-06">',
      '',
    ],
    ['the address', '<link rel="canonical" href="https://c.example/2024/05/06/bridge.html">', ''],
    [
      'the address with a month in letters',
      '<meta property="og:url" content="https://c.example/world/2024/may/06/bridge">',
      '',
    ],
    ['the text of an element', '', '<span itemprop="datePublished">Mon 6:45 PM, May 6, 2024</span>'],
    ['the text of a time element', '', '<time class="pub-date">May 6, 2024</time>'],
    ['a line with a class', '', '<div class="story-date date">Monday, 6 May 2024</div>'],
  ])('the day: %s', async (_, head, body) => {
    expect((await read(head, body)).published).toMatchObject({ date: '2024-05-06', basis: 'metadata' });
  });
  test('two different days in lines of the page are none', async () => {
    const { published } = await read('', '<div class="date">6 May 2024</div><div class="date">7 May 2024</div>');
    expect(published.date).toBeNull();
  });
  test.each<[string, readonly string[] | undefined]>([
    ['No Author', undefined],
    ['Article by', undefined],
    ['Ida Brandt22 Dec 2016', undefined],
    ['admin', undefined],
    ['By Ida Brandt', ['Ida Brandt']],
    ['Analysis by Ida Brandt, Herald Editor-at-large', ['Ida Brandt']],
    ['Ida Brandt, Jon Moss and Kit Hale', ['Ida Brandt', 'Jon Moss', 'Kit Hale']],
    ['IDA BRANDT, CH National Political Writer', ['IDA BRANDT']],
  ])('authors: %s', async (written, authors) => {
    expect((await read(`<meta name="author" content="${written}">`)).authors).toEqual(authors);
  });
});
