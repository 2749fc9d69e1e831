import type { Page } from '../page.ts';
import { isClosingMark } from '../phrases/contents.ts';
import { isNominal } from '../phrases/nouns.ts';
import { construct } from './construct.ts';

/** The longest name before the colon or after the dash, in words. */
const LONGEST = 8;
const DASHES = new Set(['-', '–', '—', '--', '―']);
/** What nobody says: "Copyright Information: http://…". */
const ADDRESS = /^(?:https?:|www\.)|^\S+@\S+$/u;
/** A line that opens with a speaker: "SMITH: ", "Q: ", "Jane Smith (BBC): "; "Lee: " where several lines open so. */
const SPEAKER =
  /(?:^|\n)[ \t]*(?:[QA]|\p{Lu}[\p{Lu}.'’-]+(?:[ \t]\p{Lu}[\p{Lu}.'’-]*){0,4}|\p{Lu}\p{Ll}+(?:[ \t]\p{Lu}[\p{L}.'’-]+){1,3}|(?<single>\p{Lu}\p{Ll}+))(?:[ \t]\([^)\n]{1,30}\))?:[ \t]/gu;

export const transcript = construct({
  name: 'transcript',
  reads: 'SOURCE: CONTENT (to the end of the paragraph), where several paragraphs begin so',
  confidence: 0.9,
  triggers: [':'],
  propose: (page, { from, to }) => {
    if (!opensParagraph(page, from)) return [];
    let colon = from;
    while (colon < to && colon - from <= LONGEST && page.lower(colon) !== ':') colon += 1;
    if (page.lower(colon) !== ':' || colon === from || !speakers(page).has(page.words.starts[from]!)) return [];
    const source = { from, to: page.tag(colon - 1) === '-RRB-' ? openBracket(page, colon - 1, from) : colon };
    const content = { from: colon + 1, to: paragraphEnd(page, from) };
    if (ADDRESS.test(page.lower(content.from))) return [];
    return [{ anchor: colon, cue: { from: colon, to: colon + 1 }, lemma: ':', source, content: [content] }];
  },
  examples: [
    '{a.source WALLACE}{a.cue :} {a.content Will you go? I want to know}.¶{b.source KAINE}{b.cue :} {b.content We will see}.',
    '{a.source Q}{a.cue :} {a.content You were young. What did you find?}¶{b.source Jane Lee}{b.cue :} {b.content A letter and a map}.',
    '{a.source Der Bund}{a.cue :} {a.content Why did you come?}¶{b.source Lee}{b.cue :} {b.content To rest}.¶{c.source Lee}{c.cue :} {c.content And to paint}.',
  ],
  not: ['Rain: heavy.¶Wind: from the west.', 'Web Site: www.example.org¶Post Office: office@example.org'],
});

export const signature = construct({
  name: 'signature',
  reads: '“CONTENT” — SOURCE, as a line of its own or the end of one',
  confidence: 0.9,
  triggers: DASHES,
  propose: (page, stretch) => {
    for (let w = stretch.from; w < stretch.to && w <= stretch.to - 2; w += 1) {
      if (!DASHES.has(page.lower(w)) || !isClosingMark(page, w - 1) || page.quoteOf(w) >= 0) continue;
      const end = page.lower(stretch.to - 1) === '.' ? stretch.to - 1 : stretch.to;
      const source = { from: w + 1, to: nameEnd(page, w + 1, end) };
      const quote = page.quoteOf(w - 1);
      if (quote < 0 || source.to === source.from || end - source.from > 2 * LONGEST) continue;
      if (!/^\p{Lu}/u.test(page.words.forms[source.from]!) || (source.to < end && page.lower(source.to) !== ','))
        continue;
      const content = { from: wordFrom(page, page.quotes[quote]!.start, w), to: w };
      return [{ anchor: w, cue: { from: w, to: w + 1 }, lemma: page.lower(w), source, content: [content] }];
    }
    return [];
  },
  examples: [
    '{content “Nothing will ever be the same.”}¶{cue —} {source Jane Smith}',
    '{content “We won.”} {cue -} {source Coach Lee}, after the game',
  ],
  not: ['They saw “a farce” - nobody laughed.'],
});

/** Where the lines with speakers start, when there are two or more; kept for the article. */
const memo = new WeakMap<Page, ReadonlySet<number>>();
function speakers(page: Page): ReadonlySet<number> {
  let starts = memo.get(page);
  if (!starts) {
    const lines = [...page.article.text.matchAll(SPEAKER)];
    const times = new Map<string | undefined, number>();
    for (const { groups } of lines) times.set(groups?.single, (times.get(groups?.single) ?? 0) + 1);
    const found = lines
      .filter(({ groups }) => groups?.single === undefined || times.get(groups.single)! > 1)
      .map((match) => match.index + match[0].search(/\S/u));
    starts = new Set(found.length > 1 ? found : []);
    memo.set(page, starts);
  }
  return starts;
}

function opensParagraph(page: Page, from: number): boolean {
  const sentence = page.sentenceOf(from);
  return sentence === 0 || page.sentences[sentence - 1]!.paragraph !== page.sentences[sentence]!.paragraph;
}

function paragraphEnd(page: Page, from: number): number {
  const { paragraph } = page.sentences[page.sentenceOf(from)]!;
  let sentence = page.sentenceOf(from);
  while (page.sentences[sentence + 1]?.paragraph === paragraph) sentence += 1;
  return page.words.first[sentence + 1]!;
}

function openBracket(page: Page, close: number, from: number): number {
  let at = close;
  while (at > from && page.tag(at) !== '-LRB-') at -= 1;
  return at;
}

function nameEnd(page: Page, from: number, to: number): number {
  let at = from;
  while (at < to && isNominal(page, at)) at += 1;
  return at;
}

function wordFrom(page: Page, offset: number, before: number): number {
  let w = before;
  while (w > 0 && page.words.starts[w - 1]! >= offset) w -= 1;
  return w;
}
