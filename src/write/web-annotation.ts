/**
 * W3C Web Annotation (www.w3.org/TR/annotation-model): a page of annotations as JSON-LD. Each has its place twice, as
 * position and as quote with what stands around it, so that it can be found again in a text that changed. Positions
 * count code points, as the Recommendation demands in 4.2.4 and 4.2.5.
 */
import type { Article } from '../document.ts';
import type { Output, OutputClaim, OutputSpan } from '../output.ts';
import { codePoints } from './code-points.ts';

/** Code units of context before and after a quote. */
const CONTEXT_LENGTH = 32;

/** @returns JSON-LD, one W3C Web Annotation a mention and claim, with selectors by position and by quote */
export function writeWebAnnotation({
  output,
  article,
}: {
  readonly output: Output;
  readonly article: Pick<Article, 'text'>;
}): string {
  const { people, sources, dates, numbers, claims } = output;
  const name = nameOf(output);
  const target = targets(article.text, output.article.url ?? name);
  const names = new Map(sources.map(({ id, name }) => [id, name]));
  const annotation = (id: string, motivation: string, says: readonly object[], spans: readonly OutputSpan[]) => ({
    id: `${name}#${id}`,
    type: 'Annotation',
    motivation,
    body: says,
    target: spans.length === 1 ? target(spans[0]!) : spans.map(target),
  });
  const mentioned = ({ id, name, mentions }: { id: string; name: string; mentions: readonly OutputSpan[] }) =>
    mentions.map((mention, index) => annotation(`${id}-${index + 1}`, 'identifying', [body(name)], [mention]));
  const items = [
    ...claims.map((claim) => annotation(claim.id, 'describing', aboutClaim(claim, names), claim.content)),
    ...sources.flatMap(mentioned),
    ...people.flatMap(mentioned),
    ...dates.map((date) => annotation(date.id, 'describing', [body(date.value)], [date])),
    ...numbers.map((number) => annotation(number.id, 'describing', [body(figure(number))], [number])),
  ];
  return `${JSON.stringify({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `${name}#annotations`,
    type: 'AnnotationPage',
    items,
  })}\n`;
}

/** The name of the text by its hash (RFC 6920): it holds wherever the text is stored. */
function nameOf({ article: { sha256 } }: Output): string {
  return `ni:///sha-256;${Buffer.from(sha256, 'hex').toString('base64url')}`;
}

function targets(text: string, source: string): (span: OutputSpan) => object {
  const offset = codePoints(text);
  return ({ start, end, text: exact }) => ({
    source,
    selector: [
      { type: 'TextPositionSelector', start: offset(start), end: offset(end) },
      {
        type: 'TextQuoteSelector',
        exact,
        prefix: text.slice(whole(text, Math.max(0, start - CONTEXT_LENGTH)), start),
        suffix: text.slice(end, whole(text, Math.min(text.length, end + CONTEXT_LENGTH))),
      },
    ],
  });
}

/** The offset, or the one before it where it would split a surrogate pair. */
function whole(text: string, offset: number): number {
  return offset > 0 && /^[\uDC00-\uDFFF]$/.test(text[offset] ?? '') ? offset - 1 : offset;
}

const body = (value: string) => ({ type: 'TextualBody', purpose: 'describing', format: 'text/plain', value });
const tag = (value: string) => ({ type: 'TextualBody', purpose: 'tagging', value });

/** Who says it, who passes it on; as tags its stance and how it is quoted. */
function aboutClaim(
  { attribution, quotation, negated, hedged }: OutputClaim,
  names: ReadonlyMap<string, string>,
): object[] {
  const chain = attribution.map(
    ({ source, span, stance }) => `${(source && names.get(source)) ?? span?.text ?? 'nobody named'} ${stance}`,
  );
  const tags = [attribution[0]?.stance, quotation === 'none' ? 'own voice' : `${quotation} quotation`];
  return [
    ...(chain.length > 0 ? [body(chain.join(', through '))] : []),
    ...[...tags, negated && 'negated', hedged && 'hedged'].filter((name) => typeof name === 'string').map(tag),
  ];
}

function figure({ kind, modifier, value, min, max, unit, counted }: Output['numbers'][number]): string {
  return [kind, modifier, value ?? `${min ?? ''}..${max ?? ''}`, unit, counted]
    .filter((part) => part !== null)
    .join(' ');
}
