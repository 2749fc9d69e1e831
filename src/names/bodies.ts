/**
 * Bodies with names that no list knows, taken for persons. Persons are named in full where a text first has them; a name
 * that is no part of a full one is what its first place or most places of the article take it for, and what a noun before it
 * tells: "the opposition movement Dawn", "The company, Corvane, said". Of 1,042 bodies that speak in written texts which the
 * tagger had not learned from, 48 were taken for persons before; 37 with the names of speakers among its training texts; 16
 * with these rules too, which were made from the errors in the same texts. In the kit's 148 articles five of 289 before, three
 * with both (2026-11-30).
 */
import type { Syntax, Words } from '../document.ts';
import { TAG } from '../syntax/labels.ts';
import { endOf, give, keyOf, personsNamed } from './labels.ts';
import { LABELS } from './tagger.ts';

const NOUNS = [
  'academy|agency|airline|alliance|association|band|bank|blog|broadcaster|brokerage|carmaker|chain|charity|club|college',
  'company|conglomerate|consortium|cooperative|corporation|daily|distributor|federation|firm|foundation|group|hospital',
  'insurer|institute|label|lender|magazine|maker|manufacturer|ministry|movement|museum|network|newspaper|operator',
  'orchestra|party|publication|refiner|retailer|site|start-?up|studio|subsidiary|supplier|tabloid|union|university|utility',
  'watchdog|website|weekly',
].join('|');
const BODY = new RegExp(`^(?:${NOUNS})$`);
const VERBS: ReadonlySet<number> = new Set([TAG.VBD, TAG.VBN, TAG.VBZ, TAG.VBP, TAG.MD]);
/** What stands before the head of a noun phrase, and the head itself. */
const MODIFIERS: ReadonlySet<number> = new Set([TAG.JJ, TAG.NN, TAG.NNS, TAG.NNP, TAG.VBN, TAG.VBG, TAG.CD]);
const MAX_MODIFIERS = 4;
const [PERSON, ORGANIZATION] = [1, 3];
/** Where a name's votes have the label of the place that names it first: what is introduced as no person is none later. */
const FIRST = 0;
const OTHERS = [3, 5, 7];

/** Corrects `labels` in place. */
export function agreeWithBodies(labels: Uint8Array, words: Words, { tags }: Pick<Syntax, 'tags'>): void {
  const persons = personsNamed(labels, words);
  const votes = new Map<string, Int32Array>();
  for (let word = 0, end = 1; word < words.count; word = end, end += 1) {
    if (labels[word]! % 2 === 0) continue;
    end = endOf(labels, word);
    if (labels[word] === PERSON && isTold(words, tags, persons, word, end)) give(labels, word, end, ORGANIZATION);
    const key = keyOf(words, word, end);
    let counts = votes.get(key);
    if (counts === undefined) {
      counts = new Int32Array(LABELS);
      counts[FIRST] = labels[word]!;
      votes.set(key, counts);
    }
    counts[labels[word]!]! += 1;
  }
  for (let word = 0, end = 1; word < words.count; word = end, end += 1) {
    if (labels[word] !== PERSON) continue;
    end = endOf(labels, word);
    const counts = votes.get(keyOf(words, word, end))!;
    const other = OTHERS.reduce((best, label) => (counts[label]! > counts[best]! ? label : best));
    if (counts[other] === 0 || (end - word === 1 && persons.has(words.lower[word]!))) continue;
    if (counts[other]! > counts[PERSON]! || counts[FIRST] !== PERSON) give(labels, word, end, other);
  }
}

/** Whether a noun for a body stands before the name or in an apposition behind it. */
function isTold(
  words: Words,
  tags: Syntax['tags'],
  persons: ReadonlyMap<string, number>,
  from: number,
  to: number,
): boolean {
  const { lower, forms, count } = words;
  if (isExplained(words, tags, to)) return true;
  const apposed = from > 1 && lower[from - 1] === ',' && to < count && lower[to] === ',';
  const noun = from - (apposed ? 2 : 1);
  if (noun < 1 || forms[noun] !== lower[noun] || !BODY.test(lower[noun]!)) return false;
  if (apposed) return /^(?:the|a|an|its|their)$/.test(lower[noun - 1]!);
  if (to - from === 1 && persons.has(lower[from]!)) return false;
  // "The company Anna Hart founded" has no pronoun before its relative clause.
  return !(to < count && VERBS.has(tags[to]!) && /^(?:the|a|an)$/.test(lower[noun - 1]!));
}

/** "Corvane, a software firm in Leeds,": not "Anna, the company secretary", "Anna, the firm's owner". */
function isExplained({ lower, forms, count }: Words, tags: Syntax['tags'], to: number): boolean {
  if (to + 2 >= count || lower[to] !== ',' || !/^(?:an?|the)$/.test(lower[to + 1]!)) return false;
  let word = to + 2;
  while (word < Math.min(count, to + 2 + MAX_MODIFIERS) && MODIFIERS.has(tags[word]!) && MODIFIERS.has(tags[word + 1]!))
    word += 1;
  const next = tags[word + 1]!;
  return forms[word] === lower[word] && BODY.test(lower[word]!) && !MODIFIERS.has(next) && next !== TAG.POS;
}
