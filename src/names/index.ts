/** Proper names of persons, organizations, places and other things, each word at most in one. */
import type { Article, NameMention, Span, Stage, Words } from '../document.ts';
import { slice } from '../document.ts';
import { makeTagger, type NameTagger } from './model.ts';
import { KINDS } from './tagger.ts';
import { isKnownOrganization, isMake, isStorm } from './things.ts';
import { cutTitles } from './titles.ts';

/** Reads names from labels: B begins one, I continues it. Titles before a person's name are cut off. */
function namesFrom(article: Pick<Article, 'text'>, labels: Uint8Array, words: Words): NameMention[] {
  const names: NameMention[] = [];
  for (let word = 0; word < words.count; word++) {
    const label = labels[word]!;
    if (label % 2 === 0) continue;
    let end = word + 1;
    while (end < words.count && labels[end] === label + 1) end += 1;
    const kind = KINDS[(label - 1) / 2]!;
    const first = kind === 'person' ? cutTitles(words, word, end) : word;
    const [start, stop] = [words.starts[first]!, words.ends[end - 1]!];
    const read = kind === 'person' ? personOr(article, words, word, end, { start, end: stop }) : { kind, by: 'tagger' };
    names.push({ start, end: stop, kind: read.kind, by: read.by });
    word = end - 1;
  }
  return names;
}

/** What the tagger takes for a person, where a lexicon or the words around it do not know better. */
function personOr(
  article: Pick<Article, 'text'>,
  words: Words,
  from: number,
  to: number,
  span: Span,
): Pick<NameMention, 'kind' | 'by'> {
  if (isKnownOrganization(slice(article, span))) return { kind: 'organization', by: 'lexicon' };
  if (isMake(words, from, to)) return { kind: 'other', by: 'make' };
  return isStorm(words, from) ? { kind: 'other', by: 'storm' } : { kind: 'person', by: 'tagger' };
}

let tagger: NameTagger | undefined;

/** Finds proper names of four kinds, each word in one name at most; a lexicon corrects the tagger where it is sure. */
export const findNames: Stage<'names', 'sentences' | 'words' | 'syntax'> = (article, { words }) => {
  tagger ??= makeTagger();
  return namesFrom(article, tagger(article, words), words);
};
