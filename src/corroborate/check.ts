/** The quotations of a draft beside the texts that they should come from. */
import type { Output } from '../output.ts';
import { align, type Difference, type Token } from './align.ts';
import { takesBack, turnsIn } from './alteration.ts';
import { lastWord } from './last-word.ts';
import { clauseBefore, type Quoted, quotationsOf, speakerOf, type Word, wordsOf } from './quoted.ts';

/**
 * `speaker-unknown`: word for word, but the text that quotes it does not say by name who speaks. `word-or-title`: in no text,
 * but one word or a title that nobody is said to have said, which may be no quotation at all.
 */
export const STATUSES = [
  'verbatim',
  'edited',
  'spliced',
  'elided-over',
  'other-speaker',
  'speaker-unknown',
  'not-found',
  'word-or-title',
] as const;
export type CheckStatus = (typeof STATUSES)[number];

/** Whether a copy desk need not look: word for word, or perhaps no quotation. */
export function isFine(status: CheckStatus): boolean {
  return status === 'verbatim' || status === 'word-or-title';
}

/** A text in which quotations may stand. */
export interface Reference {
  readonly id: string;
  readonly text: string;
  /** Who says what in it; asked for only where a quotation was found. */
  readonly extract: () => Output;
}

export interface CheckedQuotation {
  readonly text: string;
  /** Where its offsets count: a title that the draft's text does not have is looked at too. */
  readonly in: 'text' | 'title';
  readonly start: number;
  readonly end: number;
  /** As the draft names whom it quotes; null where it does not, and then the speaker is not compared. */
  readonly speaker: string | null;
  readonly status: CheckStatus;
  /** Where it stands, as written there; null where it was not found. */
  readonly found: {
    readonly reference: string;
    readonly start: number;
    readonly end: number;
    readonly text: string;
    readonly speaker: string | null;
  } | null;
  /** First: the draft's words, second: those of the text. */
  readonly differences: readonly Difference[];
}

/** Words in a row by which a place is found; where a quotation has fewer in a row, so many. */
const GRAM_WORDS = 3;
/** Places at which one word alone is looked for, and places that are compared with a quotation. */
const MAX_PLACES = 50;
/** Places at which it is measured how many words are the same: of words that stand everywhere more would not help. */
const MAX_LOOKED = 20_000;
/** More words than a text can have that is read. */
const MAX_TEXT_WORDS = 2 ** 27;
/** Words before and after the best stretch in which the rest may stand, and where the draft has dots. */
const [BEFORE, AFTER, NEAR_DOTS] = [3, 15, 60];
/** Words between a "not" and what it takes back. */
const MAX_FROM_NOT = 4;
/** The share of a quotation's words that must stand in one place. */
const MIN_SHARE = 0.5;
/** Without dots so many words in between make two places. */
const MAX_BETWEEN = 8;

/** Texts by the words that stand in a row in them. */
export class References {
  readonly #texts: { readonly reference: Reference; readonly words: readonly Word[] }[] = [];
  /** By words in a row, where they stand: the text's number times `MAX_TEXT_WORDS`, and the number of the first word. */
  readonly #places = new Map<string, number[]>();

  add(reference: Reference): void {
    const words = wordsOf(reference.text).filter(({ kind }) => kind === 'word');
    const text = this.#texts.push({ reference, words }) - 1;
    for (let length = 1; length <= GRAM_WORDS; length += 1) {
      for (let at = 0; at + length <= words.length; at += 1) {
        const key = keyOf(words, at, length);
        const places = this.#places.get(key);
        const place = text * MAX_TEXT_WORDS + at;
        if (places === undefined) this.#places.set(key, [place]);
        else if (length > 1 || places.length < MAX_PLACES) places.push(place);
      }
    }
  }

  /**
   * @param draft what was extracted from the draft
   * @param text the draft's text; it need not be given where the draft repeats it (`includeText`)
   * @returns every quotation of the draft in which there is a word, whether or not it is said who speaks, in the order of
   *   the text
   * @throws TypeError where there is no text
   */
  check(draft: Output, text: string | undefined = draft.article.text): CheckedQuotation[] {
    if (text === undefined) throw new TypeError('check wants the text of the draft, or a draft with includeText: true');
    return quotationsOf(draft, text).map((quoted) => this.#checkOne(quoted));
  }

  #checkOne(draft: Quoted): CheckedQuotation {
    const { words: quoted, slight, text, in: place, start, end, speaker } = draft;
    const base = { text, in: place, start, end, speaker };
    const none = { ...base, status: slight ? 'word-or-title' : 'not-found', found: null, differences: [] } as const;
    let best: CheckedQuotation = none;
    for (const stretch of this.#bestStretches(quoted)) {
      const checked = this.#checkAt(stretch, draft, base);
      if (checked !== null && (best === none || nearer(checked.status, best.status))) best = checked;
      if (best.status === 'verbatim') break;
    }
    return best;
  }

