/** Debian's Chromium for tests of pages: without network, each page watched for what must not happen. */
import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const PROGRAM = '/usr/bin/chromium';
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
export const hasBrowser = existsSync(PROGRAM);
if (!hasBrowser) console.warn(`tests of pages in a browser are left out: no ${PROGRAM}; apt-get install -y chromium`);

/** A browser with a profile of its own, which closing it removes. */
export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: PROGRAM, args: FLAGS });

export interface Watched {
  readonly page: Page;
  /** Errors, warnings, dialogs, and requests for anything but files and the service that the page is from. */
  readonly oddities: string[];
  close(): Promise<void>;
}

export async function openPage(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  const oddities: string[] = [];
  page.on('console', (message) => oddities.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => oddities.push(`error: ${error.message}`));
  page.on('dialog', async (dialog) => {
    oddities.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on('request', (request) => {
    const own = url.startsWith('http:') && request.url().startsWith(`${new URL(url).origin}/`);
    if (!own && !/^(?:file:|data:,$|blob:http:\/\/127)/.test(request.url())) oddities.push(`request: ${request.url()}`);
  });
  await page.goto(url);
  return { page, oddities, close: () => context.close() };
}

/** @returns what axe-core finds wrong, of any impact, one line each */
async function accessibilityProblems(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    // biome-ignore lint/suspicious/noExplicitAny: the script above defines it
    const { violations } = await (globalThis as any).axe.run();
    return violations.map(
      ({ id, impact, nodes }: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }) =>
        `${id} (${impact}): ${nodes.length}x ${nodes[0]!.html} ${nodes[0]!.failureSummary}`,
    );
  });
}

/** How many nodes of documents a page's process holds: what showing it costs, the same on a busy machine. */
export async function nodesOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  return metrics.find(({ name }) => name === 'Nodes')!.value;
}

/**
 * What is wrong with a page for anybody who looks at it: on a wide light screen and on a dark phone.
 *
 * @param prepare brings the page into the state to look at
 */
export async function problemsOfLooks(
  browser: Browser,
  url: string,
  prepare: (page: Page) => Promise<void> = async () => {},
): Promise<string[]> {
  const problems: string[] = [];
  for (const look of [{ colorScheme: 'light' }, { colorScheme: 'dark', ...PHONE }] as const) {
    const { page, oddities, close } = await openPage(browser, url, look);
    await prepare(page);
    problems.push(...(await accessibilityProblems(page)), ...oddities);
    const width = await page.evaluate<number>('document.documentElement.scrollWidth');
    if (width > page.viewportSize()!.width)
      problems.push(`${width} pixels wide on a screen of ${page.viewportSize()!.width}`);
    await close();
  }
  return problems;
}
