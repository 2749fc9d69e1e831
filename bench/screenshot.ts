/**
 * `npm run screenshot`: the picture of the sample's page that the README shows, `bench/report.png`. It needs Debian's
 * Chromium: apt-get install -y chromium
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { extractArticle } from '../src/extract.ts';
import { writeWhole } from '../src/write/file.ts';
import { writeHtml } from '../src/write/html/index.ts';
import { readFixtures } from '../tests/fixtures.ts';
import { openBrowser, openPage } from '../tests/system/browser.ts';

const SAMPLE = '2020-09-13-belarus-protests';
const PICTURE = fileURLToPath(new URL('report.png', import.meta.url));
/** A claim that one source passes on from another, and the mark whose tip shows it. */
const CLAIM = 'c18';
const MARK = `mark[data-m~="${CLAIM}s"]`;

const article = (await readFixtures()).get(SAMPLE)!;
const folder = mkdtempSync(join(tmpdir(), 'accordingto-screenshot-'));
const path = join(folder, 'sample.html');
await writeWhole(
  path,
  writeHtml({ output: extractArticle({ ...article, source: `fixtures/${SAMPLE}.txt` }), article }),
);
const browser = await openBrowser();
const { page } = await openPage(browser, `${pathToFileURL(path).href}#${CLAIM}`, {
  viewport: { width: 1180, height: 640 },
  colorScheme: 'light',
});
await page.focus(`${MARK} >> nth=-1`);
await page.screenshot({ path: PICTURE });
await browser.close();
rmSync(folder, { recursive: true });
console.log(`bench/report.png: ${statSync(PICTURE).size} bytes`);
