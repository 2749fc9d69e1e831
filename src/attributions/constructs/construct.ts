/** The shape of a construct: one named, readable form in which newspapers say who said it. */
import type { Span } from '../../document.ts';
import { contentSpan, trimContent } from '../../grammar/contents.ts';
import type { Stretch, TokenContext } from '../../grammar/context.ts';
import type { Candidate } from '../candidate.ts';
import { THRESHOLD } from '../thresholds.ts';
import { triggerBit, triggersIn } from './triggers.ts';

/** A reading in words, as a construct makes it. */
export interface Draft {
  readonly anchor: number;
  readonly cue: Stretch;
  readonly lemma: string;
  readonly source: Stretch | null;
  readonly content: readonly Stretch[];
  readonly medium?: Stretch | null;
  /** Where this reading differs in it from the construct's others. */
  readonly link?: Candidate['link'];
}

export interface Construct {
  /** The `by` of its attributions. */
  readonly name: string;
  /** The form in capitals and words, for `explain`. */
  readonly reads: string;
  /** `decides`: the decoder takes its readings wherever they fit; `proposes`: the models judge them. */
  readonly standing: 'proposes' | 'decides';
  /** Its bit among `triggersIn`: without it the construct reads nothing. */
  readonly trigger: number;
  /**
   * The readings in a stretch: a sentence, or the content of another attribution.
   *
   * @returns candidates; those of one call may nest
   */
  readonly propose: (context: TokenContext, stretch: Stretch) => readonly Candidate[];
  /**
   * Set on a construct that is newer than the weights: they are not refused for it, and know nothing of its name. The next
   * training (`npm run train -- attributions`) takes it away.
   */
  readonly untrained?: true;
  /** In brace markup: each must give exactly its braces, by this construct. */
  readonly examples: readonly string[];
  /** Sentences that look alike and must give nothing. */
  readonly not: readonly string[];
}

interface Definition extends Omit<Construct, 'propose' | 'trigger' | 'standing'> {
  /** `proposes` where it is not given. */
  readonly standing?: Construct['standing'];
  /** Whether its readings pass on a statement of the same content beside them, or are passed on by one; else neither. */
  readonly link?: Candidate['link'];
  /** What must stand in a stretch before it is read. */
  readonly triggers: Parameters<typeof triggerBit>[0];
  readonly propose: (context: TokenContext, stretch: Stretch) => readonly Draft[];
}

/**
 * Makes the construct of a definition: names its triggers by one bit, and turns the words of each draft into offsets.
 * Drafts whose content is empty once its edges are trimmed are left out.
 */
export function construct({ propose, triggers, standing = 'proposes', link = 'none', ...rest }: Definition): Construct {
  return {
    ...rest,
    standing,
    trigger: triggerBit(triggers),
    propose: (context, stretch) => {
      const found: Candidate[] = [];
      for (const draft of propose(context, stretch)) {
        const content = contentOf(context, draft.content);
        if (content.length === 0) continue;
        found.push({
          sentence: context.sentenceOf(draft.anchor),
          anchor: draft.anchor,
          cue: context.span(draft.cue),
          lemma: draft.lemma,
          source: draft.source && context.span(draft.source),
          content,
          medium: draft.medium ? context.span(draft.medium) : null,
          link: draft.link ?? link,
          by: rest.name,
          confidence: standing === 'decides' ? THRESHOLD.decided : 0,
        });
      }
      return found;
    },
  };
}

function contentOf(context: TokenContext, pieces: readonly Stretch[]): Span[] {
  const spans: Span[] = [];
  for (const piece of pieces) {
    const trimmed = trimContent(context, piece);
    if (trimmed) spans.push(contentSpan(context, trimmed));
  }
  return spans;
}

/** What several constructs read in a stretch, in their order. */
export function readings(context: TokenContext, stretch: Stretch, constructs: readonly Construct[]): Candidate[] {
  const triggers = triggersIn(context, stretch);
  const found: Candidate[] = [];
  if (triggers === 0) return found;
  for (const { trigger, propose } of constructs)
    if ((trigger & triggers) !== 0) found.push(...propose(context, stretch));
  return found;
}
