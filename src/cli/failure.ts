/** The exit codes: 0 all well, then these. */
export const EXIT = {
  /** Some documents failed; the others are written. */
  failed: 1,
  /** The command line is wrong. */
  usage: 2,
  /** There is nothing to read (EX_NOINPUT of sysexits.h). */
  noInput: 66,
  /** The output cannot be written (EX_IOERR). */
  output: 74,
  /** Ended by SIGINT. */
  interrupted: 130,
} as const;

/** Ends the program with one line that says what, where, and what to do. */
export class Failure extends Error {
  override name = 'Failure';
  readonly exitCode: number;

  constructor(message: string, exitCode: number) {
    super(message);
    this.exitCode = exitCode;
  }
}
