/** Words as integers. */

/** The 32-bit FNV-1a hash of the letters of `text` before `end`; digits count as 0. */
export function hashText(text: string, end = text.length): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    hash = Math.imul(hash ^ (unit >= 48 && unit <= 57 ? 48 : unit), 0x01000193);
  }
  return hash | 0;
}
