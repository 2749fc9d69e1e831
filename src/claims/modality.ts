/** Whether a claim denies or doubts, by its own words. */
import type { Claim, Layers, Span } from '../document.ts';
import { TAG } from '../syntax/labels.ts';
import { typeMemo } from '../syntax/typememo.ts';
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
/** A negation after one of these is that of the next member. */
const JOINS = new Set(['and', 'but', 'or', ',', ';', ':', '.']);
const DOUBTING_MODALS = new Set(['may', 'might', 'could']);

type Needs = Pick<Layers, 'words' | 'syntax'>;

const [NEGATES, NO_ONE, DOUBTS, MAY] = [1, 2, 4, 8] as const;

/** What a word says of the claim around it; most words say nothing. */
export const modalKinds = typeMemo(
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
  const negated = isNegated(layers, kinds, telling, mainVerb(layers, content, inside));
  return { negated, hedged: isHedged(layers, kinds, telling) };
}

/** Whether the main verb of the content is negated, or its subject is "nobody". */
function isNegated({ words, syntax }: Needs, kinds: Int32Array, telling: readonly number[], main: number): boolean {
  if (main < 0) return false;
  if (DENYING.has(words.lower[main]!)) return true;
  for (const w of telling) {
    const kind = kinds[words.types[w]!]!;
    if (kind & NEGATES && !ONLY.has(words.lower[w + 1] ?? '') && governs(syntax, words, main, w)) return true;
    if (kind & NO_ONE && isNoOne(syntax, words, main, w)) return true;
    if (
      kind & NO_ONE &&
      w < main &&
      main - w < 12 &&
      !hasFinite({ words, syntax }, w + 1, main - 1) &&
      !words.lower.slice(w, main).includes(',')
    )
      return true;
  }
  return false;
}

/** Whether the content says itself that it is not certain: allegedly, reportedly, may, might. */
function isHedged({ words, syntax }: Needs, kinds: Int32Array, telling: readonly number[]): boolean {
  return telling.some((w) => {
    const kind = kinds[words.types[w]!]!;
    return (kind & DOUBTS) !== 0 || ((kind & MAY) !== 0 && syntax.tags[w] === TAG.MD);
  });
}

/** A negation up to two words after the main verb ("is not", "did we not") or right before it ("never saw"). */
function governs(syntax: Layers['syntax'], words: Layers['words'], main: number, w: number): boolean {
  if (w > main) return w - main <= 3 && !JOINS.has(words.lower[w - 1]!) && syntax.tags[w - 1] !== TAG.IN;
  return main - w === 1;
}

/** "gave no details", "there is no plan"; not "no fewer than", "no doubt". */
function isNoOne({ tags }: Layers['syntax'], words: Layers['words'], main: number, w: number): boolean {
  if (w <= main || w - main > 2 || JOINS.has(words.lower[w - 1]!)) return false;
  return tags[w + 1] !== TAG.JJR && tags[w + 1] !== TAG.RBR && !NO_DENIAL.has(words.lower[w + 1] ?? '');
}

function hasFinite(layers: Pick<Layers, 'words' | 'syntax'>, from: number, to: number): boolean {
  for (let w = from; w <= to; w += 1) if (isFiniteVerb(layers, w)) return true;
  return false;
}
