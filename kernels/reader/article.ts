/**
 * The article as the reader sees it: columns of numbers by word, sentence and quotation, which the host writes when the
 * article is opened (`src/attributions/models/kernel.ts`, `src/grammar/encoded.ts` has what each holds). Each column has
 * places before its first number and after its last, so that a look past an end finds what stands for nothing.
 */

let forms: usize = 0;
let stems: usize = 0;
let tags: usize = 0;
let relations: usize = 0;
let heads: usize = 0;
let kids: usize = 0;
let firstKids: usize = 0;
let lefts: usize = 0;
let rights: usize = 0;
let sentences: usize = 0;
let quotations: usize = 0;
let quoted: usize = 0;
let names: usize = 0;
let shapes: usize = 0;
let sizes: usize = 0;
let constructs: usize = 0;
let readings: usize = 0;
let rates: usize = 0;
let probabilities: usize = 0;
let firsts: usize = 0;
let opens: usize = 0;
let paragraphs: usize = 0;
let quotationFroms: usize = 0;
let quotationTos: usize = 0;
let quotationContinues: usize = 0;
let readSourceFroms: usize = 0;
let readSourceTos: usize = 0;
let readStarts: usize = 0;
let readPieces: usize = 0;

/** Words, sentences and quotations. */
export let wordCount: i32 = 0;
export let sentenceCount: i32 = 0;
export let quotationCount: i32 = 0;
/** Whose notion of an attribution counts. */
export let corpus: i32 = 0;

/**
 * Opens an article.
 *
 * @param columns where the first number of the first column is
 * @param stride bytes from one column to the next; they follow each other in the order of the variables above
 */
export function openArticle(
  columns: usize,
  stride: usize,
  words: i32,
  ofSentences: i32,
  ofQuotations: i32,
  whose: i32,
): void {
  wordCount = words;
  sentenceCount = ofSentences;
  quotationCount = ofQuotations;
  corpus = whose;
  forms = columns;
  stems = forms + stride;
  tags = stems + stride;
  relations = tags + stride;
  heads = relations + stride;
  kids = heads + stride;
  firstKids = kids + stride;
  lefts = firstKids + stride;
  rights = lefts + stride;
  sentences = rights + stride;
  quotations = sentences + stride;
  quoted = quotations + stride;
  names = quoted + stride;
  shapes = names + stride;
  sizes = shapes + stride;
  constructs = sizes + stride;
  readings = constructs + stride;
  rates = readings + stride;
  probabilities = rates + stride;
  firsts = probabilities + stride;
  opens = firsts + stride;
  paragraphs = opens + stride;
  quotationFroms = paragraphs + stride;
  quotationTos = quotationFroms + stride;
  quotationContinues = quotationTos + stride;
  readSourceFroms = quotationContinues + stride;
  readSourceTos = readSourceFroms + stride;
  readStarts = readSourceTos + stride;
  readPieces = readStarts + stride;
}

/** The number at a place of a column that begins at `column`. */
export function numberAt(column: usize, index: i32): i32 {
  return load<i32>(column + ((index as usize) << 2));
}

/** Writes a number to a place of a column. */
export function put(column: usize, index: i32, value: i32): void {
  store<i32>(column + ((index as usize) << 2), value);
}

/** Whether a tag or relation is in a set, one bit each; -1, which stands for none, is in no set. */
export function isIn(set: u64, label: i32): bool {
  return ((set >> (label as u64)) & 1) !== 0;
}

export function formOf(word: i32): i32 {
  return numberAt(forms, word);
}

export function stemOf(word: i32): i32 {
  return numberAt(stems, word);
}

export function tagOf(word: i32): i32 {
  return numberAt(tags, word);
}

export function relationOf(word: i32): i32 {
  return numberAt(relations, word);
}

export function headOf(word: i32): i32 {
  return numberAt(heads, word);
}

/** The dependents of a word are `kidAt(firstKid(word))` to `kidAt(firstKid(word + 1) - 1)`. */
export function kidAt(place: i32): i32 {
  return numberAt(kids, place);
}

export function firstKid(word: i32): i32 {
  return numberAt(firstKids, word);
}

export function leftOf(word: i32): i32 {
  return numberAt(lefts, word);
}

export function rightOf(word: i32): i32 {
  return numberAt(rights, word);
}

export function sentenceOf(word: i32): i32 {
  return numberAt(sentences, word);
}

/** The quotation in which a word stands, or -1. */
export function quotationOf(word: i32): i32 {
  return numberAt(quotations, word);
}

export function quotedBefore(word: i32): i32 {
  return numberAt(quoted, word);
}

export function nameOf(word: i32): i32 {
  return numberAt(names, word);
}

export function shapeOf(word: i32): i32 {
  return numberAt(shapes, word);
}

export function isMark(word: i32): bool {
  return (numberAt(shapes, word) & 4) !== 0;
}

export function sizeBefore(word: i32): i32 {
  return numberAt(sizes, word);
}

export function constructOf(word: i32): i32 {
  return numberAt(constructs, word);
}

/** Which construct's reading a word carries, or -1. */
export function readingOf(word: i32): i32 {
  return numberAt(readings, word);
}

/** The rate class of a word that the lexicon of cues has; `UNKNOWN_RATE` where it is silent. */
export function rateOf(word: i32): i32 {
  return numberAt(rates, word);
}

/** How likely a word carries a cue; 0 where it is no candidate. */
export function probabilityOf(word: i32): f64 {
  return load<f32>(probabilities + ((word as usize) << 2)) as f64;
}

export function firstOf(sentence: i32): i32 {
  return numberAt(firsts, sentence);
}

export function openOf(sentence: i32): i32 {
  return numberAt(opens, sentence);
}

export function paragraphOf(sentence: i32): i32 {
  return numberAt(paragraphs, sentence);
}

export function quotationFrom(quotation: i32): i32 {
  return numberAt(quotationFroms, quotation);
}

export function quotationTo(quotation: i32): i32 {
  return numberAt(quotationTos, quotation);
}

/** Whether a quotation goes on from the one before it. */
export function continues(quotation: i32): bool {
  return numberAt(quotationContinues, quotation) !== 0;
}

/** The source that a construct reads; empty where nobody is named. */
export function readSourceFrom(reading: i32): i32 {
  return numberAt(readSourceFroms, reading);
}

export function readSourceTo(reading: i32): i32 {
  return numberAt(readSourceTos, reading);
}

/** The content that a construct reads: `readPiece(readStart(reading))` to `readPiece(readStart(reading + 1) - 1)`, pairs of first word and end. */
export function readStart(reading: i32): i32 {
  return numberAt(readStarts, reading);
}

export function readPiece(place: i32): i32 {
  return numberAt(readPieces, place);
}
