import { lastStartingAt } from '../../document.ts';
import type { Stretch, TokenContext } from '../../grammar/context.ts';
import { kindOfWords } from '../../source-kinds/index.ts';
import { construct } from './construct.ts';

/** The longest label, in words, and its longest addition ("mayor of Lindau"), in letters. */
const MAX_LABEL_WORDS = 16;
/** A text with fewer turns may be a list with colons in it. */
const MIN_TURNS = 3;

/** Question and answer, which name nobody. */
const INITIAL = '(?<initial>[QA]):';
/** "MS. WEBER", "O'BRIEN", "SPEAKER 1". */
const CAPITALS = String.raw`\p{Lu}[\p{Lu}.'’-]+(?:[ \t]\p{Lu}[\p{Lu}.'’-]*){0,4}`;
/** "Weber", "Ms. Weber", "Anna de Vries", "The Chair". */
const NAME = String.raw`\p{Lu}\p{Ll}+\.?(?:[ \t](?:\p{Lu}[\p{L}.'’-]*|de|van|von|der|bin|al)){0,4}`;
/** ", mayor of Lindau", " (by telephone)". */
const ADDITION = String.raw`(?:,[ \t][^:\n]{1,60})?(?:[ \t]\([^)\n]{1,30}\))?`;
const LABEL = new RegExp(
  String.raw`(?<=^|\n)[ \t]*(?<label>${INITIAL}|(?<who>${CAPITALS}|${NAME})(?:[ \t]\d{1,2})?${ADDITION}:)(?=[ \t]+\S)`,
  'gu',
);
/** What people are called where they speak in turn. */
const TITLES = [
  'the|mr|mrs|ms|miss|dr|prof|sen|rep|rev|judge|justice|chair(?:man|woman|person)?|speaker|moderator|host',
  'interviewer|reporter|question|answer|witness|counsel|clerk|president|minister|mayor',
].join('|');
const TITLE = new RegExp(`^(?:${TITLES})\\b`, 'i');
const ENDS_A_SENTENCE = /[.?!…][\s"'”’)\]]*$/u;

export const turn = construct({
  name: 'turn',
  standing: 'decides',
  untrained: true,
  reads: 'SOURCE: CONTENT (to the next turn), where most of the text is turns: interviews, hearings, debates',
  triggers: [':'],
  propose: (context, { from }) => {
    const found = turnsIn(context).get(context.words.starts[from]!);
    if (found === undefined) return [];
    let end = from + 1;
    while (end - from <= MAX_LABEL_WORDS && (context.words.starts[end] ?? Infinity) < found.labelEnd) end += 1;
    const content = contentOf(context, end, found.end);
    if (found.named) {
      const bracket = context.lower(end - 2) === ')' ? opening(context, end - 2, from) : end - 1;
      const cue = { from: end - 1, to: end };
      return [{ anchor: cue.from, cue, lemma: ':', source: { from, to: bracket }, content }];
    }
    return [{ anchor: end - 1, cue: { from, to: end }, lemma: ':', source: null, content }];
  },
  examples: [
    '{a.source THE CHAIR}{a.cue :} {a.content The hearing is open}.¶{b.source MS. WEBER}{b.cue :} {b.content I saw it}.¶{c.source THE CHAIR}{c.cue :} {c.content Thank you}.',
    '{a.source Anna Weber, mayor of Lindau}{a.cue :} {a.content It broke. We left}.¶{b.source Mr. Lind}{b.cue :} {b.content When?}¶{c.source Ms. Weber}{c.cue :} {c.content In May}.',
    '{a.cue Q:} {a.content Who opened the gate?}¶{b.cue A:} {b.content Nobody}.¶{c.cue Q:} {c.content And then?}¶{d.cue A:} {d.content It rained}.',
  ],
  not: [
    'Pros: Light.¶Cons: Loud and dear.¶Pros: Quick.¶Cons: None.',
    'Anna B. Lind: speeding in May.¶Karl Ott: theft.¶Max Lind: speeding.',
    'Rain: heavy in the north.¶Wind: light.¶Roads: closed.',
  ],
});

/** A turn, by offsets. */
interface Turn {
  readonly labelEnd: number;
  /** Where the next one begins, or its last paragraph ends. */
  readonly end: number;
  readonly named: boolean;
}

const memo = new WeakMap<TokenContext, ReadonlyMap<number, Turn>>();

/** The turns by their starts; none where the text is no transcript. Kept for the article. */
function turnsIn(context: TokenContext): ReadonlyMap<number, Turn> {
  let turns = memo.get(context);
  if (!turns) {
    const labels = [...context.article.text.matchAll(LABEL)];
    turns = isTranscript(context, labels) ? cut(context.article.text, labels) : new Map();
    memo.set(context, turns);
  }
  return turns;
}

function cut(text: string, labels: readonly RegExpExecArray[]): Map<number, Turn> {
  const turns = new Map<number, Turn>();
  for (const [at, match] of labels.entries()) {
    const start = match.index + match[0].length - match.groups!.label!.length;
    const labelEnd = match.index + match[0].length;
    const line = text.indexOf('\n', labelEnd);
    // What stands below the last turn may be the paper's own.
    const end = labels[at + 1]?.index ?? (line < 0 ? text.length : line);
    turns.set(start, { labelEnd, end, named: match.groups!.initial === undefined });
  }
  return turns;
}

/**
 * Several turns; most lines from the first to the last are turns, most of these end a sentence and are of somebody who can
 * speak; somebody speaks twice, or all are called as people are.
 */
function isTranscript(context: TokenContext, labels: readonly RegExpExecArray[]): boolean {
  if (labels.length < MIN_TURNS) return false;
  const { text } = context.article;
  const speakers = labels.map(({ groups }) => groups!.initial ?? groups!.who!);
  if (!speaksAgain(speakers) && !speakers.every((speaker) => TITLE.test(speaker))) return false;
  const lines = text.slice(labels[0]!.index, labels.at(-1)!.index).split('\n');
  const most = (holds: (label: RegExpExecArray) => boolean) => labels.filter(holds).length >= labels.length / 2;
  return (
    labels.length >= lines.filter((line) => line.trim() !== '').length / 2 &&
    most(({ index }) => ENDS_A_SENTENCE.test(lineAt(text, index))) &&
    most((label) => isSpeaker(context, label))
  );
}

/** Whether a label stands twice, or a surname after the full name: in a list each name stands once. */
function speaksAgain(labels: readonly string[]): boolean {
  const speakers = labels.map((label) => label.replace(TITLE, '').replace(/^\.?\s+/, '') || label);
  const surnames = speakers.filter((speaker) => /\s/.test(speaker)).map((speaker) => speaker.split(/\s/).at(-1)!);
  return new Set(speakers).size < speakers.length || speakers.some((speaker) => surnames.includes(speaker));
}

/** Whether a label is what people are called, or holds a name of somebody. */
function isSpeaker(context: TokenContext, { index, 0: { length }, groups }: RegExpExecArray): boolean {
  if (groups!.initial !== undefined || TITLE.test(groups!.who!)) return true;
  const { names } = context;
  for (let at = lastStartingAt(names, index + length - 1); at >= 0 && names[at]!.end > index; at -= 1) {
    if (names[at]!.kind === 'person' || names[at]!.kind === 'organization') return true;
  }
  return kindOfWords(groups!.who!) !== null;
}

const lineAt = (text: string, start: number): string =>
  text.slice(start, (text.indexOf('\n', start) + 1 || text.length + 1) - 1);

/** The paragraphs of a turn, headings left out. */
function contentOf(context: TokenContext, from: number, end: number): Stretch[] {
  const pieces: { from: number; to: number; paragraph: number }[] = [];
  let to = from;
  for (let sentence = context.sentenceOf(from); to < context.words.count; sentence += 1) {
    const [first, last] = [Math.max(from, context.words.first[sentence]!), context.words.first[sentence + 1] ?? 0];
    if (last <= first || context.words.starts[first]! >= end) break;
    const { paragraph, kind } = context.sentences[sentence]!;
    const open = pieces.at(-1);
    if (kind !== 'heading') {
      if (open?.paragraph === paragraph) open.to = last;
      else pieces.push({ from: first, to: last, paragraph });
    }
    to = last;
  }
  return pieces.map((piece) => ({ from: piece.from, to: piece.to }));
}

function opening(context: TokenContext, close: number, from: number): number {
  let at = close;
  while (at > from && context.lower(at) !== '(') at -= 1;
  return at > from ? at : close + 1;
}
