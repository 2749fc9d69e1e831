/**
 * `npm run train -- coreference [--folds] [--cv]`: learns `src/sources/coreference/coreference.tsv` from the speakers of
 * whole articles and passages and from the machine-made coreference of the training news. With `--folds` instead one file
 * of weights for each fold of the articles that has not seen it, for the cross-validated sets of `npm run score`; with
 * `--cv` the cross-validated figures on gold source spans, by class of anaphor.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { weightNames } from '../../../src/sources/coreference/factors.ts';
import { isShortName } from '../../score/articles.ts';
import { loadKit } from '../../score/shared.ts';
import { FOLDS } from '../attributions/corpora.ts';
import { foldTable } from '../folds.ts';
import { type Example, goldExamples, type IsRight, silverExamples } from './examples.ts';
import { figuresOf, judged } from './figures.ts';
import { type GoldSources, goldSources } from './gold.ts';
import { learn, type Plan } from './learn.ts';

/** Chosen by `--cv`. */
const PLAN: Plan = {
  epochs: 12,
  rate: 0.05,
  decay: 0.005,
  silver: 0.05,
  chains: 0.5,
  annotated: 1,
  written: { he: 0.2, described: 0.02, other: 0.5 },
};
const TARGET = new URL('../../../src/sources/coreference/coreference.tsv', import.meta.url);

export async function train(options: readonly string[]): Promise<void> {
  const isRight = await speakerTest();
  const articles: GoldSources[] = [...goldSources('articles')];
  const examples = [
    ...goldExamples(articles, 1, isRight),
    ...goldExamples(goldSources('annotated'), PLAN.annotated, isRight),
    ...goldExamples(goldSources('written'), 1, isRight).map(written),
    ...goldExamples(goldSources('chains'), PLAN.chains, isRight),
    ...silverExamples(PLAN.silver),
  ];
  console.error(`coreference: ${examples.length} choices`);
  const fold = (number: number) =>
    learn(
      examples.filter((example) => example.fold !== number),
      PLAN,
    );
  if (options.includes('--cv')) {
    const rows = Array.from({ length: FOLDS }, (_, number) =>
      judged(
        articles.filter((article) => article.fold === number),
        fold(number),
        isRight,
      ),
    ).flat();
    console.log(figuresOf(rows));
  } else if (options.includes('--folds')) {
    for (let number = 0; number < FOLDS; number += 1) write(foldTable('coreference', number), fold(number));
  } else write(TARGET, learn(examples, PLAN));
}

/** An example of a written article with the weight of its class. */
function written(example: Example): Example {
  const { he, described, other } = PLAN.written;
  const { kind, owned } = example;
  const person = (kind === 'person' && !owned) || kind === 'introduced';
  return { ...example, weight: kind === 'he' ? he : person ? described : other };
}

/** The kit's test of speakers' names. */
async function speakerTest(): Promise<IsRight> {
  const { sameName } = await loadKit();
  return ({ name, kind, words }, other) =>
    name !== null && (sameName(name, other, kind ?? '') || isShortName({ kind, words }, other));
}

function write(target: URL, weights: Float64Array): void {
  mkdirSync(new URL('.', target), { recursive: true });
  const rows = weightNames()
    .map((name, at) => [name, weights[at]!.toFixed(2)] as const)
    .filter(([, weight]) => Number(weight) !== 0)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(
    target,
    `# source: learnt from the speakers of annotated whole articles and passages (news of 1996 to 2024) and the machine-made coreference (Stanford CoreNLP) of the PolNeAR training news, by npm run train -- coreference
# licence: weights only, no text; the texts are for research
# taken: 2026-11-30
# why: what speaks for (above 0) and against a candidate as the one that a source means; see factors.ts and coreference.md
${rows.map((row) => row.join('\t')).join('\n')}\n`,
  );
}
