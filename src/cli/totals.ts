/** The totals of a run, as a table for people and as JSON for programs. */

import type { Entry } from '../batch/entry.ts';
import type { Leftovers } from '../batch/leftovers.ts';
import type { Counts } from '../batch/result.ts';
import type { Refusal } from '../corrections/apply.ts';
import { leftoversJson } from './leftovers.ts';

/** How a run went, besides its articles. */
interface How {
  readonly interrupted: boolean;
  /** Files that were left alone because of their kind, by their endings. */
  readonly unread: ReadonlyMap<string, number>;
  readonly leftovers: Leftovers | null;
  /** Corrections that were not applied; null where there is no file of them. */
  readonly refused?: readonly Refusal[] | null;
}

export class Totals {
  articles = 0;
  /** Of the articles, those that an earlier run did. */
  unchanged = 0;
  warned = 0;
  skipped = 0;
  failed = 0;
  readonly counts: { -readonly [Name in keyof Counts]: number } = {
    sentences: 0,
    people: 0,
    sources: 0,
    dates: 0,
    numbers: 0,
    claims: 0,
    attributed: 0,
    problems: 0,
  };

  add(counts: Counts): void {
    this.articles += 1;
    if (counts.problems > 0) this.warned += 1;
    for (const name of Object.keys(counts) as (keyof Counts)[]) this.counts[name] += counts[name];
  }

  /** Counts a document by what the ledger says of it. */
  addEntry({ status, counts }: Entry): void {
    if (counts !== null) this.add(counts);
    else if (status === 'skipped') this.skipped += 1;
    else this.failed += 1;
  }

  /** @param seconds that the run took */
  toJson(seconds: number, { interrupted, unread, leftovers, refused = null }: How): string {
    const { articles, unchanged, warned, skipped, failed, counts } = this;
    const rounded = Math.round(seconds * 1000) / 1000;
    const unreadFiles = Object.fromEntries(unread);
    const run = { articles, unchanged, warned, skipped, failed, unreadFiles, counts, seconds: rounded, interrupted };
    const corrections = refused === null ? {} : { correctionsNotApplied: refused };
    return `${JSON.stringify({ ...run, ...leftoversJson(leftovers), ...corrections }, null, 2)}\n`;
  }

  table(seconds: number): string {
    const { claims, attributed, sources, problems } = this.counts;
    const share = claims === 0 ? '' : `  ${Math.round((100 * attributed) / claims)} % of the claims`;
    const besides = Object.entries({ unchanged: this.unchanged, skipped: this.skipped, failed: this.failed })
      .filter(([, count]) => count > 0)
      .map(([name, count]) => `  ${count} ${name}`);
    const rows: readonly (readonly [string, number | string, string?])[] = [
      ['articles', this.articles, besides.join('')],
      ['claims', claims],
      ['attributed', attributed, share],
      ['sources', sources],
      ['problems', problems],
      ['seconds', seconds.toFixed(1)],
    ];
    return rows
      .map(([label, value, note = '']) => `  ${label.padEnd(10)} ${String(value).padStart(8)}${note}\n`)
      .join('');
  }
}
