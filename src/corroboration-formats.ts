/** Where corroboration is written, and in which formats; nothing is loaded for it. */

/** The folder below the output of a run. */
export const CORROBORATION = 'corroboration';

/** The files of `ndjson`, which `query` and `verify` read. */
export const [CLUSTERS, REGISTER, COPIES] = ['clusters.ndjson', 'register.ndjson', 'copies.ndjson'] as const;

/** What is kept of the articles, so that the next run does not look at them again. */
export const KEPT = 'articles.kept';

export const CORROBORATION_FORMATS = {
  ndjson: 'one cluster, one entry of the register, one pair of copies a line; query and verify read it',
  csv: 'tables for spreadsheets: clusters, members, origins, contradictions, register, copies',
  parquet: 'the rows of ndjson, typed: DuckDB, pandas, Spark',
  gexf: 'the graph of who has it from whom, for Gephi',
} as const;
export type CorroborationFormat = keyof typeof CORROBORATION_FORMATS;
