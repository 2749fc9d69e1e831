/** The tagger's lexicon: the tags that each word of the training text had, and what follows for words it lacks. */
import { hashText } from '../model/hash.ts';
import { ALL_CAPITALS, CAPITAL, COLUMNS, DIGIT, FLAGS, LETTER, wordTypes } from './types.ts';

export interface Lexicon {
  /** Lists of tags, by their numbers. */
  readonly lists: readonly Uint8Array[];
  /** The number of the list of tags that this word type is scored on; a single one needs no scoring. */
  listOf(type: number): number;
  /** A hash of the tags that the word had in training, the commonest first; of its kind where it had none. */
  ambiguity(type: number): number;
  /** True where the word had one of these tags in training. */
  knows(word: string, tags: Uint8Array): boolean;
}

interface Entry {
  /** Index of the candidates. */
  readonly list: number;
  readonly ambiguity: number;
  readonly seen: string;
}

/**
 * One line a word: the word, a tab, its possible tags as characters (code 48 + index), a tab, its ambiguity class
 * likewise. The first lines, with the words `0` to `15`, are the tags of unknown words by `kindOfType`.
 */
export function lexiconFrom(lines: readonly string[]): Lexicon {
  const pool: Uint8Array[] = [];
  const poolIds = new Map<string, number>();
  const idOf = (tags: string): number => {
    let id = poolIds.get(tags);
    if (id === undefined) {
      id = pool.length;
      pool.push(Uint8Array.from(tags, (char) => char.charCodeAt(0) - 48));
      poolIds.set(tags, id);
    }
    return id;
  };
  const unknown: number[] = [];
  const words = new Map<string, Entry>();
  // Thousands of words share their two lists of tags: one entry serves them all.
  const entries = new Map<string, Entry>();
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    const tab = line.indexOf('\t');
    const both = line.slice(tab + 1);
    let entry = entries.get(both);
    if (!entry) {
      const [tags, seen] = both.split('\t') as [string, string];
      entry = { list: idOf(tags), ambiguity: hashText(seen), seen };
      entries.set(both, entry);
    }
    if (index < KINDS) unknown.push(entry.list);
    else words.set(line.slice(0, tab), entry);
  }
  let generation = -1;
  let known = 0;
  let lists = new Uint16Array(1 << 12);
  let ambiguities = new Int32Array(1 << 12);
  /** Looks up the types that came since the last time. */
  const update = (): void => {
    if (generation !== wordTypes.generation) known = 0;
    generation = wordTypes.generation;
    if (wordTypes.count > lists.length) {
      const size = 2 ** Math.ceil(Math.log2(wordTypes.count + 1));
      const [oldLists, oldAmbiguities] = [lists, ambiguities];
      lists = new Uint16Array(size);
      ambiguities = new Int32Array(size);
      lists.set(oldLists);
      ambiguities.set(oldAmbiguities);
    }
    for (; known < wordTypes.count; known++) {
      const entry = words.get(wordTypes.forms[known]!.replace(/’/g, "'")) ?? words.get(wordTypes.lower[known]!);
      const kind = kindOfType(known);
      lists[known] = entry?.list ?? unknown[kind]!;
      ambiguities[known] = entry?.ambiguity ?? kind;
    }
  };
  return {
    lists: pool,
    listOf(type) {
      if (type >= known || generation !== wordTypes.generation) update();
      return lists[type]!;
    },
    ambiguity(type) {
      if (type >= known || generation !== wordTypes.generation) update();
      return ambiguities[type]!;
    },
    knows(word, tags) {
      const seen = words.get(word)?.seen ?? '';
      return tags.some((tag) => seen.includes(String.fromCharCode(48 + tag)));
    },
  };
}

/** How many kinds `kindOfType` knows. */
export const KINDS = 16;

/** The kind of a word as far as its letters tell: bits for letters, figures, a first capital, all capitals. */
export function kindOfType(type: number): number {
  const flags = wordTypes.features[type * COLUMNS + FLAGS]!;
  return (
    (flags & LETTER ? 1 : 0) | (flags & DIGIT ? 2 : 0) | (flags & CAPITAL ? 4 : 0) | (flags & ALL_CAPITALS ? 8 : 0)
  );
}
