/** Spellings of one foreign name: transliterations differ by letters that stand for the same sound. */
import jaroWinkler from 'natural/lib/natural/distance/jaro-winkler_distance.js';

/** Below this similarity (Winkler 1990) two spellings are two names, whatever their letters. */
const LEAST = 0.85;
const SHORTEST = 5;

/** Letters that transliterations and languages write for one another, in one form. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/^q/, 'g'],
  [/ph/g, 'f'],
  [/tz|ts|cz/g, 'c'],
  [/kh|q|ck|k|gh/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/ou|oo/g, 'u'],
  [/iy|yy|ii|ij|ey|ie|y|j/g, 'i'],
  [/ee/g, 'i'],
  [/(.)\1+/g, '$1'],
  [/[aeo]$/, '*'],
  [/ai|ia/g, 'a'],
];

/** Skeletons of the words asked for last: an article asks for those of its names again and again. */
const skeletons = new Map<string, string>();
const MAX_KEPT = 5000;

/** What all spellings of a name have in common. */
export function soundOf(word: string): string {
  const known = skeletons.get(word);
  if (known !== undefined) return known;
  if (skeletons.size >= MAX_KEPT) skeletons.clear();
  const made = ALIKE.reduce((letters, [pattern, by]) => letters.replace(pattern, by), word);
  // A copy of its own: a slice would keep its whole article in memory.
  skeletons.set(Buffer.from(word, 'utf16le').toString('utf16le'), made);
  return made;
}

/** First letters that stand for one another; for most pairs of names this settles it. */
const BEGINNINGS = ['ckgqx', 'ijye', 'vw', 'fp', 'ct'];

function mayBegin(a: string, b: string): boolean {
  return a[0] === b[0] || BEGINNINGS.some((letters) => letters.includes(a[0]!) && letters.includes(b[0]!));
}

/**
 * Whether two surnames are spellings of one ("Lukashenko", "Lukashenka"). A final vowel more ("Kolesnikov", "Kolesnikova")
 * is a woman's form, not a spelling.
 */
export function isVariant(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length < SHORTEST || b.length < SHORTEST || !mayBegin(a, b) || soundOf(a) !== soundOf(b)) return false;
  return jaroWinkler(a, b) >= LEAST;
}
