/** Made by `npm run build` of `src/grammar/`: one bit a tag or relation. */
export const CONTENT_RELATION: u64 = 0x42021a6043fe;
export const FINITE: u64 = 0xca000000;
export const IN_CHUNK: u64 = 0x202332000feff;
export const IN_NOUN_PHRASE: u64 = 0x12000e62f;
export const NOMINAL: u64 = 0x20000175f;
export const SUBJECT: u64 = 0xe;
export const VERB: u64 = 0xfc000000;
