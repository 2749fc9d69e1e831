/** Somebody whom the text brings in without a name, and may name in the sentences that follow. */
import { type Article, type Layers, type Span, slice } from '../../document.ts';
import type { PersonContext } from '../../people/context.ts';
import { genderOfWord } from '../../people/gender.ts';
import { headOf, kindOfWords, knownName } from '../../source-kinds/index.ts';
import { namesIn } from '../proper.ts';
import type { SourceSpan } from '../spans.ts';
import { type Anaphor, behindOf, headWord, readAnaphor } from './anaphor.ts';

const ARTICLE = /^an?$/;
/** Openers of phrases that stay unnamed, whatever follows. */
const OTHER = /^(?:one|another|some|any|every|each|no|many|two|three|my|your|our|[\p{N}].*)$/u;

/** The first sentences, in which somebody is brought in without a name. */
const TOP = 5;

/** What the words of a source that names no person leave open; null where they leave nothing open. */
export function anaphorOf(
  article: Article,
  layers: Pick<Layers, 'sentences' | 'words' | 'syntax' | 'names'>,
  { sentenceOf }: PersonContext,
  source: Pick<SourceSpan, 'start' | 'end' | 'first' | 'last'>,
): Anaphor | null {
  const { first, last } = source;
  const sentence = sentenceOf[first]!;
  const heading = layers.sentences[sentence]!.kind === 'heading';
  return (
    readAnaphor(article, layers, source, first, last, heading) ??
    readIntroduced(article, layers, source, first, last, heading || sentence < TOP)
  );
}

/**
 * Reads "a police spokesman", and near the top "Polish diplomat" without an article; null for all else.
 *
 * @param top it stands in a heading or in the first sentences
 */
function readIntroduced(
  article: Article,
  layers: Pick<Layers, 'words' | 'names'>,
  span: Span,
  first: number,
  last: number,
  top: boolean,
): Anaphor | null {
  const { words } = layers;
  const text = slice(article, span);
  const opener = words.lower[first]!;
  const determined = ARTICLE.test(opener);
  if (OTHER.test(opener) || (!determined && !top)) return null;
  if (kindOfWords(text) !== 'person' || knownName(text)) return null;
  const core = headOf(text);
  const head = headWord(words, first, last, span.start + core.length);
  const isHead = ({ start, end }: Span): boolean => start <= words.starts[head]! && words.ends[head]! <= end;
  if (namesIn(layers, span).some((name) => name.kind === 'person' && isHead(name))) return null;
  const start = determined ? first + 1 : first;
  const noun = words.lower[head]!;
  const names = words.forms.slice(start, head).filter((form) => /^\p{Lu}/u.test(form));
  return {
    kind: 'introduced',
    gender: genderOfWord(noun),
    source: 'person',
    head,
    noun,
    modifiers: words.lower.slice(start, head).filter((word) => /^[\p{L}\p{N}]/u.test(word)),
    names: names.map((form) => form.toLowerCase()),
    bare: head === start && head === last,
    determiner: determined ? 'a' : 'none',
    behind: behindOf(text.slice(core.length)),
    opens: !determined,
  };
}
