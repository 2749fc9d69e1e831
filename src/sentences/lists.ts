/** Lists written in one line: `1.) The first point 2.) The second point`, `• One • Two`. */

const BULLETS = '•⁃▪‣◦';
const FIRST = new RegExp(`^([${BULLETS}]?)\\s?(?:(\\d{1,3}|[a-z])([.)]{1,2}))?(?=\\s|\\p{Lu})`, 'u');

/**
 * Where the items after the first one start, in a paragraph that starts with a list marker. A later marker must have the
 * same shape and, where items are numbered, the next number or letter.
 */
export function listBounds(text: string, start: number, end: number): number[] {
  const [marker, bullet = '', label, shape] = FIRST.exec(text.slice(start, Math.min(end, start + 12))) ?? [];
  if (!marker) return [];
  const paragraph = text.slice(start, end);
  const bounds: number[] = [];
  let from = marker.length;
  for (let current = label; ; current = successor(current)) {
    const wanted = current === undefined ? bullet : `${successor(current)}${shape}`;
    const at = findMarker(paragraph, wanted, from);
    if (at < 0) return bounds;
    bounds.push(start + startWithBullet(paragraph, at, bullet));
    from = at + wanted.length;
  }
}

/** The first place at or after `from` where the marker stands free; linear. */
function findMarker(paragraph: string, marker: string, from: number): number {
  for (let at = paragraph.indexOf(marker, from); at >= 0; at = paragraph.indexOf(marker, at + 1)) {
    const free = new RegExp(`[\\s${BULLETS}]`, 'u').test(paragraph[at - 1]!);
    if (free && /^(?:\s|\p{Lu})/u.test(paragraph.slice(at + marker.length, at + marker.length + 2))) return at;
  }
  return -1;
}

function startWithBullet(paragraph: string, at: number, bullet: string): number {
  if (bullet === '' || paragraph[at] === bullet) return at;
  return paragraph[at - 1] === bullet ? at - 1 : paragraph[at - 2] === bullet ? at - 2 : at;
}

function successor(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  return /\d/.test(label) ? String(Number(label) + 1) : String.fromCharCode(label.charCodeAt(0) + 1);
}
