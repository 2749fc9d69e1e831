/** A cluster while it is worked on: claims with their articles, and which of these share the text of the claim. */
import type { OutputClaim } from '../output.ts';
import type { CopyLevel, Reuse } from './copies.ts';
import { type Direction, directionOf } from './direction.ts';
import type { Evidence } from './rows.ts';
import type { ToldArticle, ToldClaim } from './told.ts';

/** Text that two articles of a cluster share where they make the claim. */
export interface SharedText {
  /** Indexes of articles, as in `Reuse`. */
  readonly from: number;
  readonly to: number;
  readonly level: CopyLevel;
  readonly direction: Direction | null;
  /** As in `Reuse`. */
  readonly contained: number;
}

export interface Cluster {
  /** Indexes of claims in the folder, in rising order. */
  readonly claims: readonly number[];
  readonly told: readonly ToldClaim[];
  /** The index of the article of each. */
  readonly articles: readonly number[];
  readonly shared: readonly SharedText[];
}

/** @param reuseOf what an article shares with others, by its index */
export function makeCluster(
  members: readonly number[],
  claims: readonly ToldClaim[],
  articles: readonly ToldArticle[],
  indexes: ReadonlyMap<ToldArticle, number>,
  reuseOf: ReadonlyMap<number, readonly Reuse[]>,
): Cluster {
  const told = members.map((member) => claims[member]!);
  const places = told.map(({ article }) => indexes.get(article)!);
  const shared: SharedText[] = [];
  const here = new Set(places);
  for (const at of here) {
    for (const reuse of reuseOf.get(at) ?? []) {
      if (reuse.from !== at || !here.has(reuse.to)) continue;
      const { from, to, level } = reuse;
      const both = [from, to].every((article, side) =>
        told.some((claim, index) => places[index] === article && standsIn(claim, reuse.places[side]!)),
      );
      if (both || level === 'copy') {
        shared.push({ from, to, level, direction: directionOf(reuse, articles), contained: reuse.contained });
      }
    }
  }
  return { claims: members, told, articles: places, shared };
}

/** Whether the sentence in which a claim begins is one of these. */
function standsIn({ article: { body }, claim }: ToldClaim, starts: ReadonlySet<number>): boolean {
  const sentence = body.sentences[body.sentenceAt(claim.content[0]!.start)];
  return sentence !== undefined && starts.has(sentence.start);
}

/** Words of an article, as evidence. */
export function proof(
  article: ToldArticle,
  span: { readonly start: number; readonly end: number; readonly text: string },
): Evidence {
  return { article: article.id, start: span.start, end: span.end, text: span.text };
}

/** The words of a claim's first piece, as evidence. */
export function proofOfClaim({
  article,
  claim,
}: {
  readonly article: ToldArticle;
  readonly claim: OutputClaim;
}): Evidence {
  return proof(article, claim.content[0]!);
}
