/**
 * What the program understands, in the order in which it looks. Outermost first: a construct that stands around whole
 * statements comes before those that read the statement inside it. Of two readings of one cue the earlier wins.
 */
import { accordingTo } from './according-to.ts';
import type { Construct } from './construct.ts';
import { quotedAsSaying, wasQuotedAsSaying } from './quoted-as-saying.ts';
import { invertedAfter, subjectVerbAfter } from './subject-verb-after.ts';
import { subjectVerbClause } from './subject-verb-clause.ts';

export const constructs: readonly Construct[] = [
  quotedAsSaying,
  wasQuotedAsSaying,
  accordingTo,
  subjectVerbAfter,
  invertedAfter,
  subjectVerbClause,
];
