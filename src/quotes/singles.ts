/** Quotations in single marks, told from apostrophes. */
import type { Span } from '../document.ts';
import type { Marked } from './doubles.ts';
import type { Mark } from './marks.ts';

const WORD = /[\p{L}\p{N}]/u;

/** After an opening-looking apostrophe: letters left out at a word's start, as in 'em, '90s, rock 'n' roll. */
const ELISION = /^(?:em|tis|twas|twill|til|till|cause|cos|coz|bout|round|neath|ere|n|un|s|\d0s|\d\d)(?![\p{L}\p{N}])/iu;

/** A plural possessive and a closing mark look alike after an s: `the workers’ rights`. */
const POSSESSIVE = /s$/iu;

type Role = 'open' | 'strong' | 'weak' | 'possessive';

/**
 * Pairs the single marks of one paragraph.
 *
 * An opening mark stands before a word and not after one. Of the marks that could close it, up to the next opening mark,
 * the first that stands beside punctuation is taken; without one the first that is no plural possessive; then any.
 * An opening mark that nothing closes is an apostrophe, unless it opens its paragraph or, as the last one, a sentence, and
 * the next paragraph opens with the same mark: then the quotation goes on there. Pairs never cross the bounds of a double quotation.
 *
 * @param marks the single marks of the paragraph, in order
 * @param paragraph its bounds, in UTF-16 code units
 * @param next the character that the next paragraph starts with
 * @param doubles the quotations in double marks of the same paragraph, sorted
 */
export function findSingles(
  text: string,
  marks: readonly Mark[],
  { start, end }: Span,
  next: string | undefined,
  doubles: readonly Marked[],
): Marked[] {
  const container = containers(doubles);
  const pairs: Pair[] = [];
  const latest = new Map<number, Pair>();
  for (const { at, mark } of marks) {
    const role = roleOf(text, at, start, end);
    if (role === null) continue;
    const here = container(at);
    const pair = latest.get(here);
    if (role === 'open') {
      const opened: Pair = { start: at, mark, end: null, role };
      pairs.push(opened);
      latest.set(here, opened);
    } else if (pair && at > pair.start + 1 && RANK[role] > RANK[pair.role]) {
      pair.end = at + 1;
      pair.role = role;
    }
  }
  return pairs.flatMap((pair, index): Marked[] => {
    if (pair.end !== null) return [{ start: pair.start, end: pair.end, closed: true, mark: pair.mark }];
    const opens = pair.start === start || (index === pairs.length - 1 && opensSentence(text, pair.start));
    return opens && pair.mark === next ? [{ start: pair.start, end, closed: false, mark: pair.mark }] : [];
  });
}

/** Whether a sentence begins behind a mark, after the end of another or words such as "he said:". */
function opensSentence(text: string, at: number): boolean {
  return /[.?!:,]["'”’)]?\s$/u.test(text.slice(Math.max(0, at - 3), at)) && /\p{Lu}/u.test(text[at + 1] ?? '');
}

/** An opening mark and the best mark so far that could close it. */
interface Pair {
  readonly start: number;
  readonly mark: string;
  end: number | null;
  role: Role;
}

const RANK: Readonly<Record<Role, number>> = { open: 0, possessive: 1, weak: 2, strong: 3 };

/** Letters that nearly all apostrophes stand between. */
const isSmall = (char: string): boolean => char >= 'a' && char <= 'z';

function roleOf(text: string, at: number, start: number, end: number): Role | null {
  const before = at > start ? text[at - 1]! : ' ';
  const after = at + 1 < end ? text[at + 1]! : ' ';
  if (isSmall(before) && isSmall(after)) return null;
  if (WORD.test(before) && WORD.test(after)) return null;
  if (!WORD.test(before) && /[\s([{—–―"“„«/-]/u.test(before)) {
    const opens = /[\p{L}\p{N}$£€“"…[(.]/u.test(after) && !ELISION.test(text.slice(at + 1, at + 8));
    return opens ? 'open' : null;
  }
  if (text[at] === '‘' || text[at] === '‹') return null;
  if (/[.,!?…;:]/u.test(before)) return 'strong';
  if (/[.,;:!?)\]"”»]/u.test(after) && !POSSESSIVE.test(before)) return 'strong';
  return POSSESSIVE.test(before) ? 'possessive' : 'weak';
}

/** Tells which double quotation holds a place, as its start, or -1; to be called in the order of the text. */
function containers(doubles: readonly Marked[]): (at: number) => number {
  const around: Marked[] = [];
  let next = 0;
  return (at) => {
    while (next < doubles.length && doubles[next]!.start <= at) {
      around.push(doubles[next]!);
      next += 1;
    }
    while (around.length > 0 && around.at(-1)!.end <= at) around.pop();
    return around.at(-1)?.start ?? -1;
  };
}
