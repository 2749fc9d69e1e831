/** Proper names of persons, organizations, places and other things, each word at most in one. */
import type { NameMention, Stage, Syntax, Words } from '../document.ts';
import { TAG } from '../syntax/labels.ts';
import { agreeWithBodies } from './bodies.ts';
import { boundsOf } from './bounds.ts';
import { agreeWithFirms } from './firms.ts';
import { makeTagger, type NameTagger } from './model.ts';
import { otherThan } from './not-persons.ts';
import { labelKnown } from './organizations.ts';
import { KINDS } from './tagger.ts';

/** Reads names from labels: B begins one, I continues it. */
function namesFrom(labels: Uint8Array, words: Words): NameMention[] {
  const names: NameMention[] = [];
  let least = 0;
  for (let sentence = 0; sentence + 1 < words.first.length; sentence++) {
    least = words.first[sentence]!;
    for (let word = least; word < words.first[sentence + 1]!; word++) {
      const label = labels[word]!;
      if (label % 2 === 0) continue;
      let end = word + 1;
      while (end < words.count && labels[end] === label + 1) end += 1;
      const kind = KINDS[(label - 1) / 2]!;
      names.push(kind === 'person' ? personOr(words, word, end, least) : mention(words, word, end, kind, 'tagger'));
      least = end;
      // A numeral that a name takes in is in no other.
      while (least < words.count && words.starts[least]! < names.at(-1)!.end) least += 1;
      word = least - 1;
    }
  }
  return names;
}

function mention(words: Words, from: number, to: number, kind: NameMention['kind'], by: string): NameMention {
  return { start: words.starts[from]!, end: words.ends[to - 1]!, kind, by };
}

/**
 * What the tagger takes for a person, where a lexicon or the words around it do not know better.
 *
 * @param least the first word after the name before, in this sentence
 */
function personOr(words: Words, word: number, end: number, least: number): NameMention {
  const { from, to } = boundsOf(words, word, end, least);
  const other = otherThan(words, from, to);
  return mention(words, from, to, other?.kind ?? 'person', other?.by ?? 'tagger');
}

/** Words that are no part of a name where they open a sentence with a capital: "Later Weber thanked them". */
const OPENERS: ReadonlySet<number> = new Set([TAG.RB, TAG.RBR, TAG.IN, TAG.CC, TAG.DT, TAG.WRB]);

/** Cuts such words from names of persons. */
function cutOpeners(labels: Uint8Array, words: Words, { tags }: Pick<Syntax, 'tags'>): void {
  for (const word of words.first) {
    if (labels[word] !== 1 || labels[word + 1] !== 2 || !OPENERS.has(tags[word]!)) continue;
    labels[word] = 0;
    labels[word + 1] = 1;
  }
}

let tagger: NameTagger | undefined;

/** Finds proper names of four kinds, each word in one name at most; a lexicon corrects the tagger where it is sure. */
export const findNames: Stage<'names', 'sentences' | 'words' | 'syntax'> = (article, { words, syntax }) => {
  tagger ??= makeTagger();
  const labels = tagger(article, words);
  labelKnown(labels, words);
  agreeWithFirms(labels, words);
  agreeWithBodies(labels, words, syntax);
  cutOpeners(labels, words, syntax);
  return namesFrom(labels, words);
};
