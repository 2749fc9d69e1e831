/** The page of `accordingto serve` in Chromium, as people use it: mouse, keyboard, phone, screen reader. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXAMPLES } from '../../src/serve/examples.ts';
import { hasBrowser, openBrowser, openPage, PHONE, problemsOfLooks } from './browser.ts';
import { PACKING, pack } from './packed.ts';
import { run, tree } from './program.ts';
import { type Service, startService } from './service.ts';

const TEXT = 'The dam is safe, Mayor Anna Weber said on Monday.';

describe.runIf(hasBrowser)('in Chromium', () => {
  let browser: Browser;
  let service: Service;
  beforeAll(async () => {
    await pack();
    service = await startService('--jobs', '1');
    browser = await openBrowser();
  }, PACKING);
  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });

  const claims = (page: Page) => page.frameLocator('#frame').locator('#claims li');
  const example = async (page: Page) => {
    await page.selectOption('#example', '0');
    await claims(page).first().waitFor();
  };

  test('the page and the description look right to everybody, empty and with a result', async () => {
    expect(await problemsOfLooks(browser, `${service.url}/`)).toEqual([]);
    expect(await problemsOfLooks(browser, `${service.url}/`, example)).toEqual([]);
    expect(await problemsOfLooks(browser, `${service.url}/docs`)).toEqual([]);
  }, 60_000);

  test('what is pasted is read by itself, or at once with the keyboard, with its day', async () => {
    const { page, oddities, close } = await openPage(browser, service.url);
    await page.fill('#text', TEXT);
    await expect.poll(() => claims(page).count()).toBe(1);
    await page.fill('#published', '2024-05-07');
    await page.focus('#text');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => page.frameLocator('#frame').locator('.facts').textContent()).toContain('2024');
    await page.click('#clear');
    await expect.poll(() => page.isHidden('#frame')).toBe(true);
    expect(oddities).toEqual([]);
    await close();
  });

  test('downloads are the bytes of the command line', async () => {
    const { page, oddities, close } = await openPage(browser, service.url);
    await example(page);
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-format=csv]')]);
    expect(download.suggestedFilename()).toBe('article.csv');
    const { text, published } = EXAMPLES[0]!;
    const cwd = tree({ Article: text });
    const { stdout } = await run(['extract', 'Article', '--format', 'csv', '--published', published], { cwd });
    expect(readFileSync(await download.path(), 'utf8')).toBe(stdout);
    expect(oddities).toEqual([]);
    await close();
  });

  test('a link holds the text and the chosen claim, and is never sent', async () => {
    const { page, close } = await openPage(browser, service.url, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await example(page);
    await claims(page).nth(1).locator('.what a').click();
    await expect.poll(() => page.textContent('#link')).toBe('Copy link to c2');
    await page.click('#link');
    await expect.poll(() => page.textContent('#status')).toContain('Link copied');
    const link = await page.evaluate<string>('navigator.clipboard.readText()');
    await close();
    const shared = await openPage(browser, link, PHONE);
    await claims(shared.page).first().waitFor();
    expect(await shared.page.inputValue('#text')).toBe(EXAMPLES[0]!.text);
    await expect.poll(() => shared.page.frameLocator('#frame').locator('.claim.chosen').count()).toBe(1);
    expect(shared.oddities).toEqual([]);
    await shared.close();
  });

  test('files are read by their names; what cannot be read says why', async () => {
    const { page, close } = await openPage(browser, service.url);
    const folder = tree({
      'dam-2024-05-07.md': `# Dam\n\n${TEXT}`,
      'two.jsonl': `${JSON.stringify({ text: TEXT })}\n`.repeat(2),
      'scan.pdf': '%PDF-1.4',
    });
    await page.setInputFiles('#file', join(folder, 'dam-2024-05-07.md'));
    await expect.poll(() => page.frameLocator('#frame').locator('.facts').textContent()).toContain('2024');
    await page.setInputFiles('#file', join(folder, 'two.jsonl'));
    await expect.poll(() => page.textContent('#trouble')).toMatch(/html holds one article, and there are several/);
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-format=json]')]);
    expect(download.suggestedFilename()).toBe('two.ndjson');
    await page.setInputFiles('#file', join(folder, 'scan.pdf'));
    await expect.poll(() => page.textContent('#trouble')).toMatch(/pdftotext/);
    await expect.poll(() => page.isHidden('#tools')).toBe(true);
    await close();
  });

  test('nothing that an article smuggles in runs', async () => {
    const { page, oddities, close } = await openPage(browser, service.url);
    await page.fill(
      '#text',
      `<script>alert(1)</script> "<img src=x onerror=alert(2)>" said </script><svg/onload=alert(3)> Weber. ${TEXT}`,
    );
    await claims(page).first().waitFor();
    expect(oddities).toEqual([]);
    await close();
  });
});