  /** @returns null where too little of a quotation stands there */
  #checkAt(
    stretch: Stretch,
    { words: quoted, before }: Quoted,
    base: Omit<CheckedQuotation, 'status' | 'found' | 'differences'>,
  ): CheckedQuotation | null {
    const { reference, words } = this.#texts[stretch.text]!;
    const [window, differences] = alignAround(stretch, quoted, words);
    const inner = trimmed(differences);
    const common = inner.reduce((sum, { same, first }) => sum + (same ? first.length : 0), 0);
    const all = quoted.filter(({ kind }) => kind === 'word').length;
    if (common < Math.min(all, Math.max(2, MIN_SHARE * all))) return null;
    const [first, last] = ends(differences, window);
    const taken = before.some(takesBack) ? [] : takenBack(reference.text, first.start);
    const status = statusOf(inner, (rest) => this.#standsElsewhere(rest));
    const { said, speaker: named } = speakerAt(reference, first.start, last.end);
    const start = taken[0]?.start ?? first.start;
    const text = reference.text.slice(start, last.end);
    const found = { reference: reference.id, start, end: last.end, text, speaker: named };
    if (status === 'verbatim' && taken.length > 0 && all >= MIN_STATEMENT) {
      const cut = { same: false, first: [], second: taken.map((word) => word.text), marked: false };
      return { ...base, status: 'elided-over', found, differences: [cut, ...inner] };
    }
    const doubt = status === 'verbatim' && base.speaker !== null && said ? doubtOf(base.speaker, named) : null;
    return { ...base, status: doubt ?? status, found, differences: inner };
  }

  /** The longest stretch of a quotation that stands somewhere, at the first places where it does; sought by its rarest words. */
  #bestStretches(quoted: readonly Word[]): Stretch[] {
    const length = Math.min(GRAM_WORDS, longestRun(quoted));
    const grams = quoted.flatMap((_, offset) => {
      const places =
        length > 0 && offset + length <= quoted.length ? this.#places.get(keyOf(quoted, offset, length)) : null;
      return places ? [{ offset, places }] : [];
    });
    let best: Stretch[] = [];
    let looked = 0;
    /** By text and by how far the text's words are ahead of the quotation's: up to where a stretch goes. */
    const known = new Map<number, number>();
    for (const { offset, places } of grams.sort((a, b) => a.places.length - b.places.length)) {
      for (const place of places) {
        const at = place % MAX_TEXT_WORDS;
        const ahead = place - offset;
        if ((known.get(ahead) ?? -1) > at) continue;
        looked += 1;
        if (looked > MAX_LOOKED && best.length > 0) return best.sort(byOffset);
        const stretch = this.#stretchAround(quoted, { text: Math.floor(place / MAX_TEXT_WORDS), at, offset, length });
        known.set(ahead, stretch.at + stretch.length);
        const longest = best[0]?.length ?? 0;
        if (stretch.length > longest) best = [];
        if (stretch.length >= longest && best.length < MAX_PLACES) best.push(stretch);
      }
    }
    return best.sort(byOffset);
  }

  /** As many words in a row as are the same, on both sides of some that are. */
  #stretchAround(quoted: readonly Word[], { text, at, offset, length }: Stretch): Stretch {
    const { words } = this.#texts[text]!;
    let before = 0;
    while (offset > before && words[at - before - 1]?.key === quoted[offset - before - 1]!.key) before += 1;
    let run = length;
    while (quoted[offset + run] && words[at + run]?.key === quoted[offset + run]!.key) run += 1;
    return { text, at: at - before, offset: offset - before, length: run + before };
  }

  #standsElsewhere(words: readonly string[]): boolean {
    const tokens = wordsOf(words.join(' '));
    return tokens.length >= GRAM_WORDS + 1 && this.#bestStretches(tokens).length > 0;
  }
}

const byOffset = (a: Stretch, b: Stretch): number => a.offset - b.offset || a.text - b.text || a.at - b.at;

/** Words of a quotation that stand in a text, from `offset` of the quotation and from `at` of the text. */
interface Stretch {
  readonly text: number;
  readonly at: number;
  readonly offset: number;
  readonly length: number;
}

/**
 * Aligns a quotation with the place of its longest stretch: the stretch with itself, what comes before it with the words
 * before, what comes after it with those after. Aligned as a whole, its first word might be found in the sentence before.
 *
 * @returns the words of the text that were looked at, and the differences
 */
function alignAround(
  { at, offset, length }: Stretch,
  quoted: readonly Word[],
  words: readonly Word[],
): [readonly Word[], readonly Difference[]] {
  const dots = quoted.some(({ kind }) => kind === 'gap');
  const [left, right] = [quoted.slice(0, offset), quoted.slice(offset + length)];
  const from = left.length === 0 ? at : Math.max(0, at - offset - (dots ? NEAR_DOTS : BEFORE));
  const end = at + length;
  const to = right.length === 0 ? end : end + right.length + (dots ? NEAR_DOTS : AFTER);
  const same = words.slice(at, end).map(({ text }) => text);
  const differences = [
    ...alignBackwards(left, words.slice(from, at)),
    { same: true, first: quoted.slice(offset, offset + length).map(({ text }) => text), second: same, marked: false },
    ...align(right, words.slice(end, to)),
  ];
  return [words.slice(from, to), differences];
}

