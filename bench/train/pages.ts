/**
 * `npm run train -- pages`: the weights of the blocks of web pages (src/read/page/weights.tsv), logistic regression over
 * named features with AdaGrad. A page counts as one, its blocks by their words. Learned from 60 of the 91 pages of
 * ../shared/eval/pages; the other 31 are only measured.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { readMetadata } from '../../src/read/metadata.ts';
import { type Block, pageBlocks } from '../../src/read/page/blocks.ts';
import { chooseCandidate, listCandidates } from '../../src/read/page/candidates.ts';
import { blockFeatures, shingles } from '../../src/read/page/features.ts';
import { witnessOf } from '../../src/read/page/index.ts';
import { readerView } from '../../src/read/page/view.ts';
import { grams, overlap, readPages, wordsOf } from '../score/pages.ts';

const WEIGHTS = new URL('../../src/read/page/weights.tsv', import.meta.url);
/** A feature that fewer sites have is left out. */
const FEWEST_SITES = 3;
const [ROUNDS, RATE, DECAY, FOLDS] = [300, 0.3, 0.006, 6];
const THRESHOLDS = [0.4, 0.45, 0.5, 0.55, 0.6];

interface Page {
  readonly site: string;
  readonly gold: ReadonlyMap<string, number>;
  readonly blocks: readonly Block[];
  readonly features: readonly (readonly string[])[];
  /** Whether each block is part of the article. */
  readonly labels: readonly boolean[];
  /** What each block counts; one page's sum to 1. */
  readonly counts: readonly number[];
}

const order = (text: string): string => createHash('sha256').update(text).digest('hex');

export async function train(): Promise<void> {
  const gold = readPages();
  if (gold === null) throw new Error('training of pages needs ../shared/eval/pages/dev.jsonl.gz');
  const [learned, held]: [Page[], Page[]] = [[], []];
  for (const page of gold) (page.learned ? learned : held).push(await pageOf(page.url, page.html, page.text));
  const sites = [...new Set(learned.map(({ site }) => site))].sort((a, b) => (order(a) < order(b) ? -1 : 1));
  const foldOf = ({ site }: Page) => sites.indexOf(site) % FOLDS;
  const judged = new Map<Page, number[]>();
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const weights = fitWeights(learned.filter((page) => foldOf(page) !== fold));
    for (const page of learned) if (foldOf(page) === fold) judged.set(page, probabilities(page, weights));
  }
  const weights = fitWeights(learned);
  for (const page of held) judged.set(page, probabilities(page, weights));
  console.log('threshold  cross-validated P / R / F1     the other pages P / R / F1');
  for (const bar of THRESHOLDS)
    console.log(`${bar.toFixed(2)}       ${score(learned, judged, bar)}          ${score(held, judged, bar)}`);
  writeFileSync(WEIGHTS, lexicon(weights));
}

async function pageOf(url: string, html: string, text: string): Promise<Page> {
  const metadata = readMetadata(html);
  const view = readerView(html);
  const blocks = pageBlocks(html);
  const body = metadata.body === null ? null : new Set(shingles(metadata.body));
  const candidates = listCandidates(blocks, typeof view === 'string' ? null : pageBlocks(view.content), body);
  const chosen = chooseCandidate(candidates, blocks, metadata) ?? { fingerprints: new Set<string>() };
  const gold = grams(text);
  const counts = blocks.map((block) => Math.sqrt(wordsOf(block.text).length));
  const all = counts.reduce((sum, count) => sum + count, 0);
  return {
    site: new URL(url).host.split('.').slice(-2).join('.'),
    gold,
    blocks,
    features: blockFeatures(blocks, witnessOf(chosen, metadata, body)),
    labels: labelsOf(blocks, gold, ` ${wordsOf(text).join(' ')} `),
    counts: counts.map((count) => count / all),
  };
}

