/** Whether a claim denies or doubts, by its own words. */
import { contains, type Layers, type Span, wordAt } from '../document.ts';
import { TAG } from '../syntax/labels.ts';

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
const DOUBTING_MODALS = new Set(['may', 'might', 'could']);

type Needs = Pick<Layers, 'words' | 'syntax'>;

/** Whether the main verb of the content is negated, or its subject is "nobody". */
export function isNegated({ words, syntax }: Needs, content: readonly Span[]): boolean {
  const main = mainVerb({ words, syntax }, content);
  if (main < 0) return false;
  if (DENYING.has(words.lower[main]!)) return true;
  for (const w of wordsIn({ words }, content)) {
    const lower = words.lower[w]!;
    if (NOT.has(lower) && governs(syntax, words, main, w)) return true;
    if (NOBODY.has(lower) && w < main && main - w < 12 && !hasFinite({ words, syntax }, w + 1, main - 1)) return true;
  }
  return false;
}

/** Whether the content says itself that it is not certain: allegedly, reportedly, may, might. */
export function isHedged({ words, syntax }: Needs, content: readonly Span[]): boolean {
  return wordsIn({ words }, content).some((w) => {
    const lower = words.lower[w]!;
    return DOUBT.has(lower) || (DOUBTING_MODALS.has(lower) && syntax.tags[w] === TAG.MD);
  });
}

function wordsIn({ words }: Pick<Layers, 'words'>, content: readonly Span[]): number[] {
  const found: number[] = [];
  for (const piece of content) {
    const last = wordAt(words, piece.end - 1);
    for (let w = Math.max(0, wordAt(words, piece.start)); w <= last; w += 1) {
      if (contains(piece, { start: words.starts[w]!, end: words.ends[w]! })) found.push(w);
    }
  }
  return found;
}

/** The first finite verb that opens no relative clause; the last word of its group carries the negation. */
function mainVerb({ words, syntax }: Needs, content: readonly Span[]): number {
  let relative = false;
  for (const w of wordsIn({ words }, content)) {
    const tag = syntax.tags[w]!;
    if (tag === TAG.WDT || tag === TAG.WP) relative = true;
    if (tag === TAG[',']) relative = false;
    if (!isFiniteTag(tag)) continue;
    if (!relative) return w;
    relative = false;
  }
  return -1;
}

/** A negation up to two words after the main verb ("is not", "did we not") or right before it ("never saw"). */
function governs(syntax: Layers['syntax'], words: Layers['words'], main: number, w: number): boolean {
  if (w > main) return w - main <= 3 && !/^[,;:.]$/u.test(words.lower[w - 1]!) && syntax.tags[w - 1] !== TAG.IN;
  return main - w === 1;
}

function hasFinite({ syntax }: Pick<Layers, 'words' | 'syntax'>, from: number, to: number): boolean {
  for (let w = from; w <= to; w += 1) if (isFiniteTag(syntax.tags[w]!)) return true;
  return false;
}

function isFiniteTag(tag: number): boolean {
  return tag === TAG.VBD || tag === TAG.VBZ || tag === TAG.VBP || tag === TAG.MD;
}