/** As `align`, which takes the first of several like words; this takes the last. */
function alignBackwards(a: readonly Word[], b: readonly Word[]): Difference[] {
  const turned = align(a.toReversed(), b.toReversed());
  return turned
    .map((each) => ({ ...each, first: each.first.toReversed(), second: each.second.toReversed() }))
    .reverse();
}

/** Shorter quotations are words and no statements: "not a “great day”". */
const MIN_STATEMENT = 3;

/** The words before a place from the "not" on that takes back what stands there: "I do [not think] the dam is safe". */
function takenBack(text: string, start: number): readonly Word[] {
  const before = clauseBefore(text, start);
  const not = before.findLastIndex(({ text: word }) => takesBack(word));
  return not < 0 || before.length - 1 - not > MAX_FROM_NOT ? [] : before.slice(not);
}

/** Words that stand in a row in a quotation, where no gap parts them. */
function longestRun(words: readonly Word[]): number {
  let [run, longest] = [0, 0];
  for (const { kind } of words) {
    run = kind === 'word' ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

function keyOf(words: readonly Token[], at: number, length: number): string {
  let key = '';
  for (let index = at; index < at + length; index += 1) {
    const word = words[index]!;
    key += word.kind === 'word' ? `${word.key} ` : '\0';
  }
  return key;
}

/** Without what the text has before and after; what the draft has there more is a change. */
function trimmed(differences: readonly Difference[]): Difference[] {
  const first = differences.findIndex(({ same }) => same);
  const last = differences.findLastIndex(({ same }) => same);
  return differences.flatMap((difference, at) => {
    if (at >= first && at <= last) return difference;
    return difference.first.length > 0 ? { ...difference, second: [] } : [];
  });
}

/** The first and the last word of the text that the draft has. */
function ends(differences: readonly Difference[], window: readonly Word[]): [Word, Word] {
  const first = differences.findIndex(({ same }) => same);
  const last = differences.findLastIndex(({ same }) => same);
  const count = (to: number) => differences.slice(0, to).reduce((sum, { second }) => sum + second.length, 0);
  return [window[count(first)]!, window[count(last + 1) - 1]!];
}

function statusOf(differences: readonly Difference[], elsewhere: (words: readonly string[]) => boolean): CheckStatus {
  const changes = differences.filter(({ same }) => !same);
  const turned = changes.some(({ first, second }) => second.flatMap(turnsIn).length > first.flatMap(turnsIn).length);
  if (turned && changes.some(({ marked, second }) => marked && second.flatMap(turnsIn).length > 0))
    return 'elided-over';
  const open = changes.filter(({ marked }) => !marked);
  if (open.some(({ first, second }) => (first.length === 0 && second.length > MAX_BETWEEN) || elsewhere(first)))
    return 'spliced';
  if (open.some(({ first, second }) => first.length === 0 && second.flatMap(turnsIn).length > 0)) return 'elided-over';
  return open.length > 0 || changes.some(({ first }) => first.length > 0) ? 'edited' : 'verbatim';
}

/** Of places that have equally many words in a row: where all of them stand, and then where the speaker is the right one. */
const NEAREST: readonly CheckStatus[] = ['verbatim', 'speaker-unknown', 'other-speaker'];

function nearer(one: CheckStatus, other: CheckStatus): boolean {
  const rank = (status: CheckStatus) => (NEAREST.includes(status) ? NEAREST.indexOf(status) : NEAREST.length);
  return rank(one) < rank(other);
}

/** Why words may not be those of the speaker that the draft names; null where the text names the same one. */
function doubtOf(speaker: string, named: string | null): CheckStatus | null {
  if (named === null) return 'speaker-unknown';
  return lastWord(speaker) === lastWord(named) ? null : 'other-speaker';
}

const MARK = /^[“"]/u;

/**
 * Whose words stand there, as the text itself has it: `said` where they are somebody's, and by name where it names him. What
 * a text says in its own voice, as a speech does, is nobody's in it.
 */
function speakerAt(
  reference: Reference,
  start: number,
  end: number,
): { readonly said: boolean; readonly speaker: string | null } {
  const output = reference.extract();
  const claim = output.claims.find(({ content, attribution }) =>
    content.some(
      (piece) => (attribution.length > 0 || MARK.test(piece.text)) && piece.start <= start + 1 && end <= piece.end + 1,
    ),
  );
  return { said: claim !== undefined, speaker: claim ? speakerOf(output, claim) : null };
}
