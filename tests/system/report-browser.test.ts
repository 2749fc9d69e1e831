/** The page of a run in Chromium: every filter, the keyboard, ten thousand claims, and nothing that an article says runs. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { extractArticle } from '../../src/extract.ts';
import type { Output } from '../../src/output.ts';
import { Run } from '../../src/report/gather.ts';
import { writeReport } from '../../src/report/index.ts';
import { indexPage } from '../../src/report/index-page.ts';
import { intervalOf } from '../../src/report/interval.ts';
import { writeJson } from '../../src/write/json.ts';
import { readFixtures } from '../fixtures.ts';
import { HOSTILE, hostileOutput } from '../hostile-page.ts';
import { hasBrowser, nodesOf, openBrowser, openPage, PHONE, problemsOfLooks } from './browser.ts';

const MANY = 10_000;
const folder = mkdtempSync(join(tmpdir(), 'accordingto-report-'));
const at = (name: string) => pathToFileURL(join(folder, 'report', name)).href;

describe.runIf(hasBrowser)('in Chromium', () => {
  let browser: Browser;
  let outputs: Output[] = [];
  beforeAll(async () => {
    outputs = [...(await readFixtures()).values()].map((article) => extractArticle(article));
    outputs[0] = { ...outputs[0]!, article: { ...outputs[0]!.article, url: 'https://www.example.org/polls' } };
    for (const [index, output] of outputs.entries())
      writeFileSync(join(folder, `${index}.json`), writeJson({ output }));
    writeFileSync(join(folder, 'hostile.json'), JSON.stringify(hostileOutput('hostile/one')));
    await writeReport(folder, join(folder, 'report'), () => {});
    outputs.push(hostileOutput('hostile/one'));
    writeFileSync(join(folder, 'report/many.html'), indexPage('many', manyClaims(outputs), []));
    writeFileSync(join(folder, 'report/empty.html'), indexPage('none', new Run(), []));
    browser = await openBrowser();
  }, 120_000);
  afterAll(() => browser?.close());

  /** The same articles again and again, each time from other voices. */
  function manyClaims(all: readonly Output[]): Run {
    const run = new Run();
    for (let round = 0; run.data.claims.length < MANY; round += 1) {
      for (const [index, output] of all.entries()) {
        const sources = output.sources.map((source) => ({ ...source, name: `${source.name} ${round}` }));
        const people = output.people.map((person) => ({ ...person, name: `${person.name} ${round}` }));
        run.add({ ...output, sources, people }, `articles/${index}-${round}.html`);
      }
    }
    return run;
  }

  const claims = () => outputs.flatMap((output) => output.claims.map((claim) => ({ output, claim })));
  const count = (page: Page) => page.locator('#count').textContent();
  const attributed = () => claims().filter(({ claim }) => claim.attribution.length > 0);
  /** Without what is said of the articles' own voice, which is not shown unless it is asked for. */
  const shown = async (page: Page) => (await count(page))?.replace(/; .*$/, '');
  const words = (found: number) => `${found} of ${claims().length} claims`;

  test('every filter finds what the outputs hold', async () => {
    const { page, oddities, close } = await openPage(browser, at('index.html'));
    const own = claims().length - attributed().length;
    expect(await count(page)).toBe(`${words(attributed().length)}; ${own} of the articles’ own voice not shown`);
    await expect.poll(() => page.locator('#results li').count()).toBe(50);
    await page.check('[name=own]');
    await expect.poll(() => count(page)).toBe(`${claims().length} claims`);
    await page.uncheck('[name=own]');
    const named = (output: Output, id: string | null, name: string) =>
      output.sources
        .find((source) => source.id === id)
        ?.name.toLowerCase()
        .includes(name.toLowerCase()) ?? false;
    const kindOf = (output: Output, id: string | null) => output.sources.find((source) => source.id === id)?.kind;
    const within = (value: string, from: string, to: string) => {
      const interval = intervalOf(value);
      return interval !== null && interval[1] >= from && interval[0] <= `${to}~`;
    };
    const cases: [string, (of: { output: Output; claim: Output['claims'][number] }) => boolean][] = [
      [
        'q=the+WILL',
        ({ claim }) =>
          ['the', 'will'].every((word) =>
            claim.content
              .map(({ text }) => text)
              .join(' … ')
              .toLowerCase()
              .includes(word),
          ),
      ],
      [
        'q="to+the"+will',
        ({ claim }) =>
          ['to the', 'will'].every((word) =>
            claim.content
              .map(({ text }) => text.replace(/\s+/g, ' '))
              .join(' … ')
              .toLowerCase()
              .includes(word),
          ),
      ],
      [
        'source=reuters',
        ({ output, claim }) => claim.attribution.some(({ source }) => named(output, source, 'reuters')),
      ],
      [
        // Of outlets the page says what the register knows, of bodies what the articles say.
        'kind=government',
        ({ output, claim }) => claim.attribution.some(({ source }) => kindOf(output, source) === 'government'),
      ],
      ['kind=own', ({ claim }) => claim.attribution.length === 0],
      ['kind=nobody', ({ claim }) => claim.attribution.some(({ source }) => source === null)],
      ['stance=denies', ({ claim }) => claim.attribution.some(({ stance }) => stance === 'denies')],
      [
        'person=lukashenko',
        ({ output, claim }) =>
          claim.people.some((id) => output.people.find((person) => person.id === id)!.name.includes('Lukashenko')),
      ],
      [
        'from=2020-08&to=2020-09',
        ({ output, claim }) =>
          claim.dates.some((id) => within(output.dates.find((date) => date.id === id)!.value, '2020-08', '2020-09')),
      ],
      ['from=2020&to=2020&day=published', ({ output }) => output.article.published.date?.startsWith('2020') ?? false],
      ['outlet=0', ({ output }) => output.article.url !== undefined],
      ['quotation=mixed', ({ claim }) => claim.quotation === 'mixed'],
      [
        'stance=states&kind=person&quotation=direct',
        ({ output, claim }) =>
          claim.quotation === 'direct' &&
          claim.attribution.some(({ source, stance }) => stance === 'states' && kindOf(output, source) === 'person'),
      ],
    ];
    for (const [hash, holds] of cases) {
      const expected = (hash === 'kind=own' ? claims() : attributed()).filter(holds).length;
      expect(expected, hash).toBeGreaterThan(0);
      await page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
      await expect.poll(() => shown(page), { message: hash }).toBe(words(expected));
      await expect.poll(() => page.textContent('#ignored')).toBe('');
    }
    await expect.poll(() => page.locator('[name=quotation]').inputValue()).toBe('direct');
    await page.click('button[type=reset]');
    await expect.poll(() => shown(page)).toBe(words(attributed().length));
    await page.fill('[name=q]', 'no such words anywhere');
    await expect.poll(() => count(page)).toBe('No claim is like this. Clear a filter to see more.');
    await page.evaluate(`location.hash = 'from=soon&stance=sings&colour=red'`);
    await expect
      .poll(() => page.textContent('#ignored'))
      .toBe('Ignored: “colour” is no filter; “soon” is no day; there is no stance “sings”.');
    expect(oddities).toEqual([]);
    await close();
  });

  test('the keyboard alone reaches a bar of the timeline, a source, the next page; a claim opens at its words', async () => {
    const { page, oddities, close } = await openPage(browser, at('index.html'));
    await page.keyboard.press('Tab');
    await expect.poll(() => page.evaluate('document.activeElement.className')).toBe('skip');
    await page.focus('.timeline a');
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).hash).toMatch(/^#from=\d{4}/);
    await expect.poll(() => page.inputValue('[name=from]')).toMatch(/^\d{4}-\d\d-\d\d$/);
    await expect.poll(() => count(page)).toMatch(/^\d+ of /);
    await expect.poll(() => page.locator('.timeline a.chosen').count()).toBe(1);
    await page.focus('#quoted a');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('[name=source]').inputValue()).not.toBe('');
    await page.click('button[type=reset]');
    await page.focus('#next');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('#page').textContent()).toMatch(/^2 of \d$/);
    await page.fill('[name=q]', 'fraudulent');
    await expect.poll(() => page.locator('#results li').count()).toBeLessThan(5);
    await page.click('#results .what a >> nth=0');
    await expect.poll(() => page.locator('mark.chosen').count()).toBeGreaterThan(0);
    await page.click('nav a');
    await expect.poll(() => page.url()).toBe(at('index.html'));
    expect(oddities).toEqual([]);
    await close();
  });

  test('numbers beside each choice say what it would find, the found words are marked, a name leads to its claims', async () => {
    const { page, oddities, close } = await openPage(browser, `${at('index.html')}#q=the`);
    const option = page.locator('[name=kind] option[value=person]');
    const [, expected] = /\((\d+)\)/.exec((await option.textContent())!)!;
    expect(Number(expected)).toBeGreaterThan(1);
    // The other choices of the same select count as if none were made.
    const others = await page.locator('[name=kind] option').allTextContents();
    await page.selectOption('[name=kind]', 'person');
    await expect.poll(() => shown(page)).toBe(words(Number(expected)));
    await expect.poll(() => page.locator('[name=kind] option').allTextContents()).toEqual(others);
    await page.click('button[type=reset]');
    await page.fill('[name=q]', 'police');
    await expect.poll(() => page.locator('#results mark').count()).toBeGreaterThan(0);
    for (const mark of await page.locator('#results mark').allTextContents()) expect(mark.toLowerCase()).toBe('police');
    await page.click('button[type=reset]');
    const name = (await page.locator('#results .who b a').first().textContent())!;
    await page.locator('#results .who b a').first().click();
    await expect.poll(() => page.inputValue('[name=source]')).toBe(name);
    for (const who of await page.locator('#results .who').allTextContents())
      expect(who.toLowerCase()).toContain(name.toLowerCase());
    expect(oddities).toEqual([]);
    await close();
  });

  test('what is found can be taken along: as CSV, as a link', async () => {
    const { page, oddities, close } = await openPage(browser, `${at('index.html')}#kind=news-agency`, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('#download')]);
    const csv = readFileSync(await download.path(), 'utf8');
    expect(csv.startsWith('\ufeffarticle,outlet,published,claim,source,kind,')).toBe(true);
    const found = Number(/^\d+/.exec((await count(page))!)![0]);
    expect(parse(csv, { bom: true, columns: true })).toHaveLength(found);
    const clipboard = () => page.evaluate<string>('navigator.clipboard.readText()');
    await page.click('#copy');
    await expect.poll(clipboard).toBe(csv.slice(1));
    await page.click('#link');
    await expect.poll(clipboard).toBe(page.url());
    expect(page.url()).toContain('kind=news-agency');
    expect(oddities).toEqual([]);
    await close();
  });

  test('keys move through the claims, tables are sorted by their heads, and on a phone claims come first', async () => {
    const { page, oddities, close } = await openPage(browser, at('index.html'));
    await page.locator('#results .what a').nth(1).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.keyboard.press('j');
    const focused = await page.evaluate('document.activeElement.getAttribute("href")');
    expect(focused).toBe(await page.locator('#results .what a').nth(1).getAttribute('href'));
    await page.keyboard.press('?');
    await expect.poll(() => page.isVisible('#keys')).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await expect.poll(() => page.evaluate('document.activeElement.name')).toBe('q');
    const numbers = async () => (await page.locator('#articles tbody td:last-child').allTextContents()).map(Number);
    const head = page.locator('#articles thead th:last-child');
    await head.locator('button').click();
    expect(await numbers()).toEqual((await numbers()).toSorted((a, b) => b - a));
    await head.locator('button').click();
    expect(await numbers()).toEqual((await numbers()).toSorted((a, b) => a - b));
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    await close();
    const phone = await openPage(browser, at('index.html'), PHONE);
    const first = (await phone.page.locator('#results li').first().boundingBox())!;
    expect(first.y).toBeLessThan(PHONE.viewport.height);
    expect(await phone.page.isVisible('[name=source]')).toBe(false);
    expect([...oddities, ...phone.oddities]).toEqual([]);
    await phone.close();
  });

  test('suggestions come when a field of names is entered', async () => {
    const { page, close } = await openPage(browser, at('index.html'));
    await expect.poll(() => page.locator('#source-names option').count()).toBe(0);
    await page.focus('[name=source]');
    await expect.poll(() => page.locator('#source-names option').count()).toBeGreaterThan(50);
    await close();
  });

  test('ten thousand claims make no more of a page than what is seen of them', async () => {
    const { page, oddities, close } = await openPage(browser, at('many.html'));
    expect(await nodesOf(page)).toBeLessThan(20_000);
    await page.evaluate(`new Promise((resolve) => {
      addEventListener('hashchange', resolve);
      location.hash = 'q=the&source=a&sort=newest';
    })`);
    expect(await count(page)).toMatch(/^\d{3,} of 1\d{4} claims/);
    expect(await nodesOf(page)).toBeLessThan(20_000);
    expect(oddities).toEqual([]);
    await close();
  });

  test.each(['index', 'empty', 'articles/hostile/one'])(
    '%s: axe-core finds nothing, in both modes, wide and narrow',
    async (name) => {
      expect(await problemsOfLooks(browser, at(`${name}.html`))).toEqual([]);
    },
    60_000,
  );

  test('what a hostile article says stands in the list as words', async () => {
    const { page, oddities, close } = await openPage(browser, `${at('index.html')}#source=alert`);
    await expect.poll(() => page.locator('#results li').count()).toBe(1);
    await expect.poll(() => page.locator('#results .who b').textContent()).toBe(HOSTILE.join(' ').replace(/\r/g, ''));
    await expect.poll(() => page.locator('img, iframe, main script').count()).toBe(0);
    await page.click('#results .what a');
    await expect.poll(() => page.url()).toMatch(/articles\/hostile\/one\.html#c1$/);
    expect(oddities).toEqual([]);
    await close();
  });

  test('without its script the page says what is missing and links the articles', async () => {
    const { page, close } = await openPage(browser, at('index.html'), { javaScriptEnabled: false });
    await expect.poll(() => page.locator('noscript .notice').isVisible()).toBe(true);
    await expect.poll(() => page.locator('#articles a').count()).toBe(outputs.length);
    await close();
  });
});
