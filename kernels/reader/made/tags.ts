/** Made by `npm run build` of `src/syntax/labels.ts`. */
export const CC: i32 = 23;
export const CLOSING_BRACKET: i32 = 48;
export const COLON: i32 = 44;
export const COMMA: i32 = 43;
export const IN: i32 = 21;
export const OPENING_BRACKET: i32 = 47;
export const OPENING_QUOTE: i32 = 45;
export const POS: i32 = 32;
export const PRP_POSSESSIVE: i32 = 5;
export const RB: i32 = 16;
export const RBS: i32 = 18;
export const TO: i32 = 22;
export const VBG: i32 = 28;
export const WDT: i32 = 12;
export const WP: i32 = 6;
