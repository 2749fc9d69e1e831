/** The page of one article in Chromium: fast, quiet, usable by mouse, keyboard, touch and screen reader, and safe. */
import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { extractArticle } from '../../src/extract.ts';
import { articlePage, writeHtml } from '../../src/write/html/index.ts';
import { readFixtures } from '../fixtures.ts';
import { hostileOutput } from '../hostile-page.ts';
import { hasBrowser, nodesOf, openBrowser, openPage, PHONE, problemsOfLooks } from './browser.ts';

const SAMPLE = '2020-09-13-belarus-protests';
const folder = mkdtempSync(join(tmpdir(), 'accordingto-html-'));
const at = (name: string) => pathToFileURL(join(folder, `${name}.html`)).href;

describe.runIf(hasBrowser)('in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    const article = (await readFixtures()).get(SAMPLE)!;
    writeFileSync(join(folder, 'sample.html'), writeHtml({ output: extractArticle(article), article }));
    const hostile = hostileOutput();
    writeFileSync(join(folder, 'hostile.html'), articlePage(hostile, hostile.article.text!, { notice: '<b>x</b>' }));
    browser = await openBrowser();
  }, 60_000);
  afterAll(() => browser?.close());

  test('the sample is under 150 kB, and a page of few nodes', async () => {
    const { page, close } = await openPage(browser, at('sample'));
    const nodes = await nodesOf(page);
    await close();
    expect(statSync(join(folder, 'sample.html')).size).toBeLessThan(150_000);
    expect(nodes).toBeGreaterThan(500);
    expect(nodes).toBeLessThan(10_000);
  });

  test('the mouse over a mark, or the focus on it, shows value, chain, construct and confidence; Escape hides them', async () => {
    const { page, oddities, close } = await openPage(browser, at('sample'));
    const tip = page.locator('#tip');
    await page.hover('mark:has-text("August 9") >> nth=0');
    await expect
      .poll(() => tip.textContent())
      .toMatch(/2020-08-09.*year inferred[\s\S]*the opposition considers[\s\S]*% sure · model:relative-clause/);
    await page.keyboard.press('Escape');
    expect(await tip.isHidden()).toBe(true);
    // The page scrolls to what has the focus, and another mark may come to lie under the mouse.
    await page.mouse.move(0, 0);
    await page.focus('mark:text-is("Tass")');
    await expect
      .poll(() => tip.textContent(), { timeout: 10_000 })
      .toMatch(/Kremlin’s press service said\s+passed on by Tass according to/);
    const described = () => page.getAttribute('mark:text-is("Tass")', 'aria-describedby');
    await expect.poll(described, { timeout: 10_000 }).toBe('tip');
    await page.keyboard.press('Tab');
    await expect.poll(described, { timeout: 10_000 }).toBeNull();
    expect(oddities).toEqual([]);
    await close();
  });

  test('a claim in the list leads to its words, all pieces lit, and its link can be shared', async () => {
    const { page, close } = await openPage(browser, at('sample'));
    const split = page.locator('#claims li', { hasText: 'fraudulent' });
    await split.locator('.what a').click();
    const id = new URL(page.url()).hash.slice(1);
    await expect
      .poll(() => page.locator(`mark.chosen[data-m~="${id}"]`).allTextContents())
      .toEqual(['the ', 'August 9', ' presidential election', ', which', 'fraudulent']);
    await expect.poll(() => page.locator(`sup#${id}`).isVisible()).toBe(true);
    const shared = await openPage(browser, `${at('sample')}#${id}`, PHONE);
    expect(await shared.page.locator('mark.chosen').count()).toBeGreaterThan(4);
    const place = (await shared.page.locator(`sup#${id}`).boundingBox())!;
    expect(place.y).toBeGreaterThan(0);
    expect(place.y).toBeLessThan(PHONE.viewport.height);
    await shared.close();
    await page.click('mark:text-is("Tass")');
    await expect.poll(() => page.locator('.claim.chosen').textContent()).toContain('Tass');
    await close();
  });

  test('each layer can be hidden and shown', async () => {
    const { page, close } = await openPage(browser, at('sample'));
    const look = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((mark) => {
          const style = (
            globalThis as never as { getComputedStyle(of: unknown): Record<string, string> }
          ).getComputedStyle(mark);
          return [style.backgroundColor, style.fontWeight, style.borderBottomStyle, style.textDecorationLine].join();
        });
    const plain = 'rgba(0, 0, 0, 0),400,none,none';
    for (const [layer, selector] of [
      ['content', 'mark[class="c"]'],
      ['source', 'mark[class="s"]'],
      ['cue', 'mark[class="q"]'],
      ['person', 'mark[class="o p"]'],
      ['date', 'mark[class="o d"]'],
      ['number', 'mark[class="o n"]'],
    ] as const) {
      expect(await look(selector)).not.toBe(plain);
      await page.uncheck(`#show-${layer}`);
      expect(await look(selector)).toBe(plain);
    }
    expect(await look('mark[class="o"]')).toBe(plain);
    await page.check('#show-own');
    expect(await look('mark[class="o"]')).not.toBe(plain);
    await expect.poll(() => page.locator('.claim.own').first().isVisible()).toBe(true);
    await close();
  });

  test.each(['sample', 'hostile'])(
    '%s: axe-core finds nothing, in both modes, wide and narrow',
    async (name) => {
      const everythingShown = async (page: Page) => {
        await page.check('#show-own');
        for (const list of await page.locator('details').all())
          await list.evaluate((box) => box.setAttribute('open', ''));
        await page.focus('article mark[tabindex]');
      };
      expect(await problemsOfLooks(browser, at(name), everythingShown)).toEqual([]);
    },
    60_000,
  );

  test('nothing that a hostile article says runs or becomes an element', async () => {
    const { page, oddities, close } = await openPage(browser, at('hostile'));
    for (const mark of await page.locator('article mark').all()) await mark.hover({ force: true });
    await page.focus('article mark');
    await expect.poll(() => page.locator('#tip').textContent()).toContain('<script>alert(1)</script>');
    await expect.poll(() => page.locator('img, svg, iframe, article b, h1 b, .notice b').count()).toBe(0);
    await expect.poll(() => page.locator('script').count()).toBe(1);
    expect(oddities).toEqual([]);
    await close();
  });

  test('without its script the page still shows and links everything', async () => {
    const { page, close } = await openPage(browser, at('sample'), { javaScriptEnabled: false });
    await page.click('#claims li:has-text("fraudulent") .what a');
    expect(new URL(page.url()).hash).toMatch(/^#c\d+$/);
    await expect.poll(() => page.locator('#claims li').count()).toBeGreaterThan(20);
    await close();
  });
});
