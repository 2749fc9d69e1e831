/** Names as keys. */
import { fold } from '../names/gazetteer.ts';

/** A name as a key: no article, no accents, no possessive, lower case. */
export function plainName(name: string): string {
  return fold(name.replace(/\s+/g, ' ').trim()).replace(/^the /, '').replace(/'s$/, '');
}
