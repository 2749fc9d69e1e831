/** What a figure measures: the noun that is counted, the kind of event, the topic of an amount. */
import type { Layers, NumberMention, Span, Words } from '../document.ts';
import { wordAt } from '../document.ts';
import { loadLexicon, loadWords } from '../lexicon.ts';

/** A figure with all that decides whether another one is for the same thing. */
export interface Subject {
  /** Figures with different keys are never compared. */
  readonly key: string;
  /** For people: the noun that is counted, or "cost". */
  readonly about: string;
  /** The head noun is one of persons.tsv. */
  readonly persons: boolean;
  /** The words before the head noun, in lower case. */
  readonly kinds: readonly string[];
  readonly event: string | null;
}

interface Lexicon {
  readonly events: ReadonlyMap<string, string>;
  readonly persons: ReadonlySet<string>;
  readonly topics: ReadonlyMap<string, string>;
}

let lexicon: Lexicon | undefined;

function read(): Lexicon {
  const map = (name: string): Map<string, string> =>
    new Map(loadLexicon(new URL(name, import.meta.url)).map(([word, value]) => [word!, value!] as const));
  return {
    events: map('./events.tsv'),
    topics: map('./topics.tsv'),
    persons: loadWords(new URL('./persons.tsv', import.meta.url)),
  };
}

/** The event that names of persons imply, and that gives way to what happened to them. */
const PROTEST = 'protest';
/** How many words around a number its event and topic are looked for. */
const NEAR = 9;
/** Words before a number that make it a part of another figure or one more beside it. */
const PARTIAL = new Set(
  'another further additional extra including among other first last next every each per'.split(' '),
);

/** What the number measures; null where that cannot be told, so that nothing is compared. */
export function subjectOf(number: NumberMention, sentence: Span, { words }: Pick<Layers, 'words'>): Subject | null {
  lexicon ??= read();
  if (!['cardinal', 'money', 'percent', 'measure'].includes(number.kind)) return null;
  if (number.modifier === 'up' || number.modifier === 'down') return null;
  const at = wordAt(words, number.start);
  if (PARTIAL.has(words.lower[at - 1] ?? '') || PARTIAL.has(words.lower[at] ?? '')) return null;
  const near = aroundOf(words, at, sentence);
  if (number.kind !== 'cardinal') {
    const topic = nearest(near, lexicon.topics);
    if (topic === null) return null;
    return { key: `${number.kind} ${number.unit} ${topic}`, about: topic, persons: false, kinds: [], event: null };
  }
  if (number.counted === null || /^(?:more|other|others|additional|times|extra)\b/i.test(number.counted)) return null;
  const [head, ...kinds] = number.counted
    .toLowerCase()
    .split(/[\s-]+/)
    .reverse();
  const persons = lexicon.persons.has(head!);
  const named = lexicon.events.get(head!);
  // "300 demonstrators were arrested" counts arrests, "300 demonstrators" a protest.
  const others = named === PROTEST ? near.filter((word) => lexicon!.events.get(word) !== PROTEST) : near;
  const event = named === undefined || named === PROTEST ? (nearest(others, lexicon.events) ?? named ?? null) : named;
  return { key: persons ? 'persons' : singular(head!), about: number.counted, persons, kinds, event };
}

/** The words around one, the nearest first. */
function aroundOf({ lower, starts, count }: Words, at: number, { start, end }: Span): string[] {
  const near: string[] = [];
  for (let step = 1; step <= NEAR; step += 1) {
    for (const word of [at + step, at - step]) {
      if (word >= 0 && word < count && starts[word]! >= start && starts[word]! < end) near.push(lower[word]!);
    }
  }
  return near;
}

function nearest(near: readonly string[], table: ReadonlyMap<string, string>): string | null {
  const word = near.find((candidate) => table.has(candidate));
  return word === undefined ? null : table.get(word)!;
}

function singular(noun: string): string {
  if (/(?:ss|us|is)$/.test(noun)) return noun;
  return noun
    .replace(/ies$/, 'y')
    .replace(/(?<=[sxz]|ch|sh)es$/, '')
    .replace(/s$/, '');
}
