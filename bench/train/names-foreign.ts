/**
 * More names than the corpora know: copies of texts in which every person bears another name, drawn from all lists of the
 * gazetteer, a third of them made of two halves so that no list holds them. One name is replaced alike in a whole text.
 */
import { loadLexicon } from '../../src/lexicon.ts';
import { LIST } from './gazetteer.ts';
import type { Marked, NamedText } from './names-corpora.ts';

const MADE = 1 / 3;
/** Of given names so many are months or initials ("J.K."), and of whole names so many two short words. */
const MONTHS = 0.04;
const INITIALS = 0.05;
const SHORT = 0.08;
const MONTH_NAMES = ['april', 'august', 'june', 'may'];
/** Family names that stand first, and the syllables of given names after them. */
const FIRST_FAMILY = 'bo chu ding fu gu han he hu jin ko lim lu ma mo ong pan qi ren su tan vu wan xi xu ye yu'.split(
  ' ',
);
const SYLLABLES = 'bao chen fei hao hua jing jun lan ling mei min ning ping qiu rui shan tao wei xin yan yue zhi'.split(
  ' ',
);

interface Pool {
  readonly given: readonly string[];
  readonly last: readonly string[];
}

let pool: Pool | undefined;

function names(): Pool {
  if (pool) return pool;
  const given: string[] = [];
  const last: string[] = [];
  for (const [flags, words] of loadLexicon(LIST)) {
    if (flags!.includes('x')) continue;
    if (/f/i.test(flags!)) given.push(...words!.split(' '));
    if (/l/i.test(flags!)) last.push(...words!.split(' '));
  }
  pool = { given, last };
  return pool;
}

/** A copy of a text with other names for its persons. */
export function withOtherNames({ id, text, names: marks, marked }: NamedText, random: () => number): NamedText {
  const chosen = new Map<string, string>();
  /** Full names, and whether two short words take their place. */
  const short = new Map<string, boolean>();
  const draw = (list: readonly string[]) => list[Math.floor(random() * list.length)]!;
  const initial = () => String.fromCharCode(65 + Math.floor(random() * 26));
  const other = (word: string, list: readonly string[]): string => {
    const known = chosen.get(word);
    if (known !== undefined) return known;
    const isGiven = list === names().given;
    const chance = random();
    let made = draw(list);
    if (isGiven && chance < MONTHS) made = draw(MONTH_NAMES);
    else if (isGiven && chance < MONTHS + INITIALS) {
      made = `${initial()}.${initial()}.`;
      chosen.set(word, made);
      return made;
    } else if (random() < MADE) {
      const second = draw(list);
      made = made.slice(0, Math.ceil(made.length / 2)) + second.slice(Math.floor(second.length / 2));
    }
    const shown = /^\P{Ll}+$/u.test(word) ? made.toUpperCase() : made[0]!.toUpperCase() + made.slice(1);
    chosen.set(word, shown);
    return shown;
  };
  let copy = '';
  let at = 0;
  const moved: Marked[] = [];
  for (const { start, end, kind } of marks.toSorted((a, b) => a.start - b.start)) {
    copy += text.slice(at, start);
    const from = copy.length;
    const name = text.slice(start, end);
    if (kind !== 0) copy += name;
    else {
      const final = name.lastIndexOf(' ') + 1;
      if (!short.has(name)) short.set(name, random() < SHORT && /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u.test(name));
      if (short.get(name)) {
        for (const [word, list] of [
          [name.slice(0, final - 1), FIRST_FAMILY],
          [name.slice(final), SYLLABLES],
        ] as const) {
          const syllables = list === SYLLABLES && random() < 0.7 ? draw(list) + draw(list) : draw(list);
          if (!chosen.has(word)) chosen.set(word, syllables[0]!.toUpperCase() + syllables.slice(1));
        }
      }
      copy += name.replace(/\p{Lu}[\p{L}'’]{2,}/gu, (word, offset: number) =>
        other(word, offset >= final ? names().last : names().given),
      );
    }
    moved.push({ start: from, end: copy.length, kind });
    at = end;
  }
  return { id: `${id}+names`, text: copy + text.slice(at), names: moved, marked };
}
