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
  /** Another run writes there (EX_TEMPFAIL). */
  busy: 75,
  /** Ended by SIGINT. */
  interrupted: 130,
  /** Ended by SIGTERM. */
  terminated: 143,
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

/** Runs what writes to `path`; whatever keeps it from writing ends the program. */
export async function attempt<Value>(path: string, write: () => Promise<Value>): Promise<Value> {
  try {
    return await write();
  } catch (error) {
    throw cannotWrite(path, error);
  }
}

/** @returns what ends the program when a path could not be written: the error itself where it says so already */
export function cannotWrite(path: string, error: unknown): Failure {
  if (error instanceof Failure) return error;
  return new Failure(`${path} cannot be written: ${reasonOf(error)}; what is finished stays`, EXIT.output);
}

const TOO_MANY = 'too many files are open; raise the limit (ulimit -n 4096), or lower --jobs';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such place',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is full',
  EFBIG: 'the file may not grow any further',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  EEXIST: 'a file stands in the way',
  ENOTDIR: 'a file stands in the way',
  EISDIR: 'a folder stands in the way',
  ENAMETOOLONG: 'the path is too long',
  EMFILE: TOO_MANY,
  ENFILE: TOO_MANY,
};

/** @returns why the system refused, in words for people; the message of an error that is not the system's */
export function reasonOf(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return REASONS[code] ?? message;
}
