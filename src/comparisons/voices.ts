/** Whose figure it is: the source of the innermost statement around it, or the article. */
import {
  type Attribution,
  contains,
  type Layers,
  type NumberMention,
  outerFirst,
  type Span,
  spanKey,
} from '../document.ts';

/** Index into the layer `sources`; null is the article itself; undefined a source that nobody names. */
export type Voice = number | null | undefined;

interface Piece extends Span {
  readonly attribution: Attribution;
}

/** A function that tells whose figure a number is. Statements are sorted once; each number looks only at those near it. */
export function voices({
  attributions,
  sources,
}: Pick<Layers, 'attributions' | 'sources'>): (number: NumberMention) => Voice {
  const bySpan = new Map<number, number>();
  for (const [source, { mentions }] of sources.entries())
    for (const mention of mentions) bySpan.set(spanKey(mention), source);
  const pieces: Piece[] = [];
  for (const attribution of attributions)
    for (const { start, end } of attribution.content) pieces.push({ start, end, attribution });
  pieces.sort(outerFirst);
  const open: Piece[] = [];
  let next = 0;
  return (number) => {
    for (; next < pieces.length && pieces[next]!.start <= number.start; next += 1) open.push(pieces[next]!);
    while (open.length > 0 && open.at(-1)!.end <= number.start) open.pop();
    for (let at = open.length - 1; at >= 0; at -= 1) {
      if (contains(open[at]!, number)) return voiceOf(open[at]!.attribution, bySpan);
    }
    return null;
  };
}

function voiceOf({ links }: Attribution, bySpan: ReadonlyMap<number, number>): Voice {
  const source = links[0]?.source;
  return source ? bySpan.get(spanKey(source)) : undefined;
}
