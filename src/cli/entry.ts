/** What a command of the command line is. */
import type { Option } from 'commander';

/**
 * Name as commander writes it, description, and the only words that may stand there; no list where it is the path of a
 * file, an empty one where it is anything else.
 */
export type Operand = readonly [name: string, description: string, words?: readonly string[]];

export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  /** What stands after the command, in order: `<file>`, `[claim]`, `[paths...]`. */
  readonly operands?: readonly Operand[];
  readonly options: () => readonly Option[];
  /** The words of options that take several with commas, by long name: commander has no place for them. */
  readonly lists?: Readonly<Record<string, readonly string[]>>;
  /** Lines to copy, each with what it does. */
  readonly examples: readonly (readonly [command: string, does: string])[];
  /** More for the end of the help. */
  readonly notes?: string;
  /** Loads the command; it returns the exit code. */
  readonly load: () => Promise<(operands: string[], options: never) => Promise<number>>;
}

/** Shells that `accordingto completion` knows. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];
