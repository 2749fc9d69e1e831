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

/** The penalty on large weights; by cross-validation 0.1 to 1 are as good. */
const RIDGE = 0.3;

/** A pair, and the rumours from which it is. */
export interface Example extends LogisticExample {
  readonly groups: readonly [string, string];
}

interface Sentence {
  readonly judged: JudgedSentence;
  readonly claim: ToldClaim;
}

export function train(): void {
  const judged = readJudged().filter(({ half }) => half !== 'measure');
  const ids = new Set(judged.map(({ article }) => article));
  const outlets = new Outlets();
  const told = readFolder(({ id }) => ids.has(id)).map((article) =>
    openArticle(tellArticle(outputOf(article), outlets)),
  );
  const examples = examplesOf(told, judged);
  const { all, alone } = learnWeights(examples);
  const head = `# source: logistic regression on the tuning rumours of bench/score/folders/same-claims.tsv, by npm run train -- same-claim
# licence: Apache-2.0
# taken: 2026-11-30
# why: what speaks for (above 0) and against two claims being the same, and where their own words alone are looked at; see likeness.ts
`;
  const rows = [...all]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, weight]) => `${name}\t${weight.toFixed(2)}\t${(alone.get(name) ?? 0).toFixed(2)}\n`);
  writeFileSync(new URL('../../src/corroborate/likeness.tsv', import.meta.url), head + rows.join(''));
  console.log(`${examples.length} pairs, ${examples.filter(({ right }) => right).length} of them the same claim`);
}

/** Pairs of claims with whether they are the same: of sentences that were judged, and of different rumours. */
export function examplesOf(told: readonly ToldArticle[], judged: readonly JudgedSentence[]): Example[] {
  const articles = new Map(told.map((article) => [article.id, article]));
  const sentences = judged.flatMap((sentence): Sentence[] => {
    const claim = claimOf(articles.get(sentence.article)!.claims, sentence);
    return claim === null ? [] : [{ judged: sentence, claim }];
  });
  return [...examplesWithin(sentences), ...examplesAcross(told)];
}

/** @returns weights by feature: of all of them, and of those that look at the words of the claims alone */
export function learnWeights(examples: readonly LogisticExample[]) {
  return {
    all: fitLogistic(examples, { least: 1, ridge: RIDGE }),
    alone: fitLogistic(examples.map(withoutSentences), { least: 1, ridge: RIDGE }),
  };
}

/**
 * Pairs of sentences of one rumour. A claim that has two of the sentences says more than either, and is left out; so are
 * two quotations, which are compared word by word. Of a claim that many sentences make, each sentence counts as much
 * as one of a claim that two make: B-cubed counts sentences, not pairs.
 */
function examplesWithin(sentences: readonly Sentence[]): Example[] {
  const nameOf = ({ article, claim }: JudgedSentence) => `${groupOf(article)} ${claim}`;
  const sizes = countBy(sentences.map(({ judged }) => nameOf(judged)));
  const uses = countBy(sentences.map(({ claim }) => claim));
  const single = sentences.filter(({ claim }) => uses.get(claim) === 1);
  const examples: Example[] = [];
  for (const [at, one] of single.entries()) {
    for (const other of single.slice(at + 1)) {
      const [a, b] = [one.judged, other.judged];
      if (a.article === b.article || groupOf(a.article) !== groupOf(b.article)) continue;
      if (one.claim.direct && other.claim.direct) continue;
      const features = featuresOf(one.claim, other.claim);
      const right = a.claim !== null && a.claim === b.claim;
      const weight = right ? 1 / (sizes.get(nameOf(a))! - 1) : 1;
      if (features !== null)
        examples.push({ features, right, weight, groups: [groupOf(a.article), groupOf(b.article)] });
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
function examplesAcross(told: readonly ToldArticle[]): Example[] {
  const claims = told.flatMap((article) => article.claims);
  const examples: Example[] = [];
  for (const [first, second] of candidates(claims)) {
    const [a, b] = [claims[first]!, claims[second]!];
    const features = featuresOf(a, b);
    const groups = [groupOf(a.article.id), groupOf(b.article.id)] as const;
    if (features !== null && groups[0] !== groups[1])
      examples.push({ features, right: false, weight: ELSEWHERE, groups });
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
