/** What a figure measures: the noun that is counted, the kind of event, the topic of an amount. */
import { type Layers, type NumberMention, type Span, type Words, wordAt } from '../document.ts';
import { loadLexicon, loadWords } from '../lexicon.ts';
import { TAG } from '../syntax/labels.ts';
import { lemmaOf } from '../syntax/lemma.ts';
import { predicateOf } from './predicate.ts';
import { dimensionOf } from './units.ts';

/** A figure with all that decides whether another one is for the same thing. */
export interface Subject {
  /** Figures with different keys are never compared. */
  readonly key: string;
  /** For people: the noun that is counted, or "cost". */
  readonly about: string;
  /** The words before the head noun, in lower case. */
  readonly kinds: readonly string[];
  readonly event: string | null;
  /** True where nothing but the words beside it ties the figure to its thing, so that only neighbours are compared. */
  readonly loose: boolean;
}

interface Lexicon {
  readonly events: ReadonlyMap<string, string>;
  readonly persons: ReadonlySet<string>;
  readonly synonyms: ReadonlyMap<string, string>;
  readonly topics: ReadonlyMap<string, string>;
}

let lexicon: Lexicon | undefined;

function read(): Lexicon {
  const map = (name: string): Map<string, string> =>
    new Map(loadLexicon(new URL(name, import.meta.url)).map(([word, value]) => [word!, value!] as const));
  return {
    events: map('./events.tsv'),
    synonyms: map('./synonyms.tsv'),
    topics: map('./topics.tsv'),
    persons: loadWords(new URL('./persons.tsv', import.meta.url)),
  };
}

/** The event that names of persons imply, and that gives way to what happened to them. */
const PROTEST = 'protest';
/** Events that are counted by their own name: "61 deaths" are 61 people who died. */
const BEFALLS = new Set(['death', 'injury', 'arrest', 'infected', 'displaced', 'rescued']);
/** What people of a share are asked for may be anything: "64 percent of voters" wanted this or that. */
const ASKED = new Set(['voted', PROTEST]);
/** How many words around a number its event and topic are looked for. */
const MAX_DISTANCE = 9;
/** Words that make a part of what was counted before out of all counts behind them: "among the dead were five". */
const AMONG = new Set(['among', 'amongst', 'including', 'includes', 'included']);
/** How many words before a number "toll" and "magnitude" stand. */
const MAX_WORDS_BEFORE = 4;
/** Words before a number that make it a part of another figure or one more beside it. */
const PARTIAL = new Set(
  'another further additional extra including among other first last next every each per'.split(' '),
);
/** Adjectives that name no sort. */
const ANY_SORT = new Set(
  'total overall annual final whole average high low likely real official big record new'.split(' '),
);
const KINDS = new Set<NumberMention['kind']>(['cardinal', 'money', 'percent', 'measure']);
const TOLL = /\b(?:death )?toll$/i;
const NOT_COUNTED = /^(?:more|other|others|additional|times|extra)\b/i;

/** What the number measures; null where that cannot be told, so that nothing is compared. */
export function subjectOf(
  number: NumberMention,
  sentence: Span,
  layers: Pick<Layers, 'words' | 'syntax'>,
): Subject | null {
  lexicon ??= read();
  // What a number is only taken to count from its neighbour is no ground for a comparison.
  if (!KINDS.has(number.kind) || number.by === 'ellipsis') return null;
  const { words } = layers;
  const at = wordAt(words, number.start);
  // "rose by 5 %" changes a figure; "rose to 5 %" gives one, and so does "lost 20 men".
  const changes = number.modifier === 'up' || number.modifier === 'down';
  if (changes && number.counted === null && words.lower[at - 1] !== 'to') return null;
  if (PARTIAL.has(words.lower[at - 1] ?? '') || PARTIAL.has(words.lower[at] ?? '')) return null;
  const near = aroundOf(words, at, sentence);
  if (near.some((word) => word < at && AMONG.has(words.lower[word]!))) return null;
  const inContext: NumberInContext = { number, near, layers };
  return number.kind === 'cardinal'
    ? counted(inContext, wordsBefore(words, at, sentence))
    : measured(inContext, sentence);
}

/** A number with what its sentence says around it. */
interface NumberInContext {
  readonly number: NumberMention;
  /** Words around the number, the nearest first, as indexes. */
  readonly near: readonly number[];
  readonly layers: Pick<Layers, 'words' | 'syntax'>;
}

