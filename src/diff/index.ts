/** Two runs compared: the claims that were added, lost, changed or moved, article by article. */
import type { ArticleClaims } from '../results/claims.ts';
import type { ClaimRecord } from '../write/records.ts';
import { type Changes, changesOf, type Field } from './fields.ts';
import { outOfOrder, pairClaims, placeOf } from './pairs.ts';

export type Difference =
  | { readonly kind: 'added'; readonly after: ClaimRecord }
  | { readonly kind: 'lost'; readonly before: ClaimRecord }
  /** moved: nothing but its place has changed. */
  | {
      readonly kind: 'changed' | 'moved';
      readonly before: ClaimRecord;
      readonly after: ClaimRecord;
      readonly fields: Changes;
    };

export interface ArticleDifference {
  readonly article: string;
  /** The run that alone has the article, or both. */
  readonly in: 'both' | 'first' | 'second';
  /** In the order of the text. */
  readonly differences: readonly Difference[];
}

/**
 * Articles are paired by id. Where both runs come in one order, which is the rule, one article of each is held.
 *
 * @param ignored fields in which claims may differ
 * @returns the articles that differ; none for two equal runs
 */
export async function* diffRuns(
  first: AsyncIterable<ArticleClaims>,
  second: AsyncIterable<ArticleClaims>,
  ignored: ReadonlySet<Field>,
): AsyncGenerator<ArticleDifference> {
  const sides = [first, second].map((run) => ({
    run: run[Symbol.asyncIterator](),
    waiting: new Map<string, ArticleClaims>(),
  }));
  for (let open = true; open; ) {
    open = false;
    for (const [index, { run, waiting }] of sides.entries()) {
      const { value: read, done } = await run.next();
      if (done) continue;
      open = true;
      const other = sides[1 - index]!.waiting;
      const like = other.get(read.article);
      if (!like) waiting.set(read.article, read);
      else {
        other.delete(read.article);
        const differences = diffArticle(...(index === 0 ? ([read, like] as const) : ([like, read] as const)), ignored);
        if (differences.length > 0) yield { article: read.article, in: 'both', differences };
      }
    }
  }
  for (const { article, claims } of sides[0]!.waiting.values()) {
    yield { article, in: 'first', differences: claims.map((before) => ({ kind: 'lost', before })) };
  }
  for (const { article, claims } of sides[1]!.waiting.values()) {
    yield { article, in: 'second', differences: claims.map((after) => ({ kind: 'added', after })) };
  }
}

function diffArticle(before: ArticleClaims, after: ArticleClaims, ignored: ReadonlySet<Field>): Difference[] {
  const sameText = before.sha256 !== null && before.sha256 === after.sha256;
  const { pairs, lost, added } = pairClaims(before.claims, after.claims, sameText);
  const ordered = [...pairs].sort(([, a], [, b]) => a.start - b.start || a.end - b.end);
  const moved = sameText
    ? new Set(ordered.filter(([was, is]) => placeOf(was) !== placeOf(is)))
    : outOfOrder(ordered, ([was]) => was.start);
  const differences: Difference[] = [
    ...lost.map((claim) => ({ kind: 'lost' as const, before: claim })),
    ...added.map((claim) => ({ kind: 'added' as const, after: claim })),
  ];
  for (const pair of ordered) {
    const [was, is] = pair;
    const changes = changesOf(was, is, ignored);
    const place = moved.has(pair) && !ignored.has('place') ? { place: [placeOf(was), placeOf(is)] as const } : {};
    const fields = { ...changes, ...place };
    if (Object.keys(fields).length === 0) continue;
    const kind = Object.keys(changes).length > 0 ? 'changed' : 'moved';
    differences.push({ kind, before: was, after: is, fields });
  }
  const start = (difference: Difference) => ('after' in difference ? difference.after : difference.before).start;
  return differences.sort((a, b) => start(a) - start(b));
}
