/**
 * What cannot both be right in claims that are the same: figures, a "not", a denial, a quotation that was changed, two
 * speakers for one quotation. Precision first: where the claims differ in more than that, nothing is said.
 */
import { relationOf } from '../comparisons/relation.ts';
import type { OutputNumber } from '../output.ts';
import { alterationOf, tokensOf } from './alteration.ts';
import { type Cluster, type Member, proof, proofOfClaim } from './cluster.ts';
import { lastWord } from './last-word.ts';
import { oppositeOf } from './polarity.ts';
import type { Register } from './register.ts';
import type { ContradictionRow } from './rows.ts';
import { distinctStems, stemOf, stemsIn } from './words.ts';

/** Words that two quotations have in common before they say anything about who spoke. */
const MIN_LONG_QUOTATION = 8;
/** The score above which two claims are surely the same but for a "not". */
const MIN_SURE = 1;
/** Of a cluster so many claims are compared with one another. */
const MAX_COMPARED = 40;

/** @param scoreOf of two claims of the cluster, the lower index first
 * @returns each once, however many articles repeat its words; in the order of the members */
export function findContradictions(
  cluster: Cluster,
  register: Register,
  scoreOf: (first: number, second: number) => number | null,
): ContradictionRow[] {
  const { members, articles } = cluster;
  const found: ContradictionRow[] = [];
  const seen = new Set<string>();
  const note = (row: ContradictionRow | null) => {
    if (row === null) return;
    const words = [row.first.text, row.second.text].sort().join('\n');
    const key = `${row.kind} ${row.kind === 'speakers-disagree' ? row.about : row.kind === 'denied' ? row.about : words}`;
    if (!seen.has(key)) found.push(row);
    seen.add(key);
  };
  const tokens = members.slice(0, MAX_COMPARED).map(({ told, text }) => (told.direct ? tokensOf(text) : []));
  const count = Math.min(members.length, MAX_COMPARED);
  for (let i = 0; i < count; i += 1) {
    for (let j = i + 1; j < count; j += 1) {
      if (articles[i] === articles[j]) continue;
      const [a, b] = [members[i]!, members[j]!];
      const sure = (scoreOf(cluster.claims[i]!, cluster.claims[j]!) ?? 0) >= MIN_SURE;
      note(figuresApart(a, b));
      if (sure) note(denied(a, b));
      if (a.told.direct && b.told.direct) {
        const alteration = alterationOf(tokens[i]!, tokens[j]!);
        if (alteration.words >= MIN_LONG_QUOTATION) note(speakersApart(cluster, i, j, register));
        if (alteration.what !== null) note(row('altered-quotation', a, b, alteration.what));
      } else if (sure) {
        const opposite = oppositeOf(a, b);
        if (opposite !== null) note(row('polarity', a, b, opposite));
      }
    }
  }
  return found;
}

function row(kind: ContradictionRow['kind'], a: Member, b: Member, about: string): ContradictionRow {
  return { kind, first: proofOfClaim(a), second: proofOfClaim(b), about };
}

/** What is counted or measured alike, in words; null where the figures are for different things. */
function sameThing(a: OutputNumber, b: OutputNumber): string | null {
  if (a.kind !== b.kind || a.kind === 'ordinal' || a.kind === 'age' || a.value === null || b.value === null)
    return null;
  if (AGE.test(a.text) || AGE.test(b.text)) return null;
  const [one, other] = [nounOf(a), nounOf(b)];
  if (one !== null && other !== null) return one === other ? a.counted : null;
  if (one !== other && a.kind === 'cardinal') return null;
  return a.unit !== null || a.kind === 'percent' ? (a.counted ?? b.counted ?? a.unit ?? a.kind) : null;
}

/** "The 3-year-old" says who, not how many. */
const AGE = /[- ]years?[- ]old/i;

function nounOf({ counted }: OutputNumber): string | null {
  const word = counted === null ? '' : lastWord(counted);
  return word === '' ? null : stemOf(word);
}

function figuresApart(a: Member, b: Member): ContradictionRow | null {
  if (daysDiffer(a, b)) return null;
  for (const one of a.figures) {
    const others = b.figures.filter((other) => sameThing(one, other) !== null);
    const mine = a.figures.filter((other) => sameThing(one, other) !== null);
    // Several figures for one noun are parts of a whole: which of them is meant cannot be told.
    if (others.length !== 1 || mine.length !== 1) continue;
    const other = others[0]!;
    if (relationOf(one, other) !== 'disagree' || rounded(one, other) || !sameFrame(a, b, one, other)) continue;
    const [first, second] = [proof(a.article, one), proof(b.article, other)];
    const newer = a.article.day !== null && b.article.day !== null && a.article.day !== b.article.day;
    return { kind: newer ? 'updated' : 'figures', first, second, about: sameThing(one, other)! };
  }
  return null;
}

