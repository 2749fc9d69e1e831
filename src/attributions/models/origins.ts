/** How the kernel found a candidate, as bits: names that the build hands to it. */

/** What proposed a content, as bits. */
export const FROM = {
  complement: 1,
  unmarked: 2,
  run: 4,
  toEnd: 8,
  after: 16,
  before: 32,
  around: 64,
  parent: 128,
  relative: 256,
  quotation: 512,
  paragraph: 1024,
  colon: 2048,
  clause: 4096,
  toComma: 8192,
  fromComma: 16384,
  extended: 32768,
  followed: 65536,
  sibling: 131072,
  shortened: 262144,
  inner: 524288,
  construct: 1048576,
} as const;

/** How a source was cut, as bits: the same stretch can come from several cuts. */
export const CUT = {
  whole: 1,
  withoutClause: 2,
  toComma: 4,
  bare: 8,
  possessor: 16,
  chunk: 32,
  chunks: 64,
  apposition: 128,
  construct: 256,
} as const;
