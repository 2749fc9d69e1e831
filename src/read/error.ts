/**
 * Why a document could not be read. The message has no subject ("is empty; …"): whoever prints it puts the name of the
 * input before it. It says what is wrong and what to do.
 */
export class ReadError extends Error {
  override name = 'ReadError';
  /** True where the input has nothing in it at all. */
  readonly empty: boolean;
  /** Where it is larger than it may be. */
  readonly size?: Size;

  constructor(message: string, empty = false, size?: Size) {
    super(message);
    this.empty = empty;
    if (size !== undefined) this.size = size;
  }
}

/** In bytes. */
export interface Size {
  readonly limit: number;
  /** As far as it was read: it may be larger. */
  readonly actual: number;
}

/** The system's error codes in words. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'cannot be read: permission denied; check its rights',
  EPERM: 'cannot be read: permission denied; check its rights',
  ENOENT: 'is not there; check the path',
  ENOTDIR: 'is not there; check the path',
  EISDIR: 'is a directory where a file was expected',
  ELOOP: 'is a link that leads back to itself',
  ENAMETOOLONG: 'has too long a name',
  EMFILE: 'cannot be read: too many files are open; raise the limit (ulimit -n 4096), or lower --jobs',
  ENFILE: 'cannot be read: too many files are open in the whole system; try again later',
  EIO: 'cannot be read: input/output error',
  Z_BUF_ERROR: 'is a gzip file that ends too early; fetch it again',
  Z_DATA_ERROR: 'is a damaged gzip file; fetch it again',
};

/** Any failure to read, as a `ReadError`. */
export function asReadError(error: unknown): ReadError {
  if (error instanceof ReadError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  return new ReadError(REASONS[code ?? ''] ?? `cannot be read: ${code ?? ''} ${message ?? error}`.replace(/\s+/g, ' '));
}
