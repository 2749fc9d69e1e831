/**
 * Fits `src/corroborate/likeness.tsv`: which features of two claims say that they are the same, from the sentences of the
 * tuning rumours of `bench/score/folders/same-claims.tsv`.
 *
 *     npm run train -- same-claim
 */
import { writeFileSync } from 'node:fs';
import { AROUND, featuresOf } from '../../src/corroborate/likeness.ts';
import { Outlets } from '../../src/corroborate/outlets.ts';
import { candidates } from '../../src/corroborate/pairs.ts';
import { tellArticle } from '../../src/corroborate/tell.ts';
import { openArticle, readDetail, type ToldArticle, type ToldClaim } from '../../src/corroborate/told.ts';
import { groupOf, type JudgedSentence, outputOf, readFolder, readJudged } from '../score/folders/texts.ts';
import { fitLogistic, type LogisticExample } from './logistic.ts';

/** What a pair of claims of two rumours counts: there are many, and none is the same claim. */
const ELSEWHERE = 0.5;

interface Sentence {
  readonly judged: JudgedSentence;
  readonly claim: ToldClaim;
}

export function train(): void {
  const judged = readJudged().filter(({ half }) => half !== 'measure');
  const ids = new Set(judged.map(({ article }) => article));
  const outlets = new Outlets();
  const told = new Map(
    readFolder(({ id }) => ids.has(id)).map((article) => [
      article.id,
      openArticle(tellArticle(outputOf(article), outlets)),
    ]),
  );
  const sentences = judged.flatMap((sentence): Sentence[] => {
    const claim = claimOf(told.get(sentence.article)!.claims, sentence);
    return claim === null ? [] : [{ judged: sentence, claim }];
  });
  const examples = [...examplesWithin(sentences), ...examplesAcross([...told.values()])];
  const weights = fitLogistic(examples, { least: 1, ridge: 1 });
  const alone = fitLogistic(examples.map(withoutSentences), { least: 1, ridge: 1 });
  const head = `# source: logistic regression on the tuning rumours of bench/score/folders/same-claims.tsv, by npm run train -- same-claim
# licence: Apache-2.0
# taken: 2026-11-30
# why: what speaks for (above 0) and against two claims being the same, and where their own words alone are looked at; see likeness.ts
`;
  const rows = [...weights]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, weight]) => `${name}\t${weight.toFixed(2)}\t${(alone.get(name) ?? 0).toFixed(2)}\n`);
  writeFileSync(new URL('../../src/corroborate/likeness.tsv', import.meta.url), head + rows.join(''));
  console.log(`${examples.length} pairs, ${examples.filter(({ right }) => right).length} of them the same claim`);
}

/**
 * Pairs of sentences of one rumour. A claim that has two of the sentences says more than either, and is left out; so are
 * two quotations, which are compared word by word. Of a claim that many sentences make, each sentence counts as much
 * as one of a claim that two make: B-cubed counts sentences, not pairs.
 */
function examplesWithin(sentences: readonly Sentence[]): LogisticExample[] {
  const nameOf = ({ article, claim }: JudgedSentence) => `${groupOf(article)} ${claim}`;
  const sizes = countBy(sentences.map(({ judged }) => nameOf(judged)));
  const uses = countBy(sentences.map(({ claim }) => claim));
  const single = sentences.filter(({ claim }) => uses.get(claim) === 1);
  const examples: LogisticExample[] = [];
  for (const [at, one] of single.entries()) {
    for (const other of single.slice(at + 1)) {
      const [a, b] = [one.judged, other.judged];
      if (a.article === b.article || groupOf(a.article) !== groupOf(b.article)) continue;
      if (one.claim.direct && other.claim.direct) continue;
      const features = featuresOf(one.claim, other.claim);
      const right = a.claim !== null && a.claim === b.claim;
      const weight = right ? 1 / (sizes.get(nameOf(a))! - 1) : 1;
      if (features !== null) examples.push({ features, right, weight });
    }
  }
  const same = examples.filter(({ right }) => right);
  const mean = same.reduce((sum, { weight }) => sum + weight, 0) / same.length;
  return examples.map((example) => (example.right ? { ...example, weight: example.weight / mean } : example));
}

function withoutSentences(example: LogisticExample): LogisticExample {
  return { ...example, features: new Map([...example.features].filter(([name]) => !AROUND.has(name))) };
}

function countBy<Key>(keys: readonly Key[]): ReadonlyMap<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Pairs of claims of different rumours that have enough in common to be looked at. */
function examplesAcross(told: readonly ToldArticle[]): LogisticExample[] {
  const claims = told.flatMap((article) => article.claims);
  const examples: LogisticExample[] = [];
  for (const [first, second] of candidates(claims)) {
    const [a, b] = [claims[first]!, claims[second]!];
    const features = featuresOf(a, b);
    if (features === null || groupOf(a.article.id) === groupOf(b.article.id)) continue;
    examples.push({ features, right: false, weight: ELSEWHERE });
  }
  return examples;
}

/** The claim that has most of the sentence. */
export function claimOf(claims: readonly ToldClaim[], { start, end }: JudgedSentence): ToldClaim | null {
  let best: ToldClaim | null = null;
  let most = 0;
  for (const claim of claims) {
    const shared = readDetail(claim).claim.content.reduce(
      (sum, piece) => sum + Math.max(0, Math.min(piece.end, end) - Math.max(piece.start, start)),
      0,
    );
    if (shared > most) [best, most] = [claim, shared];
  }
  return best;
}
