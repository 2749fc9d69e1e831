/**
 * CoNLL-U: words with lemma, tags and tree, for other language tools. MISC holds our offsets (`Start`, `End`, UTF-16
 * code units into the text) and `SpaceAfter=No`; a sentence's comments hold its id, kind and text.
 */
import type { Article, Layers } from '../document.ts';
import { PENN_TAGS, RELATIONS, universalTag } from '../syntax/labels.ts';
import { lemmaOf } from '../syntax/lemma.ts';
import { oneLine } from './one-line.ts';

/** @returns the words of the article in CoNLL-U, one block a sentence: Penn tags in column 5, heads and relations of UD 2 */
export function writeConllu({
  article,
  layers,
}: {
  readonly article: Article;
  readonly layers: Pick<Layers, 'sentences' | 'words' | 'syntax'>;
}): string {
  const { sentences, words, syntax } = layers;
  const lines: string[] = [`# newdoc id = ${field(article.id)}`];
  let paragraph = -1;
  for (const [index, sentence] of sentences.entries()) {
    if (sentence.paragraph !== paragraph) lines.push(`# newpar id = ${field(article.id)}-p${sentence.paragraph + 1}`);
    paragraph = sentence.paragraph;
    lines.push(`# sent_id = ${field(article.id)}-${index + 1}`, `# kind = ${sentence.kind}`);
    lines.push(`# text = ${field(article.text.slice(sentence.start, sentence.end))}`);
    const from = words.first[index]!;
    const to = words.first[index + 1]!;
    for (let word = from; word < to; word++) {
      const tag = syntax.tags[word]!;
      const relation = syntax.relations[word]!;
      const head = syntax.heads[word]!;
      const [start, end] = [words.starts[word]!, words.ends[word]!];
      const glued = word + 1 < to && words.starts[word + 1] === end;
      lines.push(
        [
          word - from + 1,
          field(words.forms[word]!),
          field(lemmaOf(words.lower[word]!, tag, words.forms[word]!)),
          universalTag(tag, relation, words.lower[word]!),
          PENN_TAGS[tag],
          '_',
          head < 0 ? 0 : head - from + 1,
          RELATIONS[relation],
          '_',
          `${glued ? 'SpaceAfter=No|' : ''}Start=${start}|End=${end}`,
        ].join('\t'),
      );
    }
    lines.push('');
  }
  return `${lines.join('\n')}\n`;
}

/**
 * A field without characters that would break a line of the format or that a terminal would obey; `_` where nothing is
 * left.
 */
const field = (text: string): string => oneLine(text).trim() || '_';
