/** Made by `npm run build` of `src/attributions/models/origins.ts`. */
export const WHOLE: i32 = 1;
export const WITHOUT_CLAUSE: i32 = 2;
export const TO_COMMA: i32 = 4;
export const BARE: i32 = 8;
export const POSSESSOR: i32 = 16;
export const CHUNK: i32 = 32;
export const CHUNKS: i32 = 64;
export const APPOSITION: i32 = 128;
export const CONSTRUCT: i32 = 256;
