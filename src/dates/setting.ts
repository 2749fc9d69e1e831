/** What the rest of the article says of the place where a date stands. */
import type { Anchors } from './anchors.ts';
import type { Direction } from './reading.ts';

/** What a reading is resolved in. */
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
  /** What stands first in the article's dates in figures; null where they do not tell. */
  readonly order: 'day' | 'month' | null;
  /** The day that the sentence names behind the reading, for a clock time that stands before it; null for none. */
  readonly dayAhead: number | null;
}
