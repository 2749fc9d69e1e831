/** The words of what a number counts: "43 Bradley combat vehicles" counts "Bradley combat vehicles". */
import type { Layers, Span } from '../document.ts';
import type { Quantity } from './figure.ts';

const OF =
  /[ \u00a0]of(?:[ \u00a0](?:the|a|an|all|these|those|its|his|her|their|our|my|your|this|that))?(?=[ \u00a0])/iy;
const WORD = /[ \u00a0-](?<word>[\p{L}\p{N}][\p{L}\p{N}’'&./-]*)/uy;
const STOPS = new Set(
  (
    'the a an this that these those of in on at to from by with for and or but nor as than if when while where who whom which whose what ' +
    'is are was were be been being am has have had having do does did will would can could may might must shall should ' +
    'not no he she it they we i you him her them us me his its their our my your there here ago later earlier before after since until ' +
    'during about against between into through over under above below per each every up down out off away around across among along ' +
    'worldwide so far also just only then now still already yesterday today tomorrow monday tuesday wednesday thursday friday saturday sunday ' +
    'said says say including because though although both either neither each apart annually according via within without'
  ).split(' '),
);
const PLURALS =
  /^(?:people|children|men|women|police|staff|troops|personnel|cattle|sheep|fish|aircraft|feet|teeth|mice|percent|media|data|personnel|dead|wounded|injured)$/i;
const PLURAL = /[^s\W\d][s]$|[^s]ses$|(?:men|women|people)$/i;
/** No noun phrase is followed further than this many words. */
const LONGEST = 7;

/** What the quantity counts, as a span of the text; null where nothing is. */
export function countedBy(
  text: string,
  quantity: Quantity,
  sentence: Span,
  _layers: Pick<Layers, 'words' | 'syntax'>,
): Span | null {
  if (quantity.kind === 'money' || quantity.kind === 'score' || quantity.kind === 'age' || quantity.kind === 'multiple')
    return null;
  OF.lastIndex = quantity.end;
  const of = OF.test(text) ? OF.lastIndex : -1;
  if (of < 0 && (quantity.unit !== null || quantity.kind === 'fraction')) return null;
  if (of >= 0 && quantity.unit !== null && !PARTITIVE.test(quantity.kind)) return null;
  return nounPhrase(text, of < 0 ? quantity.end : of, sentence.end);
}

const PARTITIVE = /^(?:percent|measure|fraction|cardinal)$/;

/** The noun phrase by the shape of its words: up to the first plural, or one word where there is none. */
function nounPhrase(text: string, at: number, end: number): Span | null {
  let start = -1;
  let first = -1;
  WORD.lastIndex = at;
  for (let count = 0; count < LONGEST; count += 1) {
    const from = WORD.lastIndex;
    const word = WORD.exec(text)?.groups?.word;
    if (word === undefined || WORD.lastIndex > end) break;
    const joined =
      /^and$/i.test(word) &&
      start >= 0 &&
      /^[ ][\p{L}-]+(?: [\p{L}-]+){0,2}s\b/u.test(text.slice(WORD.lastIndex, WORD.lastIndex + 40));
    if (STOPS.has(word.toLowerCase()) && !joined) break;
    if (start < 0) start = from + 1;
    const stop = WORD.lastIndex - (/[.’'-]+$/.exec(word)?.[0].length ?? 0);
    if (first < 0) first = stop;
    if (PLURALS.test(word) || PLURAL.test(word)) return { start, end: stop };
  }
  return start < 0 ? null : { start, end: first };
}
