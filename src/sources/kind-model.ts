/**
 * The model of the kind of a source: what lexicons and tags say (`kind.ts`) is one feature among the words of the
 * phrase, its head, its names and the cue. One linear model over hashed features; `kind-model.md` has data, command and
 * figures.
 */
import { type Article, type Layers, type SourceKind, type Span, slice, wordAt } from '../document.ts';
import { hashText, mix } from '../model/hash.ts';
import { slotOf } from '../model/linear.ts';
import { loadWeights } from '../model/weights.ts';
import { gazetteerBits } from '../names/gazetteer.ts';
import { headOf, kindOfWords, knownName } from '../source-kinds/index.ts';
import { TAG } from '../syntax/labels.ts';
import { namesIn } from './proper.ts';

export const KINDS = [
  'person',
  'news-agency',
  'media',
  'government',
  'organization',
  'group',
  'anonymous',
  'document',
] as const satisfies readonly SourceKind[];

/** The table holds `2 ** BITS` rows of a weight for each kind. */
export const BITS = 12;
export const KINDS_VERSION = 1;

/** What the attribution tells of a source beside its words. */
export interface Use {
  /** Dictionary form of the cue. */
  readonly lemma: string;
  /** It passes on what somebody else says. */
  readonly passesOn: boolean;
}

type Needs = Pick<Layers, 'words' | 'syntax' | 'names'>;

/** The slots of a source's features. */
export function kindFeatures(article: Article, layers: Needs, span: Span, told: SourceKind, use: Use): number[] {
  const { words, syntax } = layers;
  const text = slice(article, span);
  const core = headOf(text);
  const last = Math.max(0, wordAt(words, span.start + core.length - 1));
  const first = Math.max(0, wordAt(words, span.start));
  const head = words.lower[last]!;
  const inside = namesIn(layers, span);
  const own = inside.find(({ start, end }) => start <= words.starts[last]! && words.ends[last]! <= end);
  const slots: number[] = [];
  const add = (template: number, value: string) => {
    slots.push(slotOf(mix(hashText(value), template), BITS));
  };
  add(1, told);
  add(2, `${kindOfWords(text)} ${own?.kind}`);
  add(3, knownName(core)?.kind ?? knownName(text)?.kind ?? '');
  add(4, head);
  add(5, head.slice(-3));
  add(6, head.slice(-5));
  add(7, `${syntax.tags[last]} ${shapeOf(words.forms[last]!)}`);
  add(8, words.lower[first]!);
  add(9, `${own?.kind} ${inside[0]?.kind} ${inside[0]?.start === span.start}`);
  add(10, use.lemma);
  add(11, `${use.passesOn} ${told}`);
  add(12, `${use.lemma} ${own?.kind ?? syntax.tags[last]}`);
  add(13, String(Math.min(last - first, 4)));
  add(14, String(gazetteerBits(head)));
  add(15, /\.(?:com|info|org|net|uk|tv)$|\b(?:TV|FM|News|Times|Post|Journal|Today)\b/u.exec(core)?.[0] ?? '');
  add(16, told + syntax.tags[last]);
  add(19, `${/\band\b|, /u.test(core)} ${inside.length > 1} ${told}`);
  for (let word = first; word < last; word += 1) add(17, words.lower[word]!);
  for (let word = last + 1; word < words.count && words.starts[word]! < span.end; word += 1)
    add(18, words.lower[word]!);
  return slots;
}

function shapeOf(form: string): string {
  if (/^\p{Lu}{2,}$/u.test(form)) return 'AA';
  if (/\p{Ll}\p{Lu}/u.test(form)) return 'aA';
  return /^\p{Lu}/u.test(form) ? 'Aa' : /\d/.test(form) ? '0' : 'a';
}

let shipped: Int8Array | undefined;

/** The weights of the package, or of another file of the same form. */
export function kindWeights(url?: URL): Int8Array {
  if (url) return loadWeights(url, KINDS_VERSION).int8('kinds');
  shipped ??= loadWeights(new URL('./kind-model.bin', import.meta.url), KINDS_VERSION).int8('kinds');
  return shipped;
}

/** Kinds that the lexicons confuse with each other; those of a person and of an unnamed source are certain. */
const NEIGHBOURS: readonly (readonly SourceKind[])[] = [
  ['government', 'organization', 'group'],
  ['media', 'document', 'news-agency', 'organization'],
];

/** The kinds that a source can have beside what lexicons and tags tell. */
export function possibleKinds(
  article: Article,
  layers: Needs,
  span: Span,
  told: SourceKind,
): (kind: SourceKind) => boolean {
  const text = slice(article, span);
  if (kindOfWords(text) !== null) {
    const plural = layers.syntax.tags[wordAt(layers.words, span.start + headOf(text).length - 1)] === TAG.NNS;
    return (kind) =>
      kind === told ||
      ((kind !== 'group' || plural) && NEIGHBOURS.some((near) => near.includes(told) && near.includes(kind)));
  }
  const core = headOf(text);
  const last = Math.max(0, wordAt(layers.words, span.start + core.length - 1));
  if (!/^\p{Lu}/u.test(layers.words.forms[last]!)) return () => true;
  // A proper name is a person's where the tagger says so, or where it says nothing of two capitalised words.
  const named = namesIn(layers, span).find(
    ({ start, end }) => start <= layers.words.starts[last]! && layers.words.ends[last]! <= end,
  );
  const personal = named ? named.kind === 'person' : /^\p{Lu}[\p{Ll}.'’-]+ \p{Lu}[\p{L}.'’-]+$/u.test(core);
  return (kind) => (kind !== 'person' || personal) && kind !== 'anonymous' && (kind !== 'group' || told === 'group');
}

/** The likeliest of the possible kinds by the slots of a source; the first of equals. */
export function likeliestKind(
  slots: readonly number[],
  weights: ArrayLike<number>,
  isPossible: (kind: SourceKind) => boolean = () => true,
): SourceKind {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let kind = 0; kind < KINDS.length; kind += 1) {
    let score = 0;
    for (const slot of slots) score += weights[slot * KINDS.length + kind]!;
    if (score > most && isPossible(KINDS[kind]!)) {
      most = score;
      best = kind;
    }
  }
  return KINDS[best]!;
}
