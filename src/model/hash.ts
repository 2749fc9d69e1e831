/** Hashing of features: 32-bit integers all the way, no string is built where scores are summed. */

/** FNV-1a over UTF-16 code units; the same on every machine. */
export function hashText(text: string, start = 0, end = text.length): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash | 0;
}

/** Joins two hashes, or a hash and a small number; order matters. Every input bit reaches the high bits. */
export function mix(a: number, b: number): number {
  const sum = Math.imul(a ^ (a >>> 15), 0x85ebca6b) + Math.imul(b, 0x9e3779b1);
  return Math.imul(sum ^ (sum >>> 13), 0xc2b2ae35);
}
