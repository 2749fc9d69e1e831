/** Reports what a run did not write again, for people and for programs. */
import type { Leftovers, Stayed } from '../batch/leftovers.ts';
import { adviceFor } from '../read/format.ts';
import { visible } from '../write/one-line.ts';

/** How many names the summary gives; `--summary` and `accordingto verify` have all. */
const NAMED = 5;

/** @returns lines for the summary of a run, none where nothing stays */
export function leftoverRows(leftovers: Leftovers | null): string {
  if (leftovers === null) return '';
  const { left, stale, lacking, replaced, first, edited } = leftovers;
  const rows: (readonly [string, string])[] = [];
  const named = (label: string, { files, joined }: Stayed, why: string) => {
    const names = [...files, ...[...joined].map(([name, count]) => `${articles(count)} in ${name}`)];
    if (names.length > 0) rows.push([label, `${some(names)}: ${why}; --prune takes this away`]);
  };
  named('left', left, 'of articles that this run did not read');
  named('stale', stale, 'of an earlier text, or made with other options');
  for (const [name, count] of lacking) rows.push(['lacking', `${name} is without ${articles(count)} of this run`]);
  if (first !== null) {
    const others = replaced === 1 ? 'an article of another input' : `${replaced} articles of other inputs`;
    rows.push(['replaced', `${others} with the same id: ${first.id} was that of ${first.input}`]);
  }
  if (edited.length > 0) rows.push(['kept', `${some(edited)}: edited since the run, so --prune kept them`]);
  return rows.map(([label, text]) => `  ${label.padEnd(10)} ${text}\n`).join('');
}

/** Lines for the summary that say which files were not read, by their endings, and what would help. */
export function unreadRows(unread: ReadonlyMap<string, number>): string {
  return unread.size === 0 ? '' : `  ${'not read'.padEnd(10)} ${unreadList(unread)}\n`;
}

/** The most frequent first; advice where there is some. */
export function unreadList(unread: ReadonlyMap<string, number>): string {
  const kinds = [...unread].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const known = kinds.filter(([kind]) => adviceFor(kind) !== null);
  const named = [...known, ...kinds.filter((kind) => !known.includes(kind))].map(([kind, count]) => {
    const advice = adviceFor(kind);
    return `${count} ${kind}${advice === null ? '' : ` (${advice})`}`;
  });
  return some(named);
}

/** The same for `--summary`, with all names. */
export function leftoversJson(leftovers: Leftovers | null): object {
  if (leftovers === null) return {};
  const stayed = ({ files, joined }: Stayed) => ({ files, joined: Object.fromEntries(joined) });
  const { left, stale, lacking, replaced } = leftovers;
  return { left: stayed(left), stale: stayed(stale), lacking: Object.fromEntries(lacking), replaced };
}

const articles = (count: number): string => `${count} ${count === 1 ? 'article' : 'articles'}`;

function some(names: readonly string[]): string {
  const rest = names.length - NAMED;
  return names.slice(0, NAMED).map(visible).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}
