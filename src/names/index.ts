/** Proper names of persons, organizations, places and other things, each word at most in one. */
import type { NameMention, Stage, Words } from '../document.ts';
import { makeTagger, type NameTagger } from './model.ts';
import { KINDS } from './tagger.ts';
import { cutTitles } from './titles.ts';

/** Reads names from labels: B begins one, I continues it. Titles before a person's name are cut off. */
export function namesFrom(labels: Uint8Array, words: Words): NameMention[] {
  const names: NameMention[] = [];
  for (let word = 0; word < words.count; word++) {
    const label = labels[word]!;
    if (label % 2 === 0) continue;
    let end = word + 1;
    while (end < words.count && labels[end] === label + 1) end += 1;
    const kind = KINDS[(label - 1) / 2]!;
    const first = kind === 'person' ? cutTitles(words, word, end) : word;
    names.push({ start: words.starts[first]!, end: words.ends[end - 1]!, kind, by: 'tagger' });
    word = end - 1;
  }
  return names;
}

let tagger: NameTagger | undefined;

export const findNames: Stage<'names', 'sentences' | 'words' | 'syntax'> = (article, { words }) => {
  tagger ??= makeTagger();
  return namesFrom(tagger(article, words), words);
};
