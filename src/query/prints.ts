/** How the rows of an answer can be printed. */
export const PRINTS = ['table', 'csv', 'json', 'ndjson'] as const;
export type Print = (typeof PRINTS)[number];
