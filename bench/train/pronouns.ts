/**
 * `npm run train -- pronouns`: learns the weights of `src/people/factors.tsv` from the machine-made coreference of the
 * training news. A log-linear choice among the candidates (and nobody) for each pronoun, states following the silver chain.
 */
import { writeFileSync } from 'node:fs';
import { findNames } from '../../src/names/index.ts';
import type { Choice } from '../../src/people/candidates.ts';
import { personContext } from '../../src/people/context.ts';
import { resolveReferences } from '../../src/people/coreference.ts';
import { FACTOR, FACTORS, factorAt, factorNames } from '../../src/people/factors.ts';
import { namedPeople } from '../../src/people/index.ts';
import { findQuotes } from '../../src/quotes/index.ts';
import { findSentences } from '../../src/sentences/index.ts';
import { findSyntax } from '../../src/syntax/index.ts';
import { findWords } from '../../src/syntax/words.ts';
import { readSilverPronouns, silverPerson } from '../score/pronouns.ts';
import { randomFrom, shuffle } from './learners.ts';

interface Example extends Choice {
  readonly gold: number;
}

const EPOCHS = 12;
const RATE = 0.03;
const DECAY = 1e-5;
/** Taken from the weight of nobody: the silver chains miss names more often than they invent them. */
const SILVER_MISSES = 0.5;

function examples(): Example[] {
  const found: Example[] = [];
  for (const { article, pronouns } of readSilverPronouns('train')) {
    const sentences = findSentences(article, {});
    const words = findWords(article, { sentences });
    const syntax = findSyntax(article, { sentences, words });
    const quotes = findQuotes(article, { sentences });
    const people = namedPeople(article, { words, syntax, names: findNames(article, { sentences, words, syntax }) });
    const silver = new Map(pronouns.map((pronoun) => [pronoun.start, pronoun]));
    resolveReferences(personContext({ sentences, words, syntax, quotes }), people, (choice) => {
      const nobody = choice.persons.length - 1;
      const pronoun = silver.get(words.starts[choice.word]!);
      if (!pronoun || pronoun.silent) return nobody;
      const gold = choice.persons.indexOf(silverPerson(people, pronoun.named));
      const known = gold < 0 ? nobody : gold;
      if (gold >= 0 || pronoun.named.length === 0) found.push({ ...choice, gold: known });
      return known;
    });
  }
  return found;
}

function learn(choices: Example[], seed: number): Float64Array {
  const weights = new Float64Array(FACTORS);
  const random = randomFrom(seed);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(choices, random);
    const rate = RATE / (1 + epoch / 3);
    for (const { factors, gold } of choices) {
      const scores = factors.map((vector) => vector.reduce((sum, factor) => sum + weights[factor]!, 0));
      const top = Math.max(...scores);
      const shares = scores.map((score) => Math.exp(score - top));
      const whole = shares.reduce((sum, share) => sum + share, 0);
      for (const [at, vector] of factors.entries()) {
        const step = rate * ((at === gold ? 1 : 0) - shares[at]! / whole);
        for (const factor of vector) weights[factor]! += step - rate * DECAY * weights[factor]!;
      }
    }
  }
  return weights;
}

export function train(_options: readonly string[]): void {
  const choices = examples();
  console.error(
    `pronouns: ${choices.length} choices, ${choices.filter(({ gold, persons }) => persons[gold]! < 0).length} of them nobody`,
  );
  const weights = learn(choices, 1);
  weights[factorAt(FACTOR.nobody, 0)]! -= SILVER_MISSES;
  const rows = factorNames().map((name, at) => [name, weights[at]!.toFixed(2)] as const);
  writeFileSync(
    new URL('../../src/people/factors.tsv', import.meta.url),
    `# source: learnt from the machine-made coreference (Stanford CoreNLP) of the PolNeAR training news, by npm run train -- pronouns
# licence: weights only, no text; PolNeAR is a corpus for research
# taken: 2026-11-22
# why: what speaks for (above 0) and against a person as the one a pronoun means; see factors.ts
${rows
  .toSorted(([a], [b]) => (a < b ? -1 : 1))
  .map((row) => row.join('\t'))
  .join('\n')}\n`,
  );
}
