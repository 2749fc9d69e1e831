/** What the rest of the article contributes to resolving a date at one place. */
import type { Anchors } from './anchors.ts';
import type { Direction } from './reading.ts';

/** The context in which a reading is resolved. */
export interface Setting {
  /** Day number of publication. */
  readonly published: number | null;
  /** True where the article tells of times long past: the dates before count, not the day of publication. */
  readonly narrative: boolean;
  readonly anchors: Anchors;
  /** Index of the sentence the reading stands in. */
  readonly sentence: number;
  /** What the governing verb says. */
  readonly tense: Direction;
  /** Whether it speaks plainly of what is still to come: "will open in May", "is expected on Monday". */
  readonly plain: boolean;
  /** Whether it speaks plainly of what is over: "was arrested on May 3", "the May 3 raid". */
  readonly over: boolean;
  /** Whether a heading stands between it and the date before. */
  readonly headed: boolean;
  /** Whether dates in figures put the day or the month first; null where the article does not show it. */
  readonly order: 'day' | 'month' | null;
  /** The day that the sentence names behind the reading, for a clock time that stands before it; null for none. */
  readonly dayAhead: number | null;
}
