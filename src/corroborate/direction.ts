/** Of two articles with text in common, which had it first. */
import type { Reuse } from './copies.ts';
import type { ToldArticle } from './told.ts';

/** How the direction is known, the best proof first. */
export type Proof = 'first-reported' | 'agency' | 'credit' | 'time';

export interface Direction {
  /** Indexes of the articles. */
  readonly from: number;
  readonly to: number;
  readonly proof: Proof;
}

/** @returns null where nothing tells */
export function directionOf({ from, to }: Reuse, articles: readonly ToldArticle[]): Direction | null {
  const [a, b] = [articles[from]!, articles[to]!];
  const proofs: readonly (readonly [Proof, boolean, boolean])[] = [
    ['first-reported', isOf(a, b.firstReportedBy), isOf(b, a.firstReportedBy)],
    ['credit', credits(b, a), credits(a, b)],
    ['agency', isAgency(a) && !isLater(a, b), isAgency(b) && !isLater(b, a)],
    ['time', (a.day ?? 0) < (b.day ?? 0) && a.day !== null, (b.day ?? 0) < (a.day ?? 0) && b.day !== null],
  ];
  for (const [proof, forward, back] of proofs) {
    if (forward !== back) return forward ? { from, to, proof } : { from: to, to: from, proof };
  }
  return null;
}

/** Published by an agency itself: others that carry its text have a site of their own. */
function isAgency({ agency, outlet }: ToldArticle): boolean {
  return outlet?.kind === 'news-agency' || (outlet === null && agency !== null);
}

const isLater = (a: ToldArticle, b: ToldArticle): boolean => a.day !== null && b.day !== null && a.day > b.day;

/** True where the text of `copier` names whoever published `original`, or both have their text from one agency. */
export function credits(copier: ToldArticle, original: ToldArticle): boolean {
  const names = [original.outlet?.name, original.agency?.name].filter((name) => name !== undefined);
  return names.some((name) => copier.outlets.includes(name) || copier.agency?.name === name);
}

const isOf = ({ outlet, agency }: ToldArticle, name: string | null): boolean =>
  name !== null && (outlet?.name === name || agency?.name === name);
