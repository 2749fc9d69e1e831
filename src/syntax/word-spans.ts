/** The words that the scanners have found so far: offsets into `text`, half-open, in its order. */
export interface WordSpans {
  readonly text: string;
  starts: Int32Array;
  ends: Int32Array;
  count: number;
}

/** Adds the word `text.slice(start, end)`. */
export function addWord(found: WordSpans, start: number, end: number): void {
  if (found.count === found.starts.length) {
    found.starts = grown(found.starts);
    found.ends = grown(found.ends);
  }
  found.starts[found.count] = start;
  found.ends[found.count++] = end;
}

function grown(array: Int32Array): Int32Array {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
