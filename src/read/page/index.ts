/** The text of a page's article: its blocks, judged one by one, with an empty line between them. */
import type { Article, Span } from '../../document.ts';
import type { Oddity } from '../decode.ts';
import type { Metadata } from '../metadata.ts';
import { type Block, pageBlocks } from './blocks.ts';
import { type Candidate, chooseCandidate, isOverlay, listCandidates } from './candidates.ts';
import { fingerprint, isRunning, shingles, type Witness } from './features.ts';
import { judgeBlocks } from './judge.ts';
import type { View } from './view.ts';

export interface PageText {
  readonly text: string;
  readonly marked: NonNullable<Article['marked']>;
  readonly oddities: readonly Oddity[];
}

/** Where the judged blocks hold a smaller share of the running text of the candidate, the candidate is used instead. */
const MIN_KEPT = 0.5;

/**
 * @param html a page, or a part of one
 * @param view what a reader view made of it, or why it made nothing
 * @param captions true to leave captions in the text
 * @returns an empty text where the page has none
 */
export function pageText(html: string, view: View | string, metadata: Metadata, captions: boolean): PageText {
  const blocks = pageBlocks(html);
  const viewed = typeof view === 'string' ? null : pageBlocks(view.content);
  const body = metadata.body === null ? null : new Set(shingles(metadata.body));
  const candidates = listCandidates(blocks, viewed, body);
  const chosen = chooseCandidate(candidates, blocks, metadata);
  if (chosen === null) return asText(bodyOf(metadata), captions, bodyAlone(metadata));
  const kept = keptBlocks(blocks, chosen, witnessOf(chosen, metadata, body));
  return asText(kept, captions, oddityOf(chosen, view));
}

function keptBlocks(blocks: readonly Block[], { fingerprints }: Candidate, witness: Witness): readonly Block[] {
  const parts = judgeBlocks(blocks, witness);
  const isCandidate = ({ text }: Block) => fingerprints.has(fingerprint(text));
  // The rows of a table stay together, and a quotation with what stands under it.
  const tables = new Set(blocks.filter(({ tag }, at) => tag === 'tr' && parts[at]).map(({ parent }) => parent));
  const quotations = new Set(blocks.filter((_, at) => parts[at]).map(({ quotation }) => quotation));
  quotations.delete(0);
  const kept = blocks.filter(
    (block, at) =>
      !isOverlay(block) &&
      (parts[at] ||
        (block.tag === 'tr' && tables.has(block.parent)) ||
        quotations.has(block.quotation) ||
        (isCaption(block) && isCandidate(block))),
  );
  const candidate = blocks.filter(isCandidate);
  return kept.every(isCaption) || runningLength(kept) < MIN_KEPT * runningLength(candidate) ? candidate : kept;
}

/** What the page says about its article, for the judge. */
export function witnessOf(
  { fingerprints }: Pick<Candidate, 'fingerprints'>,
  metadata: Metadata,
  body: Witness['body'],
): Witness {
  const titles = [metadata.title, metadata.windowTitle].filter((title) => title !== null);
  return {
    view: fingerprints,
    titles: new Set(titles.map(fingerprint)),
    descriptions: new Set(metadata.descriptions.map(fingerprint)),
    body,
  };
}

const runningLength = (blocks: readonly Block[]): number =>
  blocks.filter(isRunning).reduce((sum, { text }) => sum + text.length, 0);

const isCaption = ({ inside, marks, tag }: Block): boolean =>
  tag === 'figcaption' || tag === 'caption' || inside.has('figcaption') || marks.has('caption');

/** The body in JSON-LD as blocks, for pages that show it only to programs. */
function bodyOf({ body }: Metadata): Block[] {
  return body === null ? [] : pageBlocks(body.includes('</') ? body : body.split(/\n+/).map(escaped).join('<p>'));
}

const escaped = (line: string): string => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function bodyAlone({ body }: Metadata): readonly Oddity[] {
  if (body === null) return [];
  return [{ code: 'body-in-data', message: 'The page shows no text; the body in its JSON-LD was read.' }];
}

function oddityOf({ name }: Candidate, view: View | string): readonly Oddity[] {
  if (typeof view === 'string') return [{ code: 'whole-page', message: `The page ${view}; all of its text was read.` }];
  if (name === 'reader view') return [];
  const message = `The largest stretch of the page does not look like its title; the ${name} was read instead.`;
  return [{ code: 'other-stretch', message }];
}

function asText(blocks: readonly Block[], captions: boolean, oddities: PageText['oddities']): PageText {
  const pieces: string[] = [];
  const marked: (Span & { readonly kind: 'heading' | 'caption' })[] = [];
  let start = 0;
  for (const block of blocks) {
    const kind = isCaption(block) ? 'caption' : /^h[1-6]$/.test(block.tag) ? 'heading' : null;
    if (kind === 'caption' && !captions) continue;
    const end = start + block.text.length;
    if (kind !== null) marked.push({ start, end, kind });
    pieces.push(block.text);
    start = end + 2;
  }
  return { text: pieces.join('\n\n'), marked, oddities };
}
