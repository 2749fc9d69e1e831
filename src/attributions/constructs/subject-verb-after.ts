import { lastStartingAt, wordAt } from '../../document.ts';
import type { Complement } from '../cues.ts';
import { isVerb, type Page, type Stretch } from '../page.ts';
import { afterAdjuncts } from '../phrases/adjuncts.ts';
import { contentEnd, holdsClause } from '../phrases/clauses.ts';
import { isClosingMark } from '../phrases/contents.ts';
import { sourceAfter } from '../phrases/nouns.ts';
import { onset } from '../phrases/onset.ts';
import { outletIn } from '../phrases/outlet.ts';
import { construct, type Draft } from './construct.ts';
import { quoteLevel, statements } from './statement.ts';

const SAYING: readonly Complement[] = ['clause', 'object-clause'];

export const subjectVerbAfter = construct({
  name: 'subject-verb-after',
  reads: 'CONTENT, SOURCE said (on Friday)  |  CONTENT, SOURCE said, CONTENT',
  confidence: 0.95,
  triggers: 'cue verb',
  propose: (page, stretch) =>
    statements(page, stretch, SAYING).flatMap(({ cue, group, source, anchor, end, relative }) => {
      const told = !cue.complements.has('clause');
      const { start, medium, told: object } = onset(page, end, stretch.to, told);
      if (relative || group.negated) return [];
      const content = around(page, stretch, source.from, start, anchor);
      return content === null
        ? []
        : [
            {
              anchor,
              cue: group,
              lemma: cue.lemma,
              source,
              content,
              medium: outletIn(page, object) ?? medium,
            },
          ];
    }),
  examples: [
    '{content Prices would rise}, {source the minister} {cue said} on Friday.',
    '{content “Nobody asked us,”} {source Jones} {cue told} {medium Reuters}.',
    '{content The plant}, {source officials} {cue say}, {content will close}.',
    '{content “We lost,”} {source Lee} {cue said}. {content “It was cold. Nobody came.”}',
  ],
  not: ['After the match, Jones said nothing.'],
});

export const invertedAfter = construct({
  name: 'inverted-after',
  reads: 'CONTENT, said SOURCE',
  confidence: 0.95,
  triggers: 'cue verb',
  propose: (page, stretch) => {
    const drafts: Draft[] = [];
    const level = quoteLevel(page, stretch);
    for (let w = stretch.from + 1; w < stretch.to; w += 1) {
      if (!isVerb(page.tag(w)) || page.quoteOf(w) !== level) continue;
      if (page.lower(w - 1) !== ',' && !isClosingMark(page, w - 1)) continue;
      const word = page.cues(w).find(({ cue, form }) => cue.complements.has('clause') && form !== 'ing');
      const source = word && sourceAfter(page, word.end, stretch.to);
      if (!word || !source || !strong(word.cue.complements.get('clause')!)) continue;
      const { end, occasion } = afterAdjuncts(page, source.to, stretch.to);
      const content = around(page, stretch, w, end, w);
      if (content) {
        drafts.push({
          anchor: w,
          cue: { from: w, to: word.end },
          lemma: word.cue.lemma,
          source,
          content,
          medium: occasion,
        });
      }
    }
    return drafts;
  },
  examples: [
    '{content Prices would rise}, {cue said} {source Smith}.',
    '{content “It is over,”} {cue said} {source Ann Lee, a lawyer for the club}.',
  ],
  not: ['The firm, said to be bankrupt, was sold.'],
});

/**
 * The content on both sides of "SOURCE said": what stands before it in the stretch, and what follows a comma after it.
 * Null where nothing is said there, or where the cue's own complement follows.
 *
 * @param open first word of the block of source and cue
 * @param close one past the block with its adjuncts
 */
function around(page: Page, stretch: Stretch, open: number, close: number, anchor: number): Stretch[] | null {
  const comma = page.lower(open - 1);
  const quoted = isClosingMark(page, open - 1);
  if (
    open <= stretch.from + 1 ||
    !(comma === ',' || comma === '--' || comma === '–' || comma === '—' || quoted || comma === '?' || comma === '!')
  ) {
    return null;
  }
  const next = page.lower(close);
  const ends =
    close >= stretch.to ||
    /^[,.;:]$|^-+$/u.test(next) ||
    ['after', 'before', 'when', 'as', 'in', 'at', 'during', 'while', 'of', 'by', 'on', 'following'].includes(next);
  if (!ends) return null;
  const before = { from: stretch.from, to: open };
  const middle =
    next === ',' && close + 1 < stretch.to && page.tag(close + 1) !== 'VBG' && !page.tag(close + 1).startsWith('W');
  const after = middle ? { from: close + 1, to: contentEnd(page, close + 1, stretch.to, anchor) } : null;
  if (!quoted && !holdsClause(page, before.from, before.to) && !(after && holdsClause(page, after.from, after.to)))
    return null;
  const floating = quoted && !after ? floatingQuote(page, close, stretch.to) : null;
  return [before, ...(after ? [after] : []), ...(floating ? [floating] : [])];
}

/** The quotation that goes on after "he said." in the same paragraph, when nothing but it makes its sentences. */
function floatingQuote(page: Page, close: number, to: number): Stretch | null {
  const { words, sentences } = page;
  const over = close >= to || (page.lower(close) === '.' && close + 1 >= to);
  if (!over || to >= words.count || words.first[page.sentenceOf(to)] !== to) return null;
  const quote = page.quotes[page.quoteOf(to)];
  if (!quote || quote.start !== words.starts[to]) return null;
  const last = sentences[lastStartingAt(sentences, quote.end - 1)]!;
  if (last.end !== quote.end || last.paragraph !== sentences[page.sentenceOf(to - 1)]!.paragraph) return null;
  return { from: to, to: wordAt(words, quote.end - 1) + 1 };
}

function strong({ cues, seen }: { readonly cues: number; readonly seen: number }): boolean {
  return cues >= 0.5 * seen;
}
