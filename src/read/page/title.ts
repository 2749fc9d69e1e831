/** A page's title without the name of its site. */
import { decodeHTML } from 'entities';

/** What separates a headline from the name of the site. */
const SEPARATOR = /\s+[|–—·»:-]\s+|\s*[|»]\s*/gu;
/** No title is longer, in UTF-16 code units. */
const MAX_TITLE_LENGTH = 500;
/** Shorter names of sites are no evidence: "AP" is in many words. */
const SHORTEST_NAME = 3;

/**
 * @param title as written, character references in it possibly escaped twice
 * @param headings the texts of the page's h1 elements
 * @param sites names of the site: as the page gives them, and the labels of its host
 * @returns the title up to a last part that names the site, or up to where a heading of the page ends
 */
export function cleanTitle(title: string, headings: readonly string[], sites: readonly string[]): string {
  const whole = spaced(decodeHTML(title)).slice(0, MAX_TITLE_LENGTH);
  const names = sites.map(letters).filter(({ length }) => length >= SHORTEST_NAME);
  const shown = new Set(headings.map((heading) => letters(spaced(heading))));
  let kept = whole;
  for (let cut = lastSeparator(kept); cut !== null; cut = lastSeparator(kept)) {
    const [before, after] = [kept.slice(0, cut.start), letters(kept.slice(cut.end))];
    const isSite = names.some((name) => after === name || (after.length >= name.length && after.includes(name)));
    if (shown.has(letters(kept)) || !/\s/.test(before.trim())) break;
    // A bar parts little else than names of sections and sites.
    const barred = /[|»]/.test(kept.slice(cut.start, cut.end)) && /\S+\s+\S+\s+\S/.test(before);
    if (
      !barred &&
      !isSite &&
      !shown.has(letters(before)) &&
      !(after.length >= SHORTEST_NAME && names.some((name) => name.includes(after)))
    )
      break;
    kept = before.trim();
  }
  return kept;
}

function lastSeparator(text: string): { readonly start: number; readonly end: number } | null {
  const last = [...text.matchAll(SEPARATOR)].at(-1);
  return last ? { start: last.index, end: last.index + last[0].length } : null;
}

/** A host's labels without www and top-level names: `news.sky.com` is news, sky. */
export function siteLabels(url: string | null): string[] {
  const host = /^https?:\/\/([^/:?#]+)/i.exec(url ?? '')?.[1]?.toLowerCase() ?? '';
  return host.split('.').filter((label) => label.length > 3 && !['www', 'news', 'blog'].includes(label));
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();
