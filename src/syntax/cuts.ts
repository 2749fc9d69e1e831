/** Where the scanners put what they cut. */
export interface Cuts {
  readonly text: string;
  starts: Int32Array;
  ends: Int32Array;
  count: number;
}

/** Adds the word `text.slice(start, end)`. */
export function cut(cuts: Cuts, start: number, end: number): void {
  if (cuts.count === cuts.starts.length) {
    cuts.starts = grown(cuts.starts);
    cuts.ends = grown(cuts.ends);
  }
  cuts.starts[cuts.count] = start;
  cuts.ends[cuts.count++] = end;
}

function grown(array: Int32Array): Int32Array {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
