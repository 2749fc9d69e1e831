/** The page of a run in Chromium: every filter, the keyboard, ten thousand claims, and nothing that an article says runs. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
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
import { hasBrowser, nodesOf, openBrowser, openPage, problemsOfLooks } from './browser.ts';

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
  const words = (found: number) => `${found} of ${claims().length} claims`;

  test('every filter finds what the outputs hold', async () => {
    const { page, oddities, close } = await openPage(browser, at('index.html'));
    expect(await count(page)).toBe(`${claims().length} claims`);
    expect(await page.locator('#results li').count()).toBe(50);
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
        'source=reuters',
        ({ output, claim }) => claim.attribution.some(({ source }) => named(output, source, 'reuters')),
      ],
      [
        'kind=news-agency',
        ({ output, claim }) => claim.attribution.some(({ source }) => kindOf(output, source) === 'news-agency'),
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
      const expected = claims().filter(holds).length;
      expect(expected, hash).toBeGreaterThan(0);
      await page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
      await expect.poll(() => count(page), { message: hash }).toBe(words(expected));
    }
    expect(await page.locator('[name=quotation]').inputValue()).toBe('direct');
    await page.click('button[type=reset]');
    await expect.poll(() => count(page)).toBe(`${claims().length} claims`);
    await page.fill('[name=q]', 'no such words anywhere');
    await expect.poll(() => count(page)).toBe('No claim is like this. Clear a filter to see more.');
    expect(oddities).toEqual([]);
    await close();
  });

  test('the keyboard alone reaches a bar of the timeline, a source, the next page; a claim opens at its words', async () => {
    const { page, oddities, close } = await openPage(browser, at('index.html'));
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).hash).toMatch(/^#from=\d{4}/);
    await expect.poll(() => count(page)).toMatch(/^\d+ of /);
    expect(await page.locator('.timeline a.chosen').count()).toBe(1);
    await page.focus('#quoted a');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('[name=source]').inputValue()).not.toBe('');
    await page.click('button[type=reset]');
    await page.focus('#next');
    await page.keyboard.press('Enter');
    expect(await page.locator('#page').textContent()).toMatch(/^2 of \d$/);
    await page.fill('[name=q]', 'fraudulent');
    await expect.poll(() => page.locator('#results li').count()).toBeLessThan(5);
    await page.click('#results .what a >> nth=0');
    await expect.poll(() => page.locator('mark.chosen').count()).toBeGreaterThan(0);
    await page.click('nav a');
    await expect.poll(() => page.url()).toBe(at('index.html'));
    expect(oddities).toEqual([]);
    await close();
  });

  test('suggestions come when a field of names is entered', async () => {
    const { page, close } = await openPage(browser, at('index.html'));
    expect(await page.locator('#source-names option').count()).toBe(0);
    await page.focus('[name=source]');
    expect(await page.locator('#source-names option').count()).toBeGreaterThan(50);
    await close();
  });

  test('ten thousand claims make no more of a page than what is seen of them', async () => {
    const { page, oddities, close } = await openPage(browser, at('many.html'));
    expect(await nodesOf(page)).toBeLessThan(20_000);
    await page.evaluate(`new Promise((resolve) => {
      addEventListener('hashchange', resolve);
      location.hash = 'q=the&source=a&sort=newest';
    })`);
    expect(await count(page)).toMatch(/^\d{3,} of 1\d{4} claims$/);
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
    expect(await page.locator('#results .who b').textContent()).toBe(HOSTILE.join(' ').replace(/\r/g, ''));
    expect(await page.locator('img, iframe, main script').count()).toBe(0);
    await page.click('#results .what a');
    await expect.poll(() => page.url()).toMatch(/articles\/hostile\/one\.html#c1$/);
    expect(oddities).toEqual([]);
    await close();
  });

  test('without its script the page says what is missing and links the articles', async () => {
    const { page, close } = await openPage(browser, at('index.html'), { javaScriptEnabled: false });
    expect(await page.locator('.notice').isVisible()).toBe(true);
    expect(await page.locator('#articles a').count()).toBe(outputs.length);
    await close();
  });
});
