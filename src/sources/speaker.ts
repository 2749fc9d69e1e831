/** "I" and "we" in what somebody says: the one who says it. */
import { type Attribution, contains, outerFirst, type Span } from '../document.ts';

/** "US" is a country. */
const FIRST_PERSON = /^(?:I|me|[Mm]y|myself|[Ww]e|us|[Oo]ur|ourselves)$/u;

interface Piece extends Span {
  readonly source: Span | null;
}

/**
 * A function that tells the source of the innermost content around a first-person source, or null. Asked for spans in the
 * order of the text: contents are sorted once and each is opened once.
 */
export function speakerReader(attributions: readonly Attribution[]): (span: Span, text: string) => Span | null {
  const pieces: Piece[] = [];
  for (const { content, links } of attributions) {
    const source = links[0]?.source ?? null;
    for (const { start, end } of content) pieces.push({ start, end, source });
  }
  pieces.sort(outerFirst);
  const open: Piece[] = [];
  let next = 0;
  return (span, text) => {
    for (; next < pieces.length && pieces[next]!.start <= span.start; next += 1) open.push(pieces[next]!);
    while (open.length > 0 && open.at(-1)!.end <= span.start) open.pop();
    if (!FIRST_PERSON.test(text)) return null;
    return (
      open.findLast((piece) => contains(piece, span) && piece.source && !contains(span, piece.source))?.source ?? null
    );
  };
}
