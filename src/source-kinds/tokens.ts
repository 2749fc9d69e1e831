/** The words of a name. */
import { isWordLike } from '../syntax/characters.ts';

/** A letter or figure with all letters, figures, full stops, hyphens and apostrophes behind it; or a percent sign. */
const TOKEN = /[\p{L}\p{N}][\p{L}\p{N}.\-’']*|%/gu;
/** Letters of two code units: the scan by code units would part them. */
const PAIRS = /[\ud800-\udfff]/;
const [PERCENT, PERIOD, HYPHEN, APOSTROPHE, RIGHT_QUOTE] = [0x25, 0x2e, 0x2d, 0x27, 0x2019] as const;

/**
 * What `TOKEN` finds in a text, scanned over the table of characters: on texts that are not all Latin letters the expression
 * takes ten times as long.
 */
export function nameTokens(text: string): readonly string[] {
  if (PAIRS.test(text)) return text.match(TOKEN) ?? [];
  const found: string[] = [];
  for (let at = 0; at < text.length; ) {
    const start = at;
    const code = text.charCodeAt(at);
    at += 1;
    if (isWordLike(code)) {
      while (at < text.length && goesOn(text.charCodeAt(at))) at += 1;
    } else if (code !== PERCENT) continue;
    found.push(text.slice(start, at));
  }
  return found;
}

function goesOn(code: number): boolean {
  return isWordLike(code) || code === PERIOD || code === HYPHEN || code === APOSTROPHE || code === RIGHT_QUOTE;
}
