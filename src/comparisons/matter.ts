/**
 * Whether two figures can only be for the same matter, so that they contradict each other where they differ. Where
 * anything speaks against it they are merely alike: of other times, of a rate and a total, of what is and what is wished.
 */
import { type Layers, type NumberMention, type Span, wordAt } from '../document.ts';
import { TAG } from '../syntax/labels.ts';
import { lemmaOf } from '../syntax/lemma.ts';
import type { Subject } from './subject.ts';

type Needs = Pick<Layers, 'words' | 'syntax' | 'dates'>;

/** A figure with its subject and its sentence. */
export interface FigureInSentence {
  readonly number: NumberMention;
  readonly subject: Subject;
  readonly sentence: Span;
}

/** "now worth $18 million" beside "insured at $35 million in 2011". */
const CURRENT =
  /\b(?:current|currently|now|today|latest|so far|still|already|initial|initially|originally|at first)\b/i;
const EACH_PERIOD = String.raw`(?:each|every|per|a|an)\s(?:year|month|week|day|hour|night|quarter)`;
/** "100 miles each year" beside "1,600 miles". */
const RATE = new RegExp(String.raw`\b${EACH_PERIOD}\b|\b(?:annual|daily|weekly|monthly|average)(?:ly)?\b`, 'i');
const WISHES = [
  String.raw`pledg\w*|propos\w*|favou?rs?|favou?red|demand\w*|want\w*|wish\w*|plan|plans|planned|goals?`,
  String.raw`targets?|ask\w*|seek\w*|sought|limit\w*|cap|capped|minimum|maximum|if|promis\w*|hop(?:e|es|ed|ing)`,
  String.raw`aim\w*|need\w*`,
].join('|');
/** What is wanted, promised or asked for is no figure of what is. */
const WISH = new RegExp(String.raw`\b(?:${WISHES})\b`, 'i');
/** Parts of what another figure counts: "six of the eight", "including", "in just two of". */
const PART = /^\s(?:of\s(?:the|those|these|its|his|her|their|which|whom|them)|more|other|additional)\b/i;
/** A place where something happened, counted beside what happened: "killed in 21 cities". */
const WITHIN = new Set('in across from at throughout over with to for on into than'.split(' '));
/** Words that most sentences share. */
const COMMON = new Set(
  (
    'about after also because been before being could does during from have into more most much number only other over people percent ' +
    'said says some tell that their them then there these they this those told under until were what when where which while will with would ' +
    'million billion thousand according report reported'
  ).split(' '),
);

/**
 * @param text the article's text
 * @returns false where the figures are merely alike
 */
export function sameMatter(text: string, layers: Needs, first: FigureInSentence, second: FigureInSentence): boolean {
  const [a, b] = first.sentence === second.sentence ? parted(text, first, second) : [first, second];
  const tellings = [a, b].map(({ sentence: { start, end } }) => text.slice(start, end));
  for (const sign of [CURRENT, RATE, WISH]) if (sign.test(tellings[0]!) !== sign.test(tellings[1]!)) return false;
  if (isPart(text, a.number) || isPart(text, b.number)) return false;
  if (a.subject.key !== 'persons' && !sameSort(a.subject.kinds, b.subject.kinds)) return false;
  if (isPlaced(layers, a) || isPlaced(layers, b)) return false;
  if (yearsIn(layers, a) !== yearsIn(layers, b)) return false;
  if (a.subject.event !== null && a.subject.event === b.subject.event) return true;
  const counted = new Set([...wordsOf(a.number.counted), ...wordsOf(b.number.counted)]);
  const theirs = contentOf(layers, b.sentence);
  for (const word of contentOf(layers, a.sentence)) if (theirs.has(word) && !counted.has(word)) return true;
  return false;
}

/** Two figures of one sentence, each with its own part of it: parted at the comma or "and" between them. */
function parted(text: string, a: FigureInSentence, b: FigureInSentence): [FigureInSentence, FigureInSentence] {
  const between = text.slice(a.number.end, b.number.start);
  const cut = a.number.end + Math.max(0, between.search(/[,;]|\s(?:and|but|while)\s/));
  return [
    { ...a, sentence: { start: a.sentence.start, end: cut } },
    { ...b, sentence: { start: cut, end: b.sentence.end } },
  ];
}

function isPart(text: string, { end }: NumberMention): boolean {
  return PART.test(text.slice(end, end + 16));
}

function sameSort(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((kind) => b.includes(kind));
}

/** Whether a count stands behind a preposition, and so says where or how instead of how many. */
function isPlaced({ words }: Needs, { number }: FigureInSentence): boolean {
  return (
    number.kind === 'cardinal' &&
    number.counted !== null &&
    WITHIN.has(words.lower[wordAt(words, number.start) - 1] ?? '')
  );
}

/** The years of the days that a sentence names, as one string. */
function yearsIn({ dates }: Needs, { sentence }: FigureInSentence): string {
  const years = new Set<string>();
  for (const { start, end, value, type } of dates)
    if (start >= sentence.start && end <= sentence.end && type === 'DATE' && /^\d{4}/.test(value))
      years.add(value.slice(0, 4));
  return [...years].sort().join(' ');
}

function wordsOf(counted: string | null): string[] {
  return counted === null
    ? []
    : counted
        .toLowerCase()
        .split(/[\s-]+/)
        .map((word) => lemmaOf(word, TAG.NNS));
}

/** The nouns and verbs of a sentence as lemmas. */
function contentOf({ words, syntax }: Needs, { start, end }: Span): Set<string> {
  const found = new Set<string>();
  for (let w = Math.max(0, wordAt(words, start)); w < words.count && words.starts[w]! < end; w += 1) {
    const [word, tag] = [words.lower[w]!, syntax.tags[w]!];
    const telling = (tag >= TAG.VB && tag <= TAG.VBZ) || tag === TAG.NN || tag === TAG.NNS;
    if (!telling || word.length < 4 || !/^\p{L}+$/u.test(word)) continue;
    const lemma = lemmaOf(word, tag);
    if (!COMMON.has(lemma) && !COMMON.has(word)) found.add(lemma);
  }
  return found;
}
