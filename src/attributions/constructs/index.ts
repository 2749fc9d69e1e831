/**
 * What the program understands, in the order in which it looks. Outermost first: a construct that stands around whole
 * statements comes before those that read the statement inside it. Of two readings of one cue the earlier wins.
 */
import { accordingTo } from './according-to.ts';
import { accuseOf } from './accuse-of.ts';
import { adjectiveCue } from './adjective-cue.ts';
import { callsIt } from './calls-it.ts';
import { carriedBy } from './carried-by.ts';
import { citing } from './citing.ts';
import type { Construct } from './construct.ts';
import { coordinated } from './coordinated.ts';
import { forWhom } from './for-whom.ts';
import { headlineColon, headlineDash } from './headline.ts';
import { inTheViewOf } from './in-the-view-of.ts';
import { nounContent } from './noun-content.ts';
import { nounCue } from './noun-cue.ts';
import { participle } from './participle.ts';
import { accusedBy, saidBy } from './passive-by.ts';
import { promiseTo } from './promise-to.ts';
import { quotedAsSaying, wasQuotedAsSaying } from './quoted-as-saying.ts';
import { relativeObject, sayingDenied } from './relative-object.ts';
import { invertedAfter, subjectVerbAfter } from './subject-verb-after.ts';
import { subjectVerbClause } from './subject-verb-clause.ts';
import { signature, transcript } from './transcript.ts';
import { allegedly, isSaidTo, itWasSaid, onChargesOf } from './unnamed.ts';
import { urgeTo } from './urge-to.ts';

export const constructs: readonly Construct[] = [
  transcript,
  signature,
  headlineColon,
  headlineDash,
  // Around a whole statement.
  carriedBy,
  citing,
  accordingTo,
  inTheViewOf,
  forWhom,
  quotedAsSaying,
  wasQuotedAsSaying,
  sayingDenied,
  subjectVerbAfter,
  invertedAfter,
  relativeObject,
  // A statement with its content to the right: the surest complement first.
  subjectVerbClause,
  accuseOf,
  urgeTo,
  promiseTo,
  callsIt,
  nounContent,
  accusedBy,
  saidBy,
  adjectiveCue,
  nounCue,
  // Statements that share the source of the one before them.
  participle,
  coordinated,
  // Nobody is named.
  itWasSaid,
  isSaidTo,
  allegedly,
  onChargesOf,
];
