import { readFileSync } from 'node:fs';

/** Our own version, from the package that this file is shipped in. */
export const VERSION: string = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;
