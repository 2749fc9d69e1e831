/**
 * Reads the selectors of the Web Annotation Data Model (W3C Recommendation, 23 February 2017), written from its words
 * alone. Places are UTF-16 offsets into the text, the end exclusive.
 */
type Place = readonly [start: number, end: number];

/** Section 4.2.5: characters before the segment, and before its end; a character is a code point. */
export function placeOfPosition(text: string, { start, end }: { readonly start: number; readonly end: number }): Place {
  const units = [0];
  for (const character of text) units.push(units.at(-1)! + character.length);
  return [units[start]!, units[end]!];
}

/** Section 4.2.4: every place where the text is the prefix, the exact words and the suffix. */
export function placesOfQuote(
  text: string,
  { prefix, exact, suffix }: { readonly prefix: string; readonly exact: string; readonly suffix: string },
): Place[] {
  const places: Place[] = [];
  const whole = prefix + exact + suffix;
  for (let at = text.indexOf(whole); at >= 0; at = text.indexOf(whole, at + 1)) {
    places.push([at + prefix.length, at + prefix.length + exact.length]);
  }
  return places;
}
