/** The shape of a construct: one named, readable form in which newspapers say who said it. */
import type { Span } from '../../document.ts';
import type { Candidate } from '../candidate.ts';
import type { Page, Stretch } from '../page.ts';
import { contentSpan, trimContent } from '../phrases/contents.ts';
import { triggerBit, triggersIn } from './triggers.ts';

/** A reading in words, as a construct makes it. */
export interface Draft {
  readonly anchor: number;
  readonly cue: Stretch;
  readonly lemma: string;
  readonly source: Stretch | null;
  readonly content: readonly Stretch[];
  readonly medium?: Stretch | null;
  /** The anchor of the draft that passes this one on, where nesting does not show it. */
  readonly passedOnBy?: number;
}

export interface Construct {
  /** The `by` of its attributions. */
  readonly name: string;
  /** The form in capitals and words, for `explain`. */
  readonly reads: string;
  /** Its bit among `triggersIn`: without it the construct reads nothing. */
  readonly trigger: number;
  /**
   * The readings in a stretch: a sentence, or the content of another attribution.
   *
   * @returns candidates; those of one call may nest
   */
  readonly propose: (page: Page, stretch: Stretch) => readonly Candidate[];
  /** In brace markup: each must give exactly its braces, by this construct. */
  readonly examples: readonly string[];
  /** Sentences that look alike and must give nothing. */
  readonly not: readonly string[];
}

interface Definition extends Omit<Construct, 'propose' | 'trigger'> {
  /** The share of its readings on the development articles that agree with the annotation. */
  readonly confidence: number;
  /** What must stand in a stretch before it is read. */
  readonly triggers: Parameters<typeof triggerBit>[0];
  readonly propose: (page: Page, stretch: Stretch) => readonly Draft[];
}

export function construct({ propose, confidence, triggers, ...rest }: Definition): Construct {
  return {
    ...rest,
    trigger: triggerBit(triggers),
    propose: (page, stretch) => {
      const found: Candidate[] = [];
      for (const draft of propose(page, stretch)) {
        const content = contentOf(page, draft.content);
        if (content.length === 0) continue;
        found.push({
          sentence: page.sentenceOf(draft.anchor),
          anchor: draft.anchor,
          cue: page.span(draft.cue),
          lemma: draft.lemma,
          source: draft.source && page.span(draft.source),
          content,
          medium: draft.medium ? page.span(draft.medium) : null,
          passedOnBy: draft.passedOnBy ?? null,
          by: rest.name,
          confidence,
        });
      }
      return found;
    },
  };
}

function contentOf(page: Page, pieces: readonly Stretch[]): Span[] {
  const spans: Span[] = [];
  for (const piece of pieces) {
    const trimmed = trimContent(page, piece);
    if (trimmed) spans.push(contentSpan(page, trimmed));
  }
  return spans;
}

/** What several constructs read in a stretch, in their order. */
export function readings(page: Page, stretch: Stretch, constructs: readonly Construct[]): Candidate[] {
  const triggers = triggersIn(page, stretch);
  const found: Candidate[] = [];
  if (triggers === 0) return found;
  for (const { trigger, propose } of constructs) if ((trigger & triggers) !== 0) found.push(...propose(page, stretch));
  return found;
}
