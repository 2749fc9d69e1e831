/** How differences can be printed. */
export const PRINT_FORMATS = ['text', 'json'] as const;
export type PrintFormat = (typeof PRINT_FORMATS)[number];
