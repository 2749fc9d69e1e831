/** The names of the authors of a page, out of what it gives as author. */
import { decodeHTML } from 'entities';

const WHOSE = 'no|unknown|guest|site|web|staff|our|the|content|news';
const ROLES = [
  String.raw`author|admin|administrator|editor|staff|writer|reporter|team|desk|user|anonymous|n\/a|none|null`,
  'undefined|article|post|webmaster|editorial staff|staff reports?',
].join('|');
/** What content management systems write where no author is known. */
const NOBODY = new RegExp(`^(?:${WHOSE})? ?(?:${ROLES})s?(?: by)?$`, 'i');
/** What may stand before a name. */
const LEAD =
  /^(?:(?:analysis|article|opinion|column|story|words?|text|photos?|posted|written|published|reviewed)\s+)?by:?\s+/i;
const JOBS_AND_PAPERS = [
  'writers?|editors?|reporters?|correspondents?|bureau|staff|news|press|desk|agency|columnist|contributor|special',
  'senior|chief|professor|director|magazine|times|post|insider',
].join('|');
/** Words of jobs and organizations, which no name contains. */
const JOB = new RegExp(String.raw`\b(?:${JOBS_AND_PAPERS})\b`, 'i');
/** More is no list of names, in UTF-16 code units. */
const MAX_NAMES_LENGTH = 500;
/** An agency's initials or a degree. */
const INITIALS = /\b\p{Lu}{2,4}\b/u;

/**
 * @param written one author as the page has it
 * @returns the names in it; none where it holds no name
 */
export function authorNames(written: string): string[] {
  const text = decodeHTML(written.slice(0, MAX_NAMES_LENGTH)).replace(/\s+/g, ' ').trim().replace(LEAD, '');
  if (/^https?:|@|\d/i.test(text) || NOBODY.test(text) || /^(?:article|words|posted) by$/i.test(text)) return [];
  const [first = '', ...others] = text.split(/\s*(?:,|;|\||\band\b|&)\s*/u).filter((part) => part !== '');
  if (first === '') return [];
  const names = others.filter(
    (part) => /^\p{Lu}[\p{L}.'’-]*(?: \p{L}[\p{L}.'’-]*){1,3}$/u.test(part) && !JOB.test(part) && !INITIALS.test(part),
  );
  return [first, ...names].filter((part) => /\p{L}{2}/u.test(part) && !NOBODY.test(part));
}
