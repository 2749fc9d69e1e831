/** What a claim says first of all, without the clauses that say when, why, or of whom. */

/** What opens a clause that is not the main one. */
const OPENS =
  'after|when|while|because|as|since|before|until|although|though|following|amid|if|unless|despite|during|once';
/** What opens one only behind the main clause. */
const GOES_ON = 'who|whom|which|whose|where|so that|but|and that';
const AT_START = new RegExp(`^(?:${OPENS})\\b`, 'i');
const BEHIND = new RegExp(`[\\s,;(–—-](?:${OPENS}|${GOES_ON})\\b`, 'i');
/** So many words at least are the main part. */
const MIN_WORDS = 4;
/** A clause that opens the claim is left out where so much follows its comma, UTF-16. */
const MIN_REST = 15;

/**
 * @param text of a claim in one line
 * @returns the stretch of it that is its main clause, by the words that open the other clauses
 */
export function mainPart(text: string): string {
  const bare = text.replace(/^["“‘']+/, '');
  const comma = AT_START.test(bare) ? bare.indexOf(',') : -1;
  const main = comma > 0 && comma < bare.length - MIN_REST ? bare.slice(comma + 1) : bare;
  const least = main.split(' ').slice(0, MIN_WORDS).join(' ').length;
  const behind = BEHIND.exec(main.slice(least));
  return behind === null ? main : main.slice(0, least + behind.index);
}
