/** The pipeline beside its peers: the same texts in the same process, in turn, so that what slows the machine slows all. */
import type { Article } from '../../src/document.ts';
import { extractArticle } from '../../src/extract.ts';
import { BASE, findPeers, type Peer, timeSpacy } from './peers.ts';
import { bytesOf } from './texts.ts';

const OURS = 'accordingto';
/** Articles that warm us up; rounds that warm all up, and rounds that count: the least of them. */
const WARM_ARTICLES = 600;
const WARM = 1;
const ROUNDS = 5;

/** Seconds of processor time, of all threads of this process. */
function processorTime(work: () => void): number {
  const started = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1e6;
}

/**
 * Prints MB of text a second of processor time, and how many times as fast each is as the base.
 *
 * @param what says what the texts are
 * @param project the checkout
 */
export function benchSideBySide(what: string, articles: readonly Article[], project: string): void {
  const all: Peer[] = [{ name: OURS, work: extractArticle }, ...findPeers(project)];
  const least = new Map<string, number>();
  for (let done = 0; done < WARM_ARTICLES; done += 1) extractArticle(articles[done % articles.length]!);
  for (let round = 0; round < WARM + ROUNDS; round += 1) {
    for (const { name, work } of all) {
      const seconds = processorTime(() => {
        for (const article of articles) work(article);
      });
      if (round >= WARM) least.set(name, Math.min(least.get(name) ?? Number.POSITIVE_INFINITY, seconds));
    }
  }
  const spacy = timeSpacy(articles);
  if (spacy !== null) least.set('spaCy, en_core_web_sm', spacy);
  const bytes = bytesOf(articles);
  console.log(`\n${articles.length} ${what}, ${(bytes / articles.length / 1000).toFixed(1)} kB each, warm`);
  console.log(`${''.padEnd(28)}    MB/s  ms each  to ${BASE}`);
  for (const [name, seconds] of least) {
    const columns = [
      (bytes / 1e6 / seconds).toFixed(3).padStart(8),
      ((1000 * seconds) / articles.length).toFixed(2).padStart(9),
      `${(least.get(BASE)! / seconds).toFixed(2).padStart(6)} x`,
    ];
    console.log(`${name.padEnd(28)}${columns.join('')}`);
  }
}
