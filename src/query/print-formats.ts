/** How the rows of an answer can be printed. */
export const PRINT_FORMATS = ['table', 'csv', 'json', 'ndjson'] as const;
export type PrintFormat = (typeof PRINT_FORMATS)[number];
