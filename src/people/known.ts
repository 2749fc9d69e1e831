/** What is known of a person from names, before pronouns and descriptions are resolved. */
import type { Span } from '../document.ts';
import type { Gender } from './gender.ts';

/** A person as resolution needs it. */
export interface Known {
  /** Sorted name mentions. */
  readonly mentions: readonly Span[];
  /** What the text says. */
  readonly gender: Gender;
  /** What lists say of the given name. */
  readonly listed: Gender;
  readonly titles: readonly string[];
  readonly age: number | null;
}
