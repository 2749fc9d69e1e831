/** The tagger's lexicon: the tags that each word of the training text had, and what follows for words it lacks. */
import { hashText } from '../model/hash.ts';
import { lookUp, type WordTable, wordTable } from '../model/word-table.ts';
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

/** A lexicon as it is kept. */
export interface PackedLexicon {
  /** Words, and the number of the class of each. */
  readonly words: WordTable;
  /**
   * The classes: the tags that are possible as characters (code 48 + index), a tab, those that the word had in training
   * likewise, the commonest first. The first are the tags of unknown words by `kindOfType`.
   */
  readonly classes: readonly string[];
}

/**
 * @param lines one a word: the word, a tab, its class; the first, with the words `0` to `15`, are the tags of unknown words
 *   by `kindOfType`
 */
export function packLexicon(lines: readonly string[]): PackedLexicon {
  const classes: string[] = [];
  const numbers = new Map<string, number>();
  const words = new Map<string, number>();
  for (const [index, line] of lines.entries()) {
    const tab = line.indexOf('\t');
    const name = line.slice(tab + 1);
    if (index < KINDS) classes.push(name);
    else {
      const number = numbers.get(name) ?? classes.push(name) - 1;
      numbers.set(name, number);
      words.set(line.slice(0, tab), number);
    }
  }
  return { words: wordTable(words), classes };
}

/** Opens a lexicon: what a word type tells is looked up once and kept in columns. */
export function lexiconFrom({ words, classes }: PackedLexicon): Lexicon {
  const pool: Uint8Array[] = [];
  const poolIds = new Map<string, number>();
  const seen: string[] = [];
  const listOfClass = new Uint16Array(classes.length);
  const ambiguityOfClass = new Int32Array(classes.length);
  for (let index = 0; index < classes.length; index++) {
    const [tags, had] = classes[index]!.split('\t') as [string, string];
    let id = poolIds.get(tags);
    if (id === undefined) {
      id = pool.push(Uint8Array.from(tags, (char) => char.charCodeAt(0) - 48)) - 1;
      poolIds.set(tags, id);
    }
    listOfClass[index] = id;
    ambiguityOfClass[index] = index < KINDS ? index : hashText(had);
    seen.push(had);
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
      let entry = lookUp(words, wordTypes.forms[known]!.replace(/’/g, "'"));
      if (entry < 0) entry = lookUp(words, wordTypes.lower[known]!);
      if (entry < 0) entry = kindOfType(known);
      lists[known] = listOfClass[entry]!;
      ambiguities[known] = ambiguityOfClass[entry]!;
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
      const entry = lookUp(words, word);
      return entry >= 0 && tags.some((tag) => seen[entry]!.includes(String.fromCharCode(48 + tag)));
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
