/** Where a content ends to the right, and whether a stretch holds a clause at all. */
import { isFiniteVerb, isNoun, isVerb, type Page } from '../page.ts';
import { afterAdjuncts } from './adjuncts.ts';
import { isClosingMark } from './contents.ts';
import { sourceBefore } from './nouns.ts';
import { verbGroup } from './verbs.ts';

/** What was said, named again after a comma: "a charge he denies". */
export const SAYINGS = new Set(
  'accusation accusations allegation allegations assertion assertions charge charges claim claims report reports rumour rumours rumor rumors suggestion suggestions'.split(
    ' ',
  ),
);

/** Whether a finite verb stands in the words, quoted or not. */
export function holdsClause(page: Page, from: number, to: number): boolean {
  for (let w = from; w < to; w += 1) if (isFiniteVerb(page.tag(w))) return true;
  return false;
}

/** Whether a finite verb stands in the words that no relative clause owns. */
export function holdsMainVerb(page: Page, from: number, to: number): boolean {
  let relative = false;
  for (let w = from; w < to; w += 1) {
    const tag = page.tag(w);
    if (tag === 'WDT' || tag === 'WP' || (page.lower(w) === 'that' && isNoun(page.tag(w - 1)))) relative = true;
    if (!isFiniteVerb(tag)) continue;
    if (!relative) return true;
    relative = false;
  }
  return false;
}

/**
 * One past the content that starts at `start`: before the next statement that stands beside this one, or `to`.
 *
 * Beside it stand ", adding that …", "but Jones said …", "and denied …".
 *
 * @param anchor the verb of this statement, whose tense a coordinated verb shares
 */
export function contentEnd(page: Page, start: number, to: number, anchor: number): number {
  const opening = page.quoteOf(start);
  for (let w = start + 1; w < to; w += 1) {
    const quote = page.quoteOf(w);
    if (quote >= 0 && quote === opening) continue;
    const lower = page.lower(w);
    if (lower === ';') return w;
    if (lower === ',' && (startsAside(page, w + 1) || startsSaying(page, w + 1) || startsRelative(page, w + 1, to)))
      return w;
    if (lower === ',' && quote < 0 && startsReport(page, w + 1, to)) return w;
    if (page.tag(w) === 'CC' || lower === 'while' || lower === 'whereas') {
      if (startsStatement(page, w, to, anchor)) return page.lower(w - 1) === ',' ? w - 1 : w;
    }
    if (
      opening >= 0 &&
      quote < 0 &&
      isClosingMark(page, w - 1) &&
      lower !== ',' &&
      /^[A-Z]/u.test(page.words.forms[w]!)
    ) {
      return w;
    }
  }
  return to;
}

/** ", adding that", ", saying", ", citing": a participle with a content of its own. */
function startsAside(page: Page, w: number): boolean {
  const verb = page.tag(w) === 'RB' ? w + 1 : w;
  return page.tag(verb) === 'VBG' && page.cues(verb).length > 0;
}

/** ", the paper said on Monday", and then the end. */
function startsReport(page: Page, from: number, to: number): boolean {
  for (let w = from + 1; w < to && w < from + 25; w += 1) {
    if (page.quoteOf(w) >= 0 || page.lower(w) === ';') return false;
    if (!isFiniteVerb(page.tag(w))) continue;
    if (!page.cues(w).some(({ cue }) => cue.complements.has('clause'))) {
      if (isAuxiliaryOfCue(page, w)) continue;
      return false;
    }
    const close = afterAdjuncts(page, w + 1, to).end;
    if (close < to && page.lower(close) !== '.') return false;
    return sourceBefore(page, verbGroup(page, w, w + 1, from).from, from)?.source.from === from;
  }
  return false;
}

/** ", a charge he denies". */
function startsSaying(page: Page, w: number): boolean {
  const noun = page.tag(w) === 'DT' ? w + 1 : w;
  return SAYINGS.has(page.lower(noun)) && !/^(?:,|and|of|in|on)$/u.test(page.lower(noun + 1));
}

/** ", which it said had been": a statement about the thing before it. */
function startsRelative(page: Page, w: number, to: number): boolean {
  if (page.lower(w) !== 'which') return false;
  for (let at = w + 2; at < to && at < w + 12; at += 1) {
    if (!isFiniteVerb(page.tag(at))) continue;
    return page.cues(at).some(({ cue }) => cue.complements.has('clause') || cue.complements.has('predicate'));
  }
  return false;
}

/** "and insisted that", "but Jones said": a cue verb of the same tense, alone or with a subject of its own. */
function startsStatement(page: Page, joint: number, to: number, anchor: number): boolean {
  for (let w = joint + 1; w < to && w < joint + 25; w += 1) {
    const tag = page.tag(w);
    if (page.quoteOf(w) >= 0) return false;
    if (isVerb(tag) && page.cues(w).length > 0 && tag !== 'VBG') {
      const group = verbGroup(page, w, w + 1, joint + 1);
      if (group.unreal) return false;
      if (group.from === joint + 1) {
        return (
          (tag === page.tag(anchor) || page.tag(anchor) === 'VBN') &&
          (page.lower(w + 1) === 'that' || group.from < w || complemented(page, w))
        );
      }
      if (tag === 'VBN' && group.from === w) return false;
      // "but they did not know": what those spoken of think goes on with what is said of them.
      if (page.tag(group.from - 1) === 'PRP' && page.cues(w)[0]!.cue.stance === 'believes') return false;
      const before = sourceBefore(page, group.from, joint + 1);
      return before !== null && before.source.from === joint + 1 && !before.relative;
    }
    if (isFiniteVerb(tag) && !isAuxiliaryOfCue(page, w)) return false;
  }
  return false;
}

function complemented(page: Page, w: number): boolean {
  return page.cues(w).some(({ cue }) => [...cue.complements.values()].some(({ cues, seen }) => cues > 0.4 * seen));
}

function isAuxiliaryOfCue(page: Page, w: number): boolean {
  for (let at = w + 1; at < w + 4; at += 1)
    if (isVerb(page.tag(at))) return page.cues(at).length > 0 || isAuxiliaryOfCue(page, at);
  return false;
}
