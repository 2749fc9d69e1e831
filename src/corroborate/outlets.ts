/** Newspapers, broadcasters and agencies by any of their names, with who owns them. */
import { loadLexicon } from '../lexicon.ts';
import { fold } from '../names/gazetteer.ts';

export interface Outlet {
  readonly name: string;
  readonly kind: 'media' | 'news-agency';
  readonly owner: string | null;
}

let outlets: ReadonlyMap<string, Outlet> | undefined;
let byLastWord: ReadonlyMap<string, readonly Outlet[]> | undefined;

function known(): ReadonlyMap<string, Outlet> {
  outlets ??= new Map(
    loadLexicon(new URL('./outlets.tsv', import.meta.url)).map(([alias, name, kind, owner]) => [
      plainName(alias!),
      { name: name!, kind: kind as Outlet['kind'], owner: owner || null },
    ]),
  );
  return outlets;
}

/** A name as a key: no article, no accents, no possessive, lower case. */
export function plainName(name: string): string {
  return fold(name.replace(/\s+/g, ' ').trim()).replace(/^the /, '').replace(/'s$/, '');
}

/** @param name as an article has it, or a site ("bbc.co.uk") */
export function outletNamed(name: string): Outlet | null {
  return known().get(plainName(name)) ?? null;
}

/** The outlet of an address: its site, or the site that this one belongs to ("edition.cnn.com"). */
export function outletOfUrl(url: string | null): Outlet | null {
  if (url === null || !URL.canParse(url)) return null;
  const parts = new URL(url).hostname.split('.');
  for (let from = 0; from + 1 < parts.length; from += 1) {
    const found = known().get(parts.slice(from).join('.'));
    if (found) return found;
  }
  return null;
}

/** Outlets whose names end in this word ("Journal", "Times"), which alone could be any of them. */
export function outletsEndingIn(word: string): readonly Outlet[] {
  if (byLastWord === undefined) {
    const made = new Map<string, Outlet[]>();
    for (const outlet of new Set(known().values())) {
      const last = plainName(outlet.name).split(' ').at(-1)!;
      made.set(last, [...(made.get(last) ?? []), outlet]);
    }
    byLastWord = made;
  }
  return byLastWord.get(plainName(word)) ?? [];
}

const CAPITALS = /\p{Lu}[\p{L}.’']*(?: (?:of |on |and )?\p{Lu}[\p{L}.’']*)*/gu;
const LONGEST = 4;

let firstWords: ReadonlySet<string> | undefined;

/** Whether the name of an outlet begins with this word: most words are no outlets, and this is cheap. */
function isFirst(word: string): boolean {
  firstWords ??= new Set([...known().keys()].map((alias) => alias.split(' ')[0]!));
  return word === 'The' || firstWords.has(plainName(word));
}

/** The names of all outlets that a text has in full, each once, sorted. */
export function outletsIn(text: string): string[] {
  const found = new Set<string>();
  for (const [run] of text.matchAll(CAPITALS)) {
    const words = run.split(' ');
    if (!words.some(isFirst)) continue;
    for (let from = 0; from < words.length; from += 1) {
      for (let to = Math.min(words.length, from + LONGEST); to > from && isFirst(words[from]!); to -= 1) {
        const outlet = outletNamed(words.slice(from, to).join(' '));
        if (outlet) found.add(outlet.name);
      }
    }
  }
  return [...found].sort();
}

/** The agency that a dateline gives: "MINSK (Reuters) -", "(AP)". */
export function agencyOfDateline(opening: string): Outlet | null {
  const [, name] = /\(([\p{L} ./]{2,30})\)\s*(?:[-–—]|$)/u.exec(opening.slice(0, 120)) ?? [];
  const outlet = name === undefined ? null : outletNamed(name.split('/').at(-1)!);
  return outlet?.kind === 'news-agency' ? outlet : null;
}
