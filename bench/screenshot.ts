/**
 * `npm run screenshot`: the pictures that the README shows, of the pages as they are made now: `bench/report.png` of a run's
 * page, `bench/article.png` of an article's. It needs Debian's Chromium: apt-get install -y chromium
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { extractArticle } from '../src/extract.ts';
import { Run } from '../src/report/gather.ts';
import { indexPage } from '../src/report/index-page.ts';
import { writeWhole } from '../src/write/file.ts';
import { writeHtml } from '../src/write/html/index.ts';
import { readFixtures } from '../tests/fixtures.ts';
import { openBrowser, openPage } from '../tests/system/browser.ts';

const SAMPLE = '2020-09-13-belarus-protests';

const folder = mkdtempSync(join(tmpdir(), 'accordingto-screenshot-'));
const path = (name: string) => join(folder, `${name}.html`);
const run = new Run();
/** A claim that one source passes on from another: the tip of its mark shows the chain. */
let claim = '';
for (const [id, article] of await readFixtures()) {
  const output = extractArticle({ ...article, source: `fixtures/${id}.txt` });
  run.add(output, `articles/${id}.html`);
  if (id !== SAMPLE) continue;
  claim = output.claims.find(({ attribution: [said, passed] }) => said?.span && passed?.span)!.id;
  await writeWhole(path('article'), writeHtml({ output, article }));
}
await writeWhole(path('report'), indexPage('fixtures', run, []));

const browser = await openBrowser();
for (const [name, hash, mark] of [
  ['report', '', null],
  ['article', `#${claim}`, `mark[data-m~="${claim}s"]`],
] as const) {
  const { page, close } = await openPage(browser, `${pathToFileURL(path(name)).href}${hash}`, {
    viewport: { width: 1180, height: name === 'report' ? 860 : 640 },
    colorScheme: 'light',
  });
  if (mark !== null) await page.focus(`${mark} >> nth=-1`);
  else await page.waitForSelector('#results li');
  const picture = fileURLToPath(new URL(`${name}.png`, import.meta.url));
  await page.screenshot({ path: picture });
  await close();
  console.log(`bench/${name}.png: ${statSync(picture).size} bytes`);
}
await browser.close();
rmSync(folder, { recursive: true });
