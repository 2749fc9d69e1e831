/** Text that goes on without a stop: no sentence is so long, and later stages look at all pairs of words in one. */

/** In UTF-16 code units: four times the longest sentence of GUM's and EWT's development sets (497). */
const MAX_LENGTH = 2000;

/**
 * Where to cut stretches between stops that are longer than any sentence: at white space.
 *
 * @param stops sorted ends of sentences inside the paragraph
 * @returns the stops with the cuts, sorted
 */
export function withCuts(text: string, start: number, end: number, stops: readonly number[]): number[] {
  const cuts: number[] = [];
  let from = start;
  for (const stop of [...stops, end]) {
    while (stop - from > MAX_LENGTH) {
      let cut = from + MAX_LENGTH;
      while (cut < stop && !/\s/.test(text[cut]!)) cut += 1;
      if (cut === stop) break;
      cuts.push(cut);
      from = cut;
    }
    if (stop !== end) cuts.push(stop);
    from = stop;
  }
  return cuts;
}