/** A block is part of the article where most of its grams are; a shorter one where its words are, between two that are. */
function labelsOf(blocks: readonly Block[], gold: ReadonlyMap<string, number>, text: string): boolean[] {
  const words = blocks.map((block) => wordsOf(block.text));
  const long = words.map((list) => list.length >= 4);
  const labels = blocks.map((block, at) => {
    if (!long[at]) return false;
    const all = [...grams(block.text).keys()];
    return all.filter((gram) => gold.has(gram)).length > all.length / 2;
  });
  const near = (at: number, step: number): boolean => {
    for (let other = at + step; Math.abs(other - at) <= 3; other += step) if (long[other]) return labels[other]!;
    return false;
  };
  return labels.map((label, at) =>
    long[at]
      ? label
      : words[at]!.length > 0 && text.includes(` ${words[at]!.join(' ')} `) && near(at, -1) && near(at, 1),
  );
}

function fitWeights(pages: readonly Page[]): Map<string, number> {
  const sites = new Map<string, Set<string>>();
  for (const { site, features } of pages) {
    for (const name of features.flat()) sites.set(name, (sites.get(name) ?? new Set()).add(site));
  }
  const names = [...sites]
    .filter(([, { size }]) => size >= FEWEST_SITES)
    .map(([name]) => name)
    .sort();
  const index = new Map(names.map((name, at) => [name, at]));
  const examples = pages.flatMap(({ features, labels, counts }) =>
    features.map((list, at) => ({
      known: list.map((name) => index.get(name)).filter((slot) => slot !== undefined),
      label: labels[at] ? 1 : 0,
      count: counts[at]! / pages.length,
    })),
  );
  const weights = new Float64Array(names.length);
  const squares = new Float64Array(names.length).fill(1e-8);
  for (let round = 0; round < ROUNDS; round += 1) {
    const gradient = weights.map((weight) => DECAY * weight);
    for (const { known, label, count } of examples) {
      let sum = 0;
      for (const slot of known) sum += weights[slot]!;
      const step = (1 / (1 + Math.exp(-sum)) - label) * count;
      for (const slot of known) gradient[slot]! += step;
    }
    for (const [slot, slope] of gradient.entries()) {
      squares[slot]! += slope * slope;
      weights[slot]! -= (RATE * slope) / Math.sqrt(squares[slot]!);
    }
  }
  return new Map(names.map((name, slot) => [name, weights[slot]!]));
}

const probabilities = ({ features }: Page, weights: ReadonlyMap<string, number>): number[] =>
  features.map((names) => 1 / (1 + Math.exp(-names.reduce((sum, name) => sum + (weights.get(name) ?? 0), 0))));

function score(pages: readonly Page[], judged: ReadonlyMap<Page, readonly number[]>, bar: number): string {
  let [precision, recall] = [0, 0];
  for (const page of pages) {
    const { blocks, gold } = page;
    const kept = blocks.filter((_, at) => judged.get(page)![at]! > bar);
    const [p, r] = overlap(grams(kept.map((block) => block.text).join('\n\n')), gold);
    precision += p / pages.length;
    recall += r / pages.length;
  }
  return [precision, recall, (2 * precision * recall) / (precision + recall)]
    .map((share) => share.toFixed(3))
    .join(' / ');
}

function lexicon(weights: ReadonlyMap<string, number>): string {
  const head = [
    '# source: npm run train -- pages, on 60 pages of the article extraction benchmark (its weights only, no text)',
    "# licence: the benchmark is MIT, its pages are their publishers'; weights Apache-2.0",
    '# taken: 2026-11-30',
    '# why: how much each feature of a block (features.ts) speaks for its being part of the article, in log odds',
  ];
  const rows = [...weights]
    .filter(([, weight]) => Math.abs(weight) >= 0.005)
    .map(([name, weight]) => `${name}\t${weight.toFixed(3)}`);
  return `${[...head, ...rows].join('\n')}\n`;
}
