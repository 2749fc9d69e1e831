/** A word without its inflection, as a hash: rougher than a lemma, but without a dictionary and without garbage. */
import { hashText } from './hash.ts';

/** Irregular forms and what they are forms of. */
const IRREGULAR = [
  'said:say told:tell thought:think wrote:write written:write spoke:speak spoken:speak knew:know known:know',
  'saw:see seen:see felt:feel found:find heard:hear held:hold made:make gave:give given:give shown:show',
  'sought:seek swore:swear sworn:swear meant:mean read:read quoth:quote understood:understand',
  'understand:understand foresaw:foresee took:take taken:take drew:draw drawn:draw let:let put:put set:set',
  'sang:sing wept:weep laughed:laugh bid:bid forbade:forbid forbidden:forbid chose:choose chosen:choose',
  'overruled:overrule withdrew:withdraw withdrawn:withdraw women:woman men:man people:person',
].join(' ');

const HASHES = new Map(
  IRREGULAR.split(' ').map((pair) => {
    const [form, stem] = pair.split(':') as [string, string];
    return [hashText(form), hashText(stem, stemEnd(stem))];
  }),
);

/**
 * @param lower the word in lower case
 * @param form its hash, as `hashText(lower)`
 * @returns the hash of what is left without -s, -ed, -ing, a doubled last consonant and a last e
 */
export function stemHash(lower: string, form: number): number {
  return HASHES.get(form) ?? hashText(lower, stemEnd(lower));
}

function stemEnd(word: string): number {
  let end = word.length;
  if (end <= 3) return end;
  if (word.endsWith('ing') && end > 5) end = undouble(word, end - 3);
  else if (word.endsWith('ied') || word.endsWith('ies')) return end - 3;
  else if (word.endsWith('ed') && end > 4) end = undouble(word, end - 2);
  else if (word.endsWith('s') && !word.endsWith('ss') && !word.endsWith('us') && !word.endsWith('is')) end -= 1;
  if (end > 3 && (word.charCodeAt(end - 1) === 101 || word.charCodeAt(end - 1) === 121)) end -= 1;
  return end;
}

function undouble(word: string, end: number): number {
  const last = word.charCodeAt(end - 1);
  const doubled = end > 3 && last === word.charCodeAt(end - 2) && last !== 108 && last !== 115;
  return doubled ? end - 1 : end;
}
