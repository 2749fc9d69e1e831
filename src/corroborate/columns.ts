/**
 * Many numbers of one article in one piece of memory: typed arrays side by side, so that ten thousand articles cost as
 * much as their numbers, and are written to a file and read back as they lie.
 */

/** The columns of an article, those of four bytes first, so that each begins where its numbers may. */
const LAYOUT = {
  /** One number a run of words, in the order of the text (`body.ts`). */
  runs: Int32Array,
  /** The start of the sentence in which each run starts, UTF-16. */
  starts: Int32Array,
  /** Starts of the sentences of the body. */
  sentences: Int32Array,
  /** Hashes of stems that name somebody or something, rising. */
  names: Int32Array,
  /** Of each claim: hashes of its stems, each once, rising. */
  stems: Int32Array,
  /** What each of `stems` tells in this article: less where many of its sentences hold it. */
  local: Float32Array,
  /** Of each claim: hashes of the stems of the sentences in which it stands that are none of its own, each once, rising. */
  around: Int32Array,
  /** What each of `around` tells in this article. */
  aroundLocal: Float32Array,
  /** Of each claim that is a quotation: hashes of the words that were said, in order. */
  said: Int32Array,
  /** Of each claim: hashes of stems that are written with a capital amid a sentence, rising. */
  claimNames: Int32Array,
  /** Of each claim `CLAIM_NUMBERS` numbers, in the order of `told.ts`. */
  claims: Int32Array,
  /** `Stem.count` of each of `stems`. */
  counts: Uint16Array,
  /** `Stem.count` of each of `said`. */
  saidCounts: Uint16Array,
  /** Of each claim: clusters of its words, each once, rising. */
  clusters: Uint16Array,
  /** 1 for each of `stems` that stands in the claim's main part (`main-part.ts`), else 0. */
  main: Uint8Array,
  /** Of each claim: its words as JSON, in UTF-8. */
  details: Uint8Array,
} as const;

type Name = keyof typeof LAYOUT;
export type Columns = { readonly [Key in Name]: InstanceType<(typeof LAYOUT)[Key]> };

const NAMES = Object.keys(LAYOUT) as Name[];

/** Numbers for each column, in the order of `LAYOUT`. */
export type Lengths = readonly number[];

/** @returns the columns in one piece, and how long each is */
export function packColumns(lists: { readonly [Key in Name]: ArrayLike<number> }): {
  readonly lengths: Lengths;
  readonly bytes: Uint8Array<ArrayBuffer>;
} {
  const lengths = NAMES.map((name) => lists[name].length);
  const bytes = new Uint8Array(sizeOf(lengths));
  const columns = openColumns(lengths, bytes);
  for (const name of NAMES) columns[name].set(lists[name]);
  return { lengths, bytes };
}

/**
 * @param bytes as `packColumns` made them; the columns lie in them
 * @throws RangeError where they are not as long as the lengths say
 */
export function openColumns(lengths: Lengths, bytes: Uint8Array<ArrayBuffer>): Columns {
  if (lengths.length !== NAMES.length || bytes.length !== sizeOf(lengths))
    throw new RangeError(
      `${bytes.length} bytes are no columns of this version, which are ${sizeOf(lengths)} bytes long`,
    );
  let at = bytes.byteOffset;
  const columns = NAMES.map((name, index) => {
    const column = new LAYOUT[name](bytes.buffer, at, lengths[index]!);
    at += column.byteLength;
    return [name, column] as const;
  });
  return Object.fromEntries(columns) as unknown as Columns;
}

function sizeOf(lengths: Lengths): number {
  return NAMES.reduce((sum, name, index) => sum + LAYOUT[name].BYTES_PER_ELEMENT * (lengths[index] ?? 0), 0);
}
