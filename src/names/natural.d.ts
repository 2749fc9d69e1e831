/** One file of natural alone: the index beside it loads underscore for distances that are not used. */
declare module 'natural/lib/natural/distance/jaro-winkler_distance.js' {
  /** @returns the similarity of two words, 0 to 1 (Winkler 1990) */
  export default function jaroWinkler(a: string, b: string): number;
}
