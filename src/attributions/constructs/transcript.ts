import { isClosingMark } from '../../grammar/contents.ts';
import type { TokenContext } from '../../grammar/context.ts';
import { isNominal } from '../../grammar/nouns.ts';
import { construct } from './construct.ts';

/** The longest name before the colon or after the dash, in words. */
const MAX_SPEAKER_WORDS = 8;
const DASHES = new Set(['-', '–', '—', '--', '―']);
/** Content that is an address and nobody's words: "Copyright Information: http://…". */
const ADDRESS = /^(?:https?:|www\.)|^[^\s@]+@\S+$/u;
/** "Q" and "A". */
const INITIAL = '[QA]';
/** A name in capitals, up to five words. */
const CAPITALS = String.raw`\p{Lu}[\p{Lu}.'’-]+(?:[ \t]\p{Lu}[\p{Lu}.'’-]*){0,4}`;
/** A name of two to four words. */
const FULL_NAME = String.raw`\p{Lu}\p{Ll}+(?:[ \t]\p{Lu}[\p{L}.'’-]+){1,3}`;
/** A line that opens with a speaker: "SMITH: ", "Q: ", "Jane Smith (BBC): "; "Lee: " where several lines open so. */
const SPEAKER = new RegExp(
  String.raw`(?:^|\n)[ \t]*(?<who>${INITIAL}|${CAPITALS}|${FULL_NAME}|(?<single>\p{Lu}\p{Ll}+))(?:[ \t]\([^)\n]{1,30}\))?:[ \t]`,
  'gu',
);

export const transcript = construct({
  name: 'transcript',
  reads: 'SOURCE: CONTENT (to the end of the paragraph), where several paragraphs begin so',
  triggers: [':'],
  propose: (context, { from, to }) => {
    if (!opensParagraph(context, from)) return [];
    let colon = from;
    while (colon < to && colon - from <= MAX_SPEAKER_WORDS && context.lower(colon) !== ':') colon += 1;
    if (context.lower(colon) !== ':' || colon === from || !speakers(context).has(context.words.starts[from]!))
      return [];
    const source = { from, to: context.tag(colon - 1) === '-RRB-' ? openBracket(context, colon - 1, from) : colon };
    const content = { from: colon + 1, to: paragraphEnd(context, from) };
    if (ADDRESS.test(context.lower(content.from))) return [];
    return [{ anchor: colon, cue: { from: colon, to: colon + 1 }, lemma: ':', source, content: [content] }];
  },
  examples: [
    '{a.source WALLACE}{a.cue :} {a.content Will you go? I want to know}.¶{b.source KAINE}{b.cue :} {b.content We will see}.',
    '{a.source Q}{a.cue :} {a.content You were young. What did you find?}¶{b.source Jane Lee}{b.cue :} {b.content A letter and a map}.',
    '{a.source Jane Lee}{a.cue :} {a.content Why did you come?}¶The door was open.¶It rained.¶The dog slept.¶{b.source Der Bund}{b.cue :} {b.content To rest}.',
  ],
  not: ['Rain: heavy.¶Wind: from the west.', 'Web Site: www.example.org¶Post Office: office@example.org'],
});

export const signature = construct({
  name: 'signature',
  standing: 'decides',
  reads: '“CONTENT” — SOURCE, as a line of its own or the end of one',
  triggers: DASHES,
  propose: (context, stretch) => {
    for (let w = stretch.from; w < stretch.to && w <= stretch.to - 2; w += 1) {
      if (!DASHES.has(context.lower(w)) || !isClosingMark(context, w - 1) || context.quoteOf(w) >= 0) continue;
      const end = context.lower(stretch.to - 1) === '.' ? stretch.to - 1 : stretch.to;
      const source = { from: w + 1, to: nameEnd(context, w + 1, end) };
      const quote = context.quoteOf(w - 1);
      if (quote < 0 || source.to === source.from || end - source.from > 2 * MAX_SPEAKER_WORDS) continue;
      if (!/^\p{Lu}/u.test(context.words.forms[source.from]!) || (source.to < end && context.lower(source.to) !== ','))
        continue;
      const content = { from: wordFrom(context, context.encoded.quotations[quote]!.start, w), to: w };
      return [{ anchor: w, cue: { from: w, to: w + 1 }, lemma: context.lower(w), source, content: [content] }];
    }
    return [];
  },
  examples: [
    '{content “Nothing will ever be the same.”}¶{cue —} {source Jane Smith}',
    '{content “We won.”} {cue -} {source Coach Lee}, after the game',
  ],
  not: ['It was “a farce” - nobody laughed.'],
});

/**
 * Where the lines with speakers start, when there are two or more, somebody speaks again or asks, and half of the lines between
 * them are theirs: of such lines in the training texts 125 are turns and 44 none, of others 8 and 53; lists of charges, teams
 * and prices look so, with each name once. Kept for the article.
 */
const memo = new WeakMap<TokenContext, ReadonlySet<number>>();
function speakers(context: TokenContext): ReadonlySet<number> {
  let starts = memo.get(context);
  if (!starts) {
    const lines = [...context.article.text.matchAll(SPEAKER)];
    const times = new Map<string | undefined, number>();
    for (const { groups } of lines) times.set(groups?.single, (times.get(groups?.single) ?? 0) + 1);
    const turns = lines.filter(({ groups }) => groups?.single === undefined || times.get(groups.single)! > 1);
    const found = turns.map((match) => match.index + match[0].search(/\S/u));
    starts = new Set(found.length > 1 && isTalk(context.article.text, turns) ? found : []);
    memo.set(context, starts);
  }
  return starts;
}

function isTalk(text: string, turns: readonly RegExpExecArray[]): boolean {
  const names = turns.map(({ groups }) => groups!.who!);
  const again = new Set(names).size < names.length || names.some((one) => names.some((two) => two.endsWith(` ${one}`)));
  const asks = ({ index }: RegExpExecArray): boolean => {
    const end = text.indexOf('\n', index + 1);
    return text.slice(index, end < 0 ? text.length : end).includes('?');
  };
  if (!again && !turns.some(asks)) return false;
  const between = text.slice(turns[0]!.index, turns.at(-1)!.index).split('\n');
  return turns.length >= between.filter((line) => line.trim() !== '').length / 2;
}

function opensParagraph(context: TokenContext, from: number): boolean {
  const sentence = context.sentenceOf(from);
  return sentence === 0 || context.sentences[sentence - 1]!.paragraph !== context.sentences[sentence]!.paragraph;
}

function paragraphEnd(context: TokenContext, from: number): number {
  const { paragraph } = context.sentences[context.sentenceOf(from)]!;
  let sentence = context.sentenceOf(from);
  while (context.sentences[sentence + 1]?.paragraph === paragraph) sentence += 1;
  return context.words.first[sentence + 1]!;
}

function openBracket(context: TokenContext, close: number, from: number): number {
  let at = close;
  while (at > from && context.tag(at) !== '-LRB-') at -= 1;
  return at;
}

function nameEnd(context: TokenContext, from: number, to: number): number {
  let at = from;
  while (at < to && isNominal(context, at)) at += 1;
  return at;
}

function wordFrom(context: TokenContext, offset: number, before: number): number {
  let w = before;
  while (w > 0 && context.words.starts[w - 1]! >= offset) w -= 1;
  return w;
}
