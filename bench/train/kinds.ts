/**
 * `npm run train -- kinds [--folds] [--cv]`: learns `src/sources/kind-model.bin` from the kinds of sources in whole articles
 * and passages. With `--folds` instead one file for each fold of the articles that has not seen it; with `--cv` the share
 * of links with the right kind by folds, beside what lexicons and tags alone tell.
 */
import { mkdirSync } from 'node:fs';
import type { Attribution, SourceKind, Span } from '../../src/document.ts';
import { spanKey, wordAt } from '../../src/document.ts';
import { personContext } from '../../src/people/context.ts';
import { Directory } from '../../src/sources/directory.ts';
import {
  BITS,
  KINDS,
  KINDS_VERSION,
  kindFeatures,
  likeliestKind,
  possibleKinds,
  type Use,
} from '../../src/sources/kind-model.ts';
import { sourceSpans } from '../../src/sources/spans.ts';
import { lemmaOf } from '../../src/syntax/lemma.ts';
import { FOLDS } from './attributions/corpora.ts';
import { formOf } from './coreference/forms.ts';
import { type GoldSources, goldSources } from './coreference/gold.ts';
import { foldWeights } from './folds.ts';
import { randomFrom, shuffle } from './learners.ts';
import { int8Part, quantile, writeWeights } from './weights.ts';

interface Example {
  readonly slots: readonly number[];
  readonly gold: number;
  readonly told: SourceKind;
  readonly fold: number;
  readonly links: number;
  readonly isPossible: (kind: SourceKind) => boolean;
}

const TARGET = new URL('../../src/sources/kind-model.bin', import.meta.url);
/** Chosen by `--cv`. */
const [EPOCHS, RATE, DECAY] = [15, 0.1, 0.005];
const PRONOUNS = new Set(['he, she', 'they', 'it', 'who', 'I, we']);

export function train(options: readonly string[]): void {
  const articles = examplesOf(goldSources('articles'));
  const all = [
    ...articles,
    ...examplesOf(goldSources('annotated')),
    ...examplesOf(goldSources('written')),
    ...examplesOf(goldSources('chains')),
  ];
  const without = (fold: number) => learn(all.filter((example) => example.fold !== fold));
  if (options.includes('--cv')) {
    let [right, told, links] = [0, 0, 0];
    for (let fold = 0; fold < FOLDS; fold += 1) {
      const weights = without(fold);
      for (const example of articles.filter((one) => one.fold === fold)) {
        const gold = KINDS[example.gold];
        links += example.links;
        if (likeliestKind(example.slots, weights, example.isPossible) === gold) right += example.links;
        if (example.told === gold) told += example.links;
      }
    }
    const share = (part: number) => ((100 * part) / links).toFixed(1);
    console.log(`kind of ${links} links with words of their own: ${share(right)}; lexicons and tags ${share(told)}`);
  } else if (options.includes('--folds')) {
    for (let fold = 0; fold < FOLDS; fold += 1) write(foldWeights('kinds', fold), without(fold));
  } else write(TARGET, learn(all));
}

function examplesOf(texts: readonly GoldSources[]): Example[] {
  return texts.flatMap(({ article, layers, speakers, fold }) => {
    const uses = usesOf(layers.attributions, layers);
    const directory = new Directory(article, layers);
    return sourceSpans(article, layers, personContext(layers)).flatMap((source): Example[] => {
      const { start, end, person, joint, passesOn } = source;
      const span: Span = { start, end };
      const gold = speakers.get(spanKey(span));
      if (!gold || gold.kind === null || PRONOUNS.has(formOf(gold))) return [];
      // What the program knows before it asks the model.
      const known = person !== null ? directory.persons[person]! : joint ? directory.joint(span) : null;
      const told = (known ?? directory.named(span, passesOn)).kind;
      const slots = kindFeatures(article, layers, span, told, uses.get(span.start) ?? { lemma: '', passesOn: false });
      return [
        {
          slots,
          gold: KINDS.indexOf(gold.kind as SourceKind),
          told,
          fold,
          links: gold.links,
          isPossible: known === null ? possibleKinds(article, layers, span, told) : (kind) => kind === told,
        },
      ];
    });
  });
}

/** The cue and the place in the chain of each source, by its start. */
function usesOf(attributions: readonly Attribution[], { words, syntax }: GoldSources['layers']): Map<number, Use> {
  const uses = new Map<number, Use>();
  for (const { links } of attributions) {
    for (const [index, { source, cue }] of links.entries()) {
      if (!source || !cue || uses.has(source.start)) continue;
      const last = Math.max(0, wordAt(words, Math.max(cue.start, cue.end - 1)));
      uses.set(source.start, { lemma: lemmaOf(words.lower[last]!, syntax.tags[last]!), passesOn: index > 0 });
    }
  }
  return uses;
}

/** Multinomial logistic regression by AdaGrad, weights averaged over the second half of the epochs. */
function learn(examples: readonly Example[]): Float64Array {
  const size = KINDS.length << BITS;
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-6);
  const sum = new Float64Array(size);
  const random = randomFrom(1);
  const list = [...examples];
  let kept = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    shuffle(list, random);
    for (const { slots, gold } of list) {
      const shares = softmax(slots, weights);
      for (const slot of slots) {
        for (let kind = 0; kind < KINDS.length; kind += 1) {
          const at = slot * KINDS.length + kind;
          const step = (kind === gold ? 1 : 0) - shares[kind]! - DECAY * weights[at]!;
          squares[at]! += step * step;
          weights[at]! += (RATE * step) / Math.sqrt(squares[at]!);
        }
      }
    }
    if (epoch < EPOCHS / 2) continue;
    kept += 1;
    for (let at = 0; at < size; at += 1) sum[at]! += weights[at]!;
  }
  return sum.map((weight) => weight / kept);
}

function softmax(slots: readonly number[], weights: Float64Array): number[] {
  const scores = KINDS.map((_, kind) => slots.reduce((all, slot) => all + weights[slot * KINDS.length + kind]!, 0));
  const top = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - top));
  const whole = shares.reduce((all, share) => all + share, 0);
  return shares.map((share) => share / whole);
}

function write(target: URL, weights: Float64Array): void {
  mkdirSync(new URL('.', target), { recursive: true });
  const parts = [int8Part('kinds', weights, quantile(weights, 0.9995))];
  const bytes = writeWeights(target, { name: 'kinds', version: KINDS_VERSION, shape: { bits: BITS } }, parts);
  console.error(`${target.pathname}: ${bytes} bytes`);
}
