/** The rumours that weights are learned from, in folds: each is clustered by weights that were learned from the others. */
import { weightsOf } from '../../../src/corroborate/likeness.ts';
import { linkClaims } from '../../../src/corroborate/link.ts';
import { findPairs } from '../../../src/corroborate/pairs.ts';
import { scorer } from '../../../src/corroborate/scorer.ts';
import type { ToldArticle, ToldClaim } from '../../../src/corroborate/told.ts';
import { claimOf, examplesOf, learnWeights } from '../../train/same-claim.ts';
import { bCubed, goldOf } from './judged.ts';
import type { Development, Measure } from './measure.ts';
import { groupOf, readJudged } from './texts.ts';

const FOLDS = 5;

/** B-cubed over all rumours, each read by weights that have not seen its fold. */
export function scoreFolded(development: Pick<Development, 'told'>): Measure[] {
  const judged = readJudged().filter(({ half }) => half !== 'measure');
  const groups = [...new Set(judged.map(({ article }) => groupOf(article)))].sort();
  const foldOf = new Map(groups.map((group, at) => [group, at % FOLDS]));
  const told = development.told.filter(({ id }) => foldOf.has(groupOf(id))).sort(byTime);
  const read = new Set(judged.map(({ article }) => article));
  const examples = examplesOf(
    told.filter(({ id }) => read.has(id)),
    judged,
  );
  const clusterOf = new Map<ToldClaim, string>();
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const { all, alone } = learnWeights(
      examples.filter((example) => !example.groups.some((group) => foldOf.get(group) === fold)),
    );
    const weights = weightsOf(all, alone);
    const claims = told.filter(({ id }) => foldOf.get(groupOf(id)) === fold).flatMap((article) => article.claims);
    const pairs = findPairs(claims, null, weights);
    for (const [at, members] of linkClaims(claims, pairs, scorer(claims, pairs, weights)).entries()) {
      for (const member of members) clusterOf.set(claims[member]!, `cluster ${fold} ${at}`);
    }
  }
  const articles = new Map(told.map((article) => [article.id, article]));
  return bCubed(
    judged.map((sentence, at) => {
      const claim = claimOf(articles.get(sentence.article)!.claims, sentence);
      const alone = `alone ${at}`;
      return { gold: goldOf(sentence) ?? alone, found: (claim && clusterOf.get(claim)) ?? alone };
    }),
  );
}

/** As the program sorts them. */
function byTime(a: ToldArticle, b: ToldArticle): number {
  const [one, other] = [a, b].map(({ published, id }) => `${published ?? '~'} ${id}`);
  return one! < other! ? -1 : 1;
}