/** Both name days, and none of them is the same. */
function daysDiffer(a: Member, b: Member): boolean {
  const [one, other] = [a, b].map(({ told }) => told.dates.filter((value) => /^\d{4}/.test(value)));
  if (one!.length === 0 || other!.length === 0) return false;
  return !one!.some((value) => other!.some((each) => each.startsWith(value) || value.startsWith(each)));
}

/** One is the other with fewer digits: 1,198 and 1,200. */
function rounded(a: OutputNumber, b: OutputNumber): boolean {
  if (a.value === null || b.value === null || a.value === 0 || b.value === 0) return false;
  const [near, exact] = zeros(a.value) > zeros(b.value) ? [a.value, b.value] : [b.value, a.value];
  const step = 10 ** zeros(near);
  return zeros(near) > 0 && Math.abs(near - exact) <= step / 2;
}

function zeros(value: number): number {
  const digits = String(Math.round(Math.abs(value)));
  let count = 0;
  while (count < digits.length && digits.at(-1 - count) === '0') count += 1;
  return count;
}

/** Around the figures both say the same: most of what one claim tells stands in the other. */
const MIN_SAME_FRAME = 0.6;
const MIN_SAME_FRAME_OF_LONGER = 0.4;

function sameFrame(a: Member, b: Member, one: OutputNumber, other: OutputNumber): boolean {
  if (isPart(a, one) !== isPart(b, other)) return false;
  const [mine, others] = [a, b].map(({ text }) => distinctStems(stemsIn(text)).filter(({ figure }) => !figure));
  const hashes = new Set(others!.map(({ hash }) => hash));
  const weigh = (stems: readonly { readonly weight: number }[]) => stems.reduce((sum, { weight }) => sum + weight, 0);
  const shared = weigh(mine!.filter(({ hash }) => hashes.has(hash)));
  const [x, y] = [weigh(mine!), weigh(others!)];
  return shared >= MIN_SAME_FRAME * Math.min(x, y) && shared >= MIN_SAME_FRAME_OF_LONGER * Math.max(x, y);
}

/** "Two of the five", "one in ten", "up to": a figure of another kind. */
function isPart({ text }: Member, { text: figure }: OutputNumber): boolean {
  const at = text.indexOf(figure);
  const [before, after] = [
    text.slice(Math.max(0, at - 12), at),
    text.slice(at + figure.length, at + figure.length + 10),
  ];
  return (
    /\b(?:up to|among|another|other|of the|further|extra|additional)\s+$/i.test(before) ||
    /^(?:-\p{L}|\s+(?:of|in|out of|more|others?)\b)/iu.test(after)
  );
}

const FOR: ReadonlySet<string> = new Set(['states', 'reports', 'confirms', 'claims', 'alleges', 'accuses', 'warns']);

/** One denies what another says. */
function denied(a: Member, b: Member): ContradictionRow | null {
  const [one, other] = [a.claim.attribution[0], b.claim.attribution[0]];
  const denies = [one, other].map((link) => link?.stance === 'denies');
  if (denies[0] === denies[1]) return null;
  const open = denies[0] ? other : one;
  if (open !== undefined && !FOR.has(open.stance)) return null;
  if (a.claim.negated !== b.claim.negated) return null;
  const who = (denies[0] ? one : other)!.span?.text ?? 'somebody';
  return row('denied', a, b, who.replace(/\s+/g, ' '));
}

/** Persons of different surnames are named for the same words; a pronoun or a role is no name. */
function speakersApart(
  { members, articles }: Cluster,
  i: number,
  j: number,
  register: Register,
): ContradictionRow | null {
  const [one, other] = [i, j].map((at) => {
    const { article, claim } = members[at]!;
    const link = claim.attribution[0];
    const entry = link?.source ? register.entryOf(articles[at]!, link.source) : null;
    const named = link?.span && /\p{Lu}/u.test(link.span.text.replace(/^\P{L}*\p{L}/u, ''));
    return entry?.kind === 'person' && named ? { entry, article, span: link.span! } : null;
  });
  if (!one || !other || one.entry.id === other.entry.id) return null;
  const names: readonly (readonly string[])[] = [one, other].map(
    ({ entry }) => entry.name.toLowerCase().match(/[\p{L}'’-]+/gu) ?? [],
  );
  const [mine, others] = names;
  const sameWord = mine!.some((word) => others!.includes(word));
  const written = [one, other].map(({ entry, span }) => span.text.includes(lastName(entry.name)));
  if (sameWord || written.includes(false)) return null;
  const [first, second] = [proof(one.article, one.span), proof(other.article, other.span)];
  return { kind: 'speakers-disagree', first, second, about: `${one.entry.name}, ${other.entry.name}` };
}

const lastName = (name: string): string => name.split(/\s+/).at(-1)!;
