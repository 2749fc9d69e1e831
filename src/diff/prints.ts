/** How differences can be printed. */
export const PRINTS = ['text', 'json'] as const;
export type Print = (typeof PRINTS)[number];
