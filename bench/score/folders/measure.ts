/** What the measures of folders take and give. */
import type { ToldArticle, ToldClaim } from '../../../src/corroborate/told.ts';
import type { Output } from '../../../src/output.ts';

/** The development folder as all measures take it. */
export interface Development {
  readonly outputs: readonly Output[];
  readonly told: readonly ToldArticle[];
  readonly claims: readonly ToldClaim[];
}

/** A figure of these rows: in percent it has a floor, as a count it has none. */
export type Measure = readonly [label: string, value: number, count?: 'count'];