/** "$5 million" of damage, "1,200 hectares" of forest, "5 miles" from the runway, "90 percent" of the drivers on strike. */
function measured({ number, near, layers }: NumberInContext, sentence: Span): Subject | null {
  const { words } = layers;
  const size = `${number.kind} ${number.kind === 'measure' ? dimensionOf(number.unit!) : number.unit}`;
  const topic = near.find((word) => lexicon!.topics.has(words.lower[word]!));
  if (topic !== undefined) {
    const about = lexicon!.topics.get(words.lower[topic]!)!;
    return { key: `${size} ${about}`, about, kinds: sortOf(topic, layers), event: null, loose: false };
  }
  const event = eventNear(near, words);
  if (number.counted !== null) {
    const [head, ...kinds] = nounsOf(number.counted);
    const share = number.kind === 'percent';
    if (share && (event === null || ASKED.has(event))) return null;
    const key = `${size} of ${named(head!)}`;
    return { key, about: number.counted, kinds: share ? [] : kinds, event, loose: true };
  }
  const place = number.kind === 'measure' ? placeBehind(words, number, sentence) : null;
  if (place === null) return null;
  return { key: `${size} from ${place}`, about: `distance from ${place}`, kinds: [], event: null, loose: true };
}

/** "300 demonstrators", "61 deaths", a toll, a magnitude. */
function counted({ number, near, layers }: NumberInContext, before: readonly string[]): Subject | null {
  const { words } = layers;
  if (before.includes('magnitude') && number.value !== null && number.value < 10)
    return { key: 'magnitude', about: 'magnitude', kinds: [], event: null, loose: true };
  if (number.counted === null || TOLL.test(number.counted))
    return before.includes('toll') || TOLL.test(number.counted ?? '')
      ? { key: 'persons', about: 'people', kinds: [], event: 'death', loose: false }
      : null;
  if (NOT_COUNTED.test(number.counted)) return null;
  const [head, ...kinds] = nounsOf(number.counted);
  const implied = lexicon!.events.get(head!);
  // "300 demonstrators were arrested" counts arrests, "300 demonstrators" a protest.
  const others =
    implied === PROTEST ? near.filter((word) => lexicon!.events.get(words.lower[word]!) !== PROTEST) : near;
  const happened = implied === undefined || implied === PROTEST ? (eventNear(others, words) ?? implied) : implied;
  const persons = lexicon!.persons.has(head!) || (implied !== undefined && BEFALLS.has(implied));
  const about = persons && !lexicon!.persons.has(head!) ? 'people' : number.counted;
  const event = happened ?? predicateOf(wordAt(words, number.end - 1), layers);
  return { key: persons ? 'persons' : named(head!), about, kinds, event, loose: false };
}

/** The noun or adjective that says which one: the "trade" of "trade deficit". */
function sortOf(topic: number, { words, syntax }: Pick<Layers, 'words' | 'syntax'>): string[] {
  const word = topic - 1;
  const tag = syntax.tags[word];
  const sorts = tag === TAG.NN || tag === TAG.NNS || tag === TAG.NNP || tag === TAG.JJ;
  return sorts && !ANY_SORT.has(words.lower[word]!) ? [words.lower[word]!] : [];
}

/** The words of what is counted, its head first, in lower case. */
function nounsOf(counted: string): string[] {
  return counted
    .toLowerCase()
    .split(/[\s-]+/)
    .reverse();
}

const DIRECTIONS = new Set(
  'away north south east west northeast northwest southeast southwest off inland offshore upstream downstream'.split(
    ' ',
  ),
);
const RELATIVE = new Set(['from', 'of']);
const ARTICLES = new Set('the a an its their his her'.split(' '));

/** The noun behind "from the" or "north of the" behind a distance. */
function placeBehind({ lower, starts, count }: Words, number: Span, sentence: Span): string | null {
  let word = wordAt({ lower, starts, count } as Words, number.end - 1) + 1;
  while (DIRECTIONS.has(lower[word] ?? '')) word += 1;
  if (!RELATIVE.has(lower[word] ?? '')) return null;
  word += 1;
  if (ARTICLES.has(lower[word] ?? '')) word += 1;
  return word < count && starts[word]! < sentence.end && /^[\p{L}]/u.test(lower[word]!) ? lower[word]! : null;
}

/** The words around one, the nearest first, as indexes. */
function aroundOf({ starts, count }: Words, at: number, { start, end }: Span): number[] {
  const near: number[] = [];
  const isInside = (word: number) => word >= 0 && word < count && starts[word]! >= start && starts[word]! < end;
  for (let step = 1; step <= MAX_DISTANCE; step += 1) {
    if (isInside(at + step)) near.push(at + step);
    if (isInside(at - step)) near.push(at - step);
  }
  return near;
}

function wordsBefore({ lower, starts }: Words, at: number, { start }: Span): string[] {
  const before: string[] = [];
  for (let word = at - 1; word >= 0 && word >= at - MAX_WORDS_BEFORE && starts[word]! >= start; word -= 1)
    before.push(lower[word]!);
  return before;
}

function eventNear(near: readonly number[], { lower }: Words): string | null {
  const word = near.find((candidate) => lexicon!.events.has(lower[candidate]!));
  return word === undefined ? null : lexicon!.events.get(lower[word]!)!;
}

/** The noun in the singular, or the one that stands for it. */
function named(noun: string): string {
  const one = lemmaOf(noun, TAG.NNS);
  return lexicon!.synonyms.get(one) ?? one;
}
