/** Newspapers, broadcasters and agencies by any of their names, with who owns them. */
import { loadLexicon } from '../lexicon.ts';
import { plainName } from './plain-name.ts';
import type { OwnRow } from './register-file.ts';

export interface Outlet {
  readonly name: string;
  readonly kind: 'media' | 'news-agency';
  readonly owner: string | null;
}

/** The longest name of an outlet that is looked for, in words. */
const MAX_NAME_WORDS = 4;
const CAPITALS = /\p{Lu}[\p{L}.’']*(?: (?:of |on |and )?\p{Lu}[\p{L}.’']*)*/gu;

/** The outlets that are known: the list beside this file, and those of the user's register. */
export class Outlets {
  readonly #known: ReadonlyMap<string, Outlet>;
  readonly #firstWords: ReadonlySet<string>;
  readonly #byLastWord = new Map<string, Outlet[]>();

  /** @param rows of kind media or news-agency add outlets, by name or by site; they win over the list */
  constructor(rows: ReadonlyMap<string, OwnRow> = new Map()) {
    const known = new Map(listed());
    for (const [key, row] of rows) {
      const main = rows.get(plainName(row.sameAs ?? row.name)) ?? row;
      const before = known.get(plainName(row.sameAs ?? row.name));
      const kind = row.kind ?? main.kind ?? before?.kind;
      if (kind !== 'media' && kind !== 'news-agency') continue;
      const owner = row.owner ?? main.owner ?? before?.owner ?? null;
      known.set(key, { name: row.sameAs ?? row.name, kind, owner });
    }
    this.#known = known;
    this.#firstWords = new Set([...known.keys()].map((alias) => alias.split(' ')[0]!));
    for (const outlet of new Map([...known.values()].map((each) => [each.name, each])).values()) {
      const last = plainName(outlet.name).split(' ').at(-1)!;
      this.#byLastWord.set(last, [...(this.#byLastWord.get(last) ?? []), outlet]);
    }
  }

  /** @param name as an article has it, or a site ("bbc.co.uk") */
  named(name: string): Outlet | null {
    return this.#known.get(plainName(name)) ?? null;
  }

  /** Who published at an address: a known outlet, also by a site below its own ("edition.cnn.com"), or the site itself. */
  ofUrl(url: string | null): Outlet | null {
    if (url === null || !URL.canParse(url)) return null;
    const site = new URL(url).hostname.replace(/^www\./, '');
    const parts = site.split('.');
    for (let from = 0; from + 1 < parts.length; from += 1) {
      const found = this.#known.get(parts.slice(from).join('.'));
      if (found) return found;
    }
    return site === '' ? null : { name: site, kind: 'media', owner: null };
  }

  /** The outlet that words mean; "the Journal" alone only where the article names one in full that ends so. */
  meant(name: string, inFull: readonly string[]): Outlet | null {
    const full = (this.#byLastWord.get(plainName(name)) ?? []).filter((outlet) => inFull.includes(outlet.name));
    return full.length === 1 ? full[0]! : full.length === 0 ? this.named(name) : null;
  }

  /** The names of all outlets that a text has in full, each once, sorted. */
  namesIn(text: string): string[] {
    const found = new Set<string>();
    for (const [run] of text.matchAll(CAPITALS)) {
      const words = run.split(' ');
      for (const [from, word] of words.entries()) {
        if (word !== 'The' && !this.#firstWords.has(plainName(word))) continue;
        for (let to = Math.min(words.length, from + MAX_NAME_WORDS); to > from; to -= 1) {
          const outlet = this.named(words.slice(from, to).join(' '));
          if (outlet) found.add(outlet.name);
        }
      }
    }
    return [...found].sort();
  }

  /** The agency that a dateline gives: "MINSK (Reuters) -", "(AP)". */
  agencyOfDateline(opening: string): Outlet | null {
    const [, name] = /\(([\p{L} ./]{2,30})\)\s*(?:[-–—]|$)/u.exec(opening.slice(0, 120)) ?? [];
    const outlet = name === undefined ? null : this.named(name.split('/').at(-1)!);
    return outlet?.kind === 'news-agency' ? outlet : null;
  }
}

let list: ReadonlyMap<string, Outlet> | undefined;

function listed(): ReadonlyMap<string, Outlet> {
  list ??= new Map(
    loadLexicon(new URL('./outlets.tsv', import.meta.url)).map(([alias, name, kind, owner]) => [
      plainName(alias!),
      { name: name!, kind: kind as Outlet['kind'], owner: owner || null },
    ]),
  );
  return list;
}
