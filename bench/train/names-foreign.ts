/**
 * More names than the corpora know: copies of texts in which every person bears another name, drawn from all lists of the
 * gazetteer, a third of them made of two halves so that no list holds them. One name is replaced alike in a whole text.
 */
import { loadLexicon } from '../../src/lexicon.ts';
import type { Marked, NamedText } from './names-corpora.ts';

const MADE = 1 / 3;

interface Pool {
  readonly given: readonly string[];
  readonly last: readonly string[];
}

let pool: Pool | undefined;

function names(): Pool {
  if (pool) return pool;
  const given: string[] = [];
  const last: string[] = [];
  for (const [flags, words] of loadLexicon(new URL('../../src/names/gazetteer.tsv', import.meta.url))) {
    if (flags!.includes('x')) continue;
    if (/f/i.test(flags!)) given.push(...words!.split(' '));
    if (/l/i.test(flags!)) last.push(...words!.split(' '));
  }
  pool = { given, last };
  return pool;
}

/** A copy of a text with other names for its persons. */
export function withOtherNames({ id, text, names: marked, personsOnly }: NamedText, random: () => number): NamedText {
  const chosen = new Map<string, string>();
  const draw = (list: readonly string[]) => list[Math.floor(random() * list.length)]!;
  const other = (word: string, list: readonly string[]): string => {
    const known = chosen.get(word);
    if (known !== undefined) return known;
    let made = draw(list);
    if (random() < MADE) {
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
  for (const { start, end, kind } of marked.toSorted((a, b) => a.start - b.start)) {
    copy += text.slice(at, start);
    const from = copy.length;
    const name = text.slice(start, end);
    if (kind !== 0) copy += name;
    else {
      const final = name.lastIndexOf(' ') + 1;
      copy += name.replace(/\p{Lu}[\p{L}'’]{2,}/gu, (word, offset: number) =>
        other(word, offset >= final ? names().last : names().given),
      );
    }
    moved.push({ start: from, end: copy.length, kind });
    at = end;
  }
  return { id: `${id}+names`, text: copy + text.slice(at), names: moved, personsOnly };
}
