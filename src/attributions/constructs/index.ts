/** The ordered list of all constructs. */
import { accordingTo } from './according-to.ts';
import { carriedBy } from './carried-by.ts';
import { citing } from './citing.ts';
import type { Construct } from './construct.ts';
import { forWhom } from './for-whom.ts';
import { headlineColon, headlineDash } from './headline.ts';
import { inTheViewOf } from './in-the-view-of.ts';
import { quotedAsSaying, wasQuotedAsSaying } from './quoted-as-saying.ts';
import { signature, transcript } from './transcript.ts';
import { turn } from './turn.ts';

/** Of two readings of one cue the one of the earlier construct wins, unless a later one decides. */
export const constructs: readonly Construct[] = [
  turn,
  transcript,
  signature,
  headlineColon,
  headlineDash,
  carriedBy,
  citing,
  accordingTo,
  inTheViewOf,
  forWhom,
  quotedAsSaying,
  wasQuotedAsSaying,
];
