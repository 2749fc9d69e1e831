/** A cluster while it is worked on: claims with their articles, and which of these share the text of the claim. */
import type { CopyLevel, Reuse } from './copies.ts';
import { type Direction, directionOf } from './direction.ts';
import type { Evidence } from './rows.ts';
import { type Detail, readDetail, type ToldArticle, type ToldClaim, textOf } from './told.ts';

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

/** A claim of a cluster, with its words. */
export interface Member extends Detail {
  readonly article: ToldArticle;
  readonly text: string;
  readonly told: ToldClaim;
}

export interface Cluster {
  /** Indexes of claims in the folder, in rising order. */
  readonly claims: readonly number[];
  readonly members: readonly Member[];
  /** The index of the article of each. */
  readonly articles: readonly number[];
  readonly shared: readonly SharedText[];
}

/** @param reuseOf what an article shares with others, by its index */
export function makeCluster(
  indexes: readonly number[],
  claims: readonly ToldClaim[],
  articles: readonly ToldArticle[],
  places: ReadonlyMap<ToldArticle, number>,
  reuseOf: ReadonlyMap<number, readonly Reuse[]>,
): Cluster {
  const members = indexes.map((index): Member => {
    const told = claims[index]!;
    const detail = readDetail(told);
    return { ...detail, told, article: told.article, text: textOf(detail.claim) };
  });
  const at = members.map(({ article }) => places.get(article)!);
  const shared: SharedText[] = [];
  const here = new Map<number, Member[]>();
  for (const [index, place] of at.entries()) {
    const list = here.get(place);
    if (list) list.push(members[index]!);
    else here.set(place, [members[index]!]);
  }
  for (const place of here.keys()) {
    for (const reuse of reuseOf.get(place) ?? []) {
      if (!here.has(reuse.to)) continue;
      const { from, to, level } = reuse;
      const both = [from, to].every((article, side) =>
        here.get(article)!.some(({ told }) => standsIn(told, reuse.places[side]!)),
      );
      if (both || level === 'copy') {
        shared.push({ from, to, level, direction: directionOf(reuse, articles), contained: reuse.contained });
      }
    }
  }
  return { claims: indexes, members, articles: at, shared };
}

/** Whether the sentence in which a claim begins is one of these. */
function standsIn({ article: { columns }, sentence }: ToldClaim, starts: ReadonlySet<number>): boolean {
  const start = columns.sentences[sentence];
  return start !== undefined && starts.has(start);
}

/** Words of an article, as evidence. */
export function proof(
  article: ToldArticle,
  span: { readonly start: number; readonly end: number; readonly text: string },
): Evidence {
  return { article: article.id, start: span.start, end: span.end, text: span.text };
}

/** The words of a claim's first piece, as evidence. */
export function proofOfClaim({ article, claim }: Member): Evidence {
  return proof(article, claim.content[0]!);
}
