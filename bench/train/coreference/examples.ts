/** Choices to learn from: the candidates of a source with those that are right, the reading before them as the gold has it. */

import { type SourceKind, spanKey } from '../../../src/document.ts';
import type { CLASSES } from '../../../src/sources/coreference/anaphor.ts';
import { BODIES } from '../../../src/sources/name.ts';
import { type Choice, resolveSources } from '../../../src/sources/resolve.ts';
import { type GoldSources, type GoldSpeaker, goldSources } from './gold.ts';
import { readSilver, type SilverChains } from './silver.ts';

export interface Example {
  readonly kind: (typeof CLASSES)[number];
  readonly noun: string | null;
  /** "His lawyer", "Weber's lawyer". */
  readonly owned: boolean;
  readonly factors: Choice['factors'];
  /** The indexes that are right. */
  readonly right: readonly number[];
  readonly weight: number;
  readonly fold: number;
}

/** Whether a name is the gold one; of the kit's scorer. */
export type IsRight = (gold: GoldSpeaker, name: string) => boolean;

/** The choices of the annotated texts. */
export function goldExamples(texts: Iterable<GoldSources>, weight: number, isRight: IsRight): Example[] {
  const found: Example[] = [];
  for (const { article, layers, speakers, fold } of texts) {
    resolveSources(article, layers, (choice) => {
      const gold = speakers.get(spanKey(choice.span));
      const right = gold ? rightOf(choice, gold, isRight) : [];
      return take(found, choice, right, weight, fold);
    });
  }
  return found;
}

function rightOf({ referents, anaphor }: Choice, gold: GoldSpeaker, isRight: IsRight): number[] {
  const none = referents.length - 1;
  let right = referents.flatMap((one, index) => (one && isRight(gold, one.name) ? [index] : []));
  // Of two with one surname the one whose whole name it is.
  const exact = right.filter((index) => referents[index]!.name.toLowerCase() === gold.name?.toLowerCase());
  if (exact.length > 0) right = exact;
  if (anaphor.noun === null) return right.length === 0 ? [none] : right;
  // "The ministry" is the ministry of education where the text has named it: the words alone would be half right.
  const proper = /^(?:[Tt]he |[Aa]n? )?\p{Lu}/u.test(gold.name ?? '') && BODIES.has(gold.kind as SourceKind);
  const named = right.filter((index) => proper && bare(referents[index]!.name) === bare(gold.name!));
  if (named.length > 0 && bare(gold.words) !== bare(gold.name!)) return named;
  return isRight(gold, gold.words) ? [...right, none] : right;
}

const bare = (words: string): string => words.toLowerCase().replace(/^(?:the|an?) /u, '');

/** The choices of PolNeAR's articles, with the right ones by the machine-made chains. */
export function silverExamples(weight: number): Example[] {
  const found: Example[] = [];
  const silver = readSilver();
  for (const { id, article, layers, fold } of goldSources('polnear')) {
    const chains = silver.get(id);
    if (!chains) continue;
    resolveSources(article, layers, (choice) =>
      take(found, choice, rightBySilver(choice, layers, chains), weight, fold),
    );
  }
  return found;
}

function rightBySilver(
  { referents, anaphor }: Choice,
  { words, people }: GoldSources['layers'],
  chains: SilverChains,
): number[] {
  const none = referents.length - 1;
  const chain = chains.chainOf.get(words.starts[anaphor.head]!);
  // CoreNLP leaves most descriptions of named persons alone: that it has no chain says nothing of them.
  const silent = anaphor.noun === null || anaphor.kind === 'person' || anaphor.kind === 'introduced';
  if (!chain) return silent ? [] : [none];
  const right = referents.flatMap((one, index) => {
    if (!one) return [];
    if (one.person === null) return one.head >= 0 && chain.members.has(words.starts[one.head]!) ? [index] : [];
    const names = people[one.person]!.mentions.filter(({ kind }) => kind === 'name');
    const votes = chain.named.filter((at) => names.some(({ start, end }) => start <= at && at < end)).length;
    return votes > 0 && votes * 2 >= chain.named.length ? [index] : [];
  });
  if (right.length > 0) return right;
  return anaphor.noun === null && chain.named.length === 0 && chain.described ? [none] : [];
}

/** Keeps a choice whose answer is known, and goes on with that answer. */
function take(found: Example[], choice: Choice, right: readonly number[], weight: number, fold: number) {
  const { anaphor, factors, referents } = choice;
  const { kind, noun, determiner } = anaphor;
  if (right.length > 0) found.push({ kind, noun, owned: determiner === 'own', factors, right, weight, fold });
  return { at: right[0] ?? referents.length - 1, shares: new Float64Array(referents.length) };
}
