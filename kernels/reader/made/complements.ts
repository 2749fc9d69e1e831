/** Made by `npm run build` of `src/grammar/dependents.ts`. */
export const THAT: i32 = 1;
export const CLAUSE: i32 = 2;
export const INFINITIVE: i32 = 4;
export const OBJECT: i32 = 8;
export const PARTICIPLE: i32 = 16;
export const OBLIQUE: i32 = 32;
export const PARATAXIS: i32 = 64;
export const QUOTE_AFTER: i32 = 128;
export const QUOTE_BEFORE: i32 = 256;
export const COLON: i32 = 512;
export const ADNOMINAL: i32 = 1024;
export const INSERTED: i32 = 2048;
