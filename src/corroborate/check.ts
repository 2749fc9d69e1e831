/** The quotations of a draft beside the texts that they should come from. */
import type { Output, OutputClaim } from '../output.ts';
import { align, type Difference, type Token } from './align.ts';
import { turnsIn } from './alteration.ts';
import { lastWord } from './last-word.ts';

/** `speaker-unknown`: word for word, but the text that quotes it does not say by name who speaks. */
export const STATUSES = [
  'verbatim',
  'edited',
  'spliced',
  'elided-over',
  'other-speaker',
  'speaker-unknown',
  'not-found',
] as const;
export type CheckStatus = (typeof STATUSES)[number];

/** A text in which quotations may stand. */
export interface Reference {
  readonly id: string;
  readonly text: string;
  /** Who says what in it; asked for only where a quotation was found. */
  readonly extract: () => Output;
}

export interface CheckedQuotation {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** As the draft names whom it quotes; null where it does not. */
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

interface Word extends Token {
  readonly start: number;
  readonly end: number;
}

/** Words in a row by which a place is found; quotations of fewer are looked for as a whole. */
const GRAM_WORDS = 3;
/** Words before and after the best stretch in which the rest may stand, and where the draft has dots. */
const [BEFORE, AFTER, NEAR_DOTS] = [3, 15, 60];
/** The share of a quotation's words that must stand in one place. */
const MIN_SHARE = 0.5;
/** Without dots so many words in between make two places. */
const MAX_BETWEEN = 8;

/** Texts by the words that stand in a row in them. */
export class References {
  readonly #texts: { readonly reference: Reference; readonly words: readonly Word[] }[] = [];
  readonly #places = new Map<string, (readonly [text: number, word: number])[]>();

  add(reference: Reference): void {
    const words = wordsOf(reference.text).filter(({ kind }) => kind === 'word');
    const text = this.#texts.push({ reference, words }) - 1;
    for (let length = 2; length <= GRAM_WORDS; length += 1) {
      for (let at = 0; at + length <= words.length; at += 1) {
        const key = keyOf(words, at, length);
        const places = this.#places.get(key);
        if (places) places.push([text, at]);
        else this.#places.set(key, [[text, at]]);
      }
    }
  }

  /** @returns every quotation of the draft of two words or more, in the order of the text */
  check(draft: Output): CheckedQuotation[] {
    return draft.claims.flatMap((claim) =>
      quotationsOf(claim).flatMap((piece) => {
        const words = wordsOf(piece.text);
        if (words.filter(({ kind }) => kind === 'word').length < 2) return [];
        return [this.#checkOne(piece, words, speakerOf(draft, claim))];
      }),
    );
  }

  #checkOne(piece: Piece, quoted: readonly Word[], speaker: string | null): CheckedQuotation {
    const base = { text: piece.text, start: piece.start, end: piece.end, speaker };
    const best = this.#bestStretch(quoted);
    if (best === null) return { ...base, status: 'not-found', found: null, differences: [] };
    const { reference, words } = this.#texts[best.text]!;
    const [window, differences] = alignAround(best, quoted, words);
    const inner = trimmed(differences);
    const common = inner.reduce((sum, { same, first }) => sum + (same ? first.length : 0), 0);
    const all = quoted.filter(({ kind }) => kind === 'word').length;
    if (common < Math.min(all, Math.max(2, MIN_SHARE * all)))
      return { ...base, status: 'not-found', found: null, differences: [] };
    const [first, last] = ends(differences, window);
    const { said, speaker: named } = speakerAt(reference, first.start, last.end);
    const found = {
      reference: reference.id,
      start: first.start,
      end: last.end,
      text: reference.text.slice(first.start, last.end),
      speaker: named,
    };
    const status = statusOf(inner, (rest) => this.#standsElsewhere(rest));
    const doubt = status === 'verbatim' && speaker !== null && said ? doubtOf(speaker, named) : null;
    return { ...base, status: doubt ?? status, found, differences: inner };
  }

  /** The longest stretch of a quotation that stands somewhere; of several the first. */
  #bestStretch(quoted: readonly Word[]): Stretch | null {
    let best: Stretch | null = null;
    const length = Math.min(GRAM_WORDS, quoted.filter(({ kind }) => kind === 'word').length);
    for (let offset = 0; offset + length <= quoted.length; offset += 1) {
      for (const [text, at] of this.#places.get(keyOf(quoted, offset, length)) ?? []) {
        const { words } = this.#texts[text]!;
        let run = length;
        while (quoted[offset + run] && words[at + run]?.key === quoted[offset + run]!.key) run += 1;
        if (best === null || run > best.length) best = { text, at, offset, length: run };
      }
    }
    return best;
  }

  #standsElsewhere(words: readonly string[]): boolean {
    const tokens = wordsOf(words.join(' '));
    return tokens.length >= GRAM_WORDS + 1 && this.#bestStretch(tokens) !== null;
  }
}

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

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const QUOTED = /[“"]([^“”"]+)[”"]?/gu;
/** A quotation that ends and one that begins: "… because of it” … “the mine …". */
const SEVERAL = /”[^“”]*“/u;

/** A direct quotation piece by piece; of a claim that quotes in part, or twice, what stands between marks. */
function quotationsOf({ quotation, content }: OutputClaim): Piece[] {
  if (quotation !== 'direct' && quotation !== 'mixed') return [];
  return content.flatMap((piece) => {
    if (quotation === 'direct' && !SEVERAL.test(piece.text)) return [piece];
    return [...piece.text.matchAll(QUOTED)].map(({ 0: text, index }) => {
      return { start: piece.start + index, end: piece.start + index + text.length, text };
    });
  });
}

const TOKEN = /\[[^[\]]*\]|…|\.{3,}|(?:\. ){2,}\.|[\p{L}\p{M}\p{N}]+(?:['’.,-][\p{L}\p{M}\p{N}]+)*/gu;

function wordsOf(text: string): Word[] {
  return [...text.matchAll(TOKEN)].map(({ 0: word, index }) => ({
    text: word,
    key: word.toLowerCase().replaceAll('’', "'"),
    kind: /^[\p{L}\p{M}\p{N}]/u.test(word) ? 'word' : 'gap',
    start: index,
    end: index + word.length,
  }));
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

function speakerOf({ sources, people }: Output, { attribution: [first] }: OutputClaim): string | null {
  const source = sources.find(({ id }) => id === first?.source);
  if (!source?.resolved) return null;
  return people.find(({ id }) => id === source.person)?.name ?? source.name;
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
