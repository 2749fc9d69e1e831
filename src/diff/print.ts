/** Differences as text for people, and as JSON. */
import { oneLine } from '../write/one-line.ts';
import type { ClaimRecord } from '../write/records.ts';
import type { ArticleDifference, Difference } from './index.ts';
import type { PrintFormat } from './print-formats.ts';

const MARKS = { added: '+', lost: '-', changed: '~', moved: '>' } as const;

/** @returns the text in pieces, an article at a time; nothing at all, or an empty list, for equal runs */
export async function* printDifferences(
  all: AsyncIterable<ArticleDifference>,
  as: PrintFormat,
): AsyncGenerator<string> {
  if (as === 'json') {
    let between = '[\n';
    for await (const article of all) {
      yield `${between}${JSON.stringify(article)}`;
      between = ',\n';
    }
    yield between === '[\n' ? '[]\n' : '\n]\n';
    return;
  }
  const counts = { added: 0, lost: 0, changed: 0, moved: 0 };
  let articles = 0;
  for await (const { article, in: runs, differences } of all) {
    articles += 1;
    for (const { kind } of differences) counts[kind] += 1;
    const only = runs === 'both' ? '' : ` (only in the ${runs})`;
    yield [`${oneLine(article)}${only}`, ...differences.flatMap(linesOf), ''].map((line) => `${line}\n`).join('');
  }
  const total = Object.entries(counts).map(([kind, count]) => `${count} ${kind}`);
  if (articles > 0) yield `${total.join(', ')} in ${articles} ${articles === 1 ? 'article' : 'articles'}\n`;
}

function linesOf(difference: Difference): string[] {
  const { kind } = difference;
  const shown = 'after' in difference ? difference.after : difference.before;
  const head = `  ${MARKS[kind]} ${shown.claim} ${who(shown)}: ${oneLine(shown.text)}`;
  if (!('fields' in difference)) return [head];
  const fields = Object.entries(difference.fields).map(
    ([name, [was, is]]) => `      ${name}: ${oneLine(JSON.stringify(was))} -> ${oneLine(JSON.stringify(is))}`,
  );
  return [head, ...fields];
}

function who({ attribution }: ClaimRecord): string {
  const chain = attribution.map(({ source, span, stance }) => `${source ?? span?.text ?? 'nobody named'} ${stance}`);
  return chain.length === 0 ? 'own voice' : oneLine(chain.join(' < '));
}
