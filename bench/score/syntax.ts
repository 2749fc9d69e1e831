/**
 * The figures of the syntax layer, on the treebanks' development parts (silver: agreement with CoreNLP only). Attachment
 * leaves out words whose reference relation is punct. Gold words, our own tags; then our own words in gold sentences.
 */
import type { Syntax } from '../../src/document.ts';
import { analyseWords } from '../../src/syntax/index.ts';
import { PENN_TAGS, RELATION, TAG } from '../../src/syntax/labels.ts';
import { lemmaOf } from '../../src/syntax/lemma.ts';
import { type SyntaxModels, shippedModels } from '../../src/syntax/models.ts';
import { findWords } from '../../src/syntax/words.ts';
import { readTreebank, type Treebank, type TreebankDocument } from '../train/conllu.ts';
import type { Figure, Row } from './figures.ts';
import { isNarrowSpeechVerb, isSpeechVerb } from './speech-verbs.ts';

/** Right, found and wanted. */
interface Counts {
  right: number;
  found: number;
  wanted: number;
}

const PEERS: Readonly<Record<string, string>> = {
  'gum-dev': 'prototype: tags 96.1, UAS 86.1, LAS 82.0, said content 72, subject 91',
  'ewt-dev': 'prototype: tags 93.5, UAS 85.6, LAS 81.2, said content 77, subject 91',
  'silver-dev': 'prototype: tags 97.5 (agreement with CoreNLP)',
};

/** Scores tags, tree and token boundaries. */
export async function scoreSyntax(models: SyntaxModels = shippedModels()): Promise<Row[]> {
  return (['gum-dev', 'ewt-dev', 'silver-dev'] as const).map((name) => scoreTreebank(name, models));
}

function scoreTreebank(name: Treebank, models: SyntaxModels): Row {
  const counts = new Map<string, Counts>();
  const at = (label: string): Counts => {
    const known = counts.get(label) ?? { right: 0, found: 0, wanted: 0 };
    counts.set(label, known);
    return known;
  };
  let documents = 0;
  for (const document of readTreebank(name)) {
    documents += 1;
    const predicted = analyseWords(document.words, models);
    countTree(document, predicted, at);
    countSpeech(document, predicted, at);
    countOwnWords(document, models, at);
    if (!name.startsWith('silver')) countLemmas(document, at('lemma'));
  }
  const figures: Figure[] = [...counts].map(([label, { right, found, wanted }]) => {
    const key = `${name}/syntax/${label}`;
    return { key, label, value: found + wanted === 0 ? null : (200 * right) / (found + wanted), count: false };
  });
  return { set: name, layer: 'syntax', documents, figures, peer: PEERS[name] ?? '', failures: [] };
}

function count(counts: Counts, right: boolean): void {
  counts.found += 1;
  counts.wanted += 1;
  if (right) counts.right += 1;
}

function countTree({ words, syntax: gold }: TreebankDocument, own: Syntax, at: (label: string) => Counts): void {
  for (let word = 0; word < words.count; word++) {
    count(at('tags'), own.tags[word] === gold.tags[word]);
    if (gold.relations[word] === RELATION.punct) continue;
    const attached = own.heads[word] === gold.heads[word];
    count(at('UAS'), attached);
    count(at('LAS'), attached && own.relations[word] === gold.relations[word]);
  }
}

/** Content (ccomp or parataxis) and subject of speech verbs: head, dependent and class must agree. */
function countSpeech(document: TreebankDocument, own: Syntax, at: (label: string) => Counts): void {
  countSpeechOf(isSpeechVerb, 'said', document, own, at);
  countSpeechOf(isNarrowSpeechVerb, "prototype's", document, own, at);
}

function countSpeechOf(
  isSaid: (lower: string) => boolean,
  name: string,
  { words, syntax: gold }: TreebankDocument,
  own: Syntax,
  at: (label: string) => Counts,
): void {
  const classOf = ({ heads, relations, tags }: Syntax, word: number): string => {
    const head = heads[word]!;
    if (head < 0 || !isSaid(words.lower[head]!) || !PENN_TAGS[tags[head]!]!.startsWith('VB')) return '';
    const relation = relations[word]!;
    if (relation === RELATION.ccomp || relation === RELATION.parataxis) return `${name} content`;
    return relation === RELATION.nsubj || relation === RELATION['nsubj:pass'] ? `${name} subject` : '';
  };
  for (let word = 0; word < words.count; word++) {
    const wanted = classOf(gold, word);
    const found = classOf(own, word);
    if (wanted) at(wanted).wanted += 1;
    if (found) at(found).found += 1;
    if (wanted && wanted === found && gold.heads[word] === own.heads[word]) at(wanted).right += 1;
  }
}

/** Boundaries, tags and tree on words that we cut ourselves: a word or arc counts where its places agree. */
function countOwnWords(
  { article, sentences, words: theirs, syntax: gold }: TreebankDocument,
  models: SyntaxModels,
  at: (label: string) => Counts,
): void {
  const words = findWords(article, { sentences });
  const own = analyseWords(words, models);
  const placeOf = ({ starts, ends }: typeof words, word: number) => `${starts[word]}-${ends[word]}`;
  const places = new Map<string, number>();
  for (let word = 0; word < words.count; word++) places.set(placeOf(words, word), word);
  const [boundaries, tree] = [at('words'), at('LAS own words')];
  boundaries.found += words.count;
  boundaries.wanted += theirs.count;
  for (let word = 0; word < words.count; word++) if (own.relations[word] !== RELATION.punct) tree.found += 1;
  for (let word = 0; word < theirs.count; word++) {
    const scored = gold.relations[word] !== RELATION.punct;
    if (scored) tree.wanted += 1;
    const mine = places.get(placeOf(theirs, word));
    if (mine === undefined) continue;
    boundaries.right += 1;
    const [head, ownHead] = [gold.heads[word]!, own.heads[mine]!];
    const sameHead =
      head < 0 || ownHead < 0 ? head < 0 && ownHead < 0 : placeOf(theirs, head) === placeOf(words, ownHead);
    if (scored && sameHead && gold.relations[word] === own.relations[mine]) tree.right += 1;
  }
}

function countLemmas({ words, syntax, lemmas }: TreebankDocument, counts: Counts): void {
  for (let word = 0; word < words.count; word++) {
    if (syntax.tags[word] === TAG.XX) continue;
    count(counts, lemmaOf(words.lower[word]!, syntax.tags[word]!, words.forms[word]!) === lemmas[word]);
  }
}
