/** Whether a claim denies or doubts, by its own words. */
import type { Claim, Layers, Span } from '../document.ts';
import { TAG } from '../syntax/labels.ts';
import { vocabularyCache } from '../syntax/vocabulary-cache.ts';
import { isFiniteVerb, mainVerb, wordsIn } from './main-verb.ts';

const NOT = new Set(['not', "n't", 'n’t', 'never', 'neither', 'nor', 'hardly', 'cannot']);
const NOBODY = new Set(['no', 'nobody', 'none', 'nothing', 'nowhere']);
const DENYING = new Set(['denies', 'denied', 'deny', 'lacks', 'lacked']);
const DOUBT = new Set([
  ...[
    'allegedly',
    'reportedly',
    'apparently',
    'possibly',
    'perhaps',
    'probably',
    'presumably',
    'supposedly',
    'seemingly',
  ],
  ...['purportedly', 'likely', 'unlikely', 'might', 'seems', 'seemed', 'appears', 'appeared', 'suspected', 'alleged'],
]);
/** After "no", what makes it no denial. */
const NO_DENIAL = new Set(['different', 'doubt', 'exception', 'less', 'matter', 'more', 'other', 'stranger', 'wonder']);
/** "Not only" denies nothing. */
const ONLY = new Set(['just', 'merely', 'only', 'simply']);
/** What denies of a whole subject: "neither bridge was", "not one of them is". */
const OF_SUBJECT = /^(?:neither [a-z]|not (?:one|a|all|every|everyone|everything|many)$)/;
const PREPOSITION = /^(?:with|without|by|of|for|in|on|at|from|to|among|under)$/;
/** A negation after one of these is that of the next member. */
const JOINS = new Set(['and', 'but', 'or', ',', ';', ':', '.']);
const DOUBTING_MODALS = new Set(['may', 'might', 'could']);

type Needs = Pick<Layers, 'words' | 'syntax'>;

const [NEGATES, NO_ONE, DOUBTS, MAY] = [1, 2, 4, 8] as const;

/** What a word says of the claim around it; most words say nothing. */
export const modalKinds = vocabularyCache(
  (_form, lower) =>
    (NOT.has(lower) ? NEGATES : 0) |
    (NOBODY.has(lower) ? NO_ONE : 0) |
    (DOUBT.has(lower) ? DOUBTS : 0) |
    (DOUBTING_MODALS.has(lower) ? MAY : 0),
);

/**
 * Whether a content denies and whether it doubts.
 *
 * @param kinds `modalKinds` of the article's words
 */
export function modalityOf(
  layers: Needs,
  kinds: Int32Array,
  content: readonly Span[],
): Pick<Claim, 'negated' | 'hedged'> {
  const inside = wordsIn(layers, content);
  const { types } = layers.words;
  const telling = inside.filter((w) => kinds[types[w]!] !== 0);
  const negated =
    isForbidden(layers, kinds, inside) || isNegated(layers, kinds, telling, mainVerb(layers, content, inside));
  return { negated, hedged: isHedged(layers, kinds, telling) };
}

/** Whether the content is what somebody shall not do: "not to drink the water", "to never open it". */
function isForbidden({ words }: Needs, kinds: Int32Array, [first = -1, second = -1]: readonly number[]): boolean {
  if (second < 0) return false;
  const negates = (w: number) => (kinds[words.types[w]!]! & NEGATES) !== 0;
  return (words.lower[first] === 'to' && negates(second)) || (negates(first) && words.lower[second] === 'to');
}

/** Whether the main verb of the content is negated, or its subject is "nobody". Other clauses do not count. */
function isNegated(layers: Needs, kinds: Int32Array, telling: readonly number[], main: number): boolean {
  if (main < 0) return false;
  const { words } = layers;
  if (DENYING.has(words.lower[main]!)) return true;
  return telling.some((w) => {
    const kind = kinds[words.types[w]!]!;
    if (kind & NEGATES && !ONLY.has(words.lower[w + 1] ?? '') && governs(layers, main, w)) return true;
    if (kind & NEGATES)
      return w < main && OF_SUBJECT.test(words.lower[w]! + ' ' + words.lower[w + 1]) && isSubject(layers, main, w);
    return (kind & NO_ONE) !== 0 && (isObject(layers, main, w) || isSubject(layers, main, w));
  });
}

/** Whether the content says itself that it is not certain: allegedly, reportedly, may, might. */
function isHedged({ words, syntax }: Needs, kinds: Int32Array, telling: readonly number[]): boolean {
  return telling.some((w) => {
    const kind = kinds[words.types[w]!]!;
    return (kind & DOUBTS) !== 0 || ((kind & MAY) !== 0 && syntax.tags[w] === TAG.MD);
  });
}

/**
 * A negation up to three words after the main verb with no other clause between ("is not", "did we not"), right before it
 * ("never saw"), or under it in the tree ("does, however, not").
 */
function governs({ words, syntax }: Needs, main: number, w: number): boolean {
  if (main - w === 1) return true;
  if (w < main || JOINS.has(words.lower[w - 1]!) || syntax.tags[w - 1] === TAG.IN) return false;
  if (hasFinite({ words, syntax }, main + 1, w - 1) || syntax.tags[w - 1] === TAG.VBG) return false;
  const parted = words.lower.slice(main, w).some((word) => JOINS.has(word));
  return parted ? syntax.heads[w] === main || syntax.heads[w] === syntax.heads[main] : w - main <= 3;
}

/** Whether "no" denies nothing: "no fewer than", "no doubt"; but "no longer" does. */
function isIdle({ words, syntax }: Needs, w: number): boolean {
  const next = words.lower[w + 1] ?? '';
  if (next === 'longer') return false;
  return syntax.tags[w + 1] === TAG.JJR || syntax.tags[w + 1] === TAG.RBR || NO_DENIAL.has(next);
}

/** "gave no details", "there is no plan"; not "sailed with no crew" nor "is why nobody came". */
function isObject(layers: Needs, main: number, w: number): boolean {
  const { words, syntax } = layers;
  if (w <= main || w - main > 2 || JOINS.has(words.lower[w - 1]!) || isIdle(layers, w)) return false;
  return syntax.tags[w - 1] !== TAG.IN && !isFiniteVerb(layers, w + 1);
}

/** "Nobody came", "no man of the crew was hurt", "at no time was he"; not "the boy with no shoes ran". */
function isSubject(layers: Needs, main: number, w: number): boolean {
  const { words } = layers;
  if (w >= main || main - w >= 12 || isIdle(layers, w) || hasFinite(layers, w + 1, main - 1)) return false;
  if (
    PREPOSITION.test(words.lower[w - 1] ?? '') &&
    !/^(?:time|circumstances|way|point|case)$/.test(words.lower[w + 1] ?? '')
  )
    return false;
  return !words.lower.slice(w, main).includes(',');
}

function hasFinite(layers: Pick<Layers, 'words' | 'syntax'>, from: number, to: number): boolean {
  for (let w = from; w <= to; w += 1) if (isFiniteVerb(layers, w)) return true;
  return false;
}
