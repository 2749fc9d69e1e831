/**
 * Where something was said: "told the Ledger", "In a note to clients, …", "wrote on X", "…, he said in a call with
 * investors". Read when source, cue and content are known, and so never moves them.
 */
import { afterTime, occasionAt } from '../../grammar/adjuncts.ts';
import type { Stretch, TokenContext } from '../../grammar/context.ts';
import { basePhrase } from '../../grammar/nouns.ts';
import { outletIn } from '../../grammar/outlet.ts';
import { kindOfWords } from '../../source-kinds/index.ts';
import type { Reading } from './propose.ts';

const TELLING = new Set(['told', 'tell', 'tells', 'telling', 'informed']);
/** Nouns for outlets, and for those before whom somebody speaks in public; "reporters" are no place. */
const OUTLETS = new Set(
  (
    'agency blog broadcaster bulletin channel daily journal magazine magazines media network newsletter newspaper newspapers ' +
    'outlet paper papers podcast programme publication radio show site station tabloid television title tv website weekly ' +
    'audience briefing commission committee conference congress council court forum hearing inquest inquiry jury meeting ' +
    'panel parliament rally senate session summit tribunal'
  ).split(' '),
);
const PLATFORMS = new Set(
  (
    'x x. twitter facebook instagram linkedin bluesky telegram tiktok youtube whatsapp threads mastodon reddit weibo snapchat wechat ' +
    'website site blog page account podcast show programme program radio television tv channel station network platform newsletter ' +
    'call video livestream stream feed app'
  ).split(' '),
);
/** Beside those of `occasionAt`. */
const OCCASIONS = new Set(
  (
    'affidavit appearance argument arguments blog book brief broadcast call caption ceremony chat comment comments complaint decision ' +
    'deposition diary documentary emails episode essay eulogy exchange file forum judgement judgment lawsuit letters livestream ' +
    'manifesto memoir motion newsletter note notes notice op-ed opinion order petition podcast posts presentation programme ' +
    'programs recording reply ruling sermon series show submission text texts thread transcript tweets verdict video voicemail ' +
    'warning webinar'
  ).split(' '),
);
const MEDIA = new Set(['radio', 'tv', 'television', 'news', 'fm']);
/** Words before the source in which a place that opens the sentence may go on: "In a letter read to the court, he wrote". */
const MAX_OPENING = 20;

/** What of a reading tells where it was said. */
type Placed = Pick<Reading, 'cueFrom' | 'cueTo' | 'sourceFrom' | 'sourceTo' | 'content'>;

/** @param sentence the words of the sentence in which the cue stands */
export function mediumOf(context: TokenContext, reading: Placed, sentence: Stretch): Stretch | null {
  const told = addresseeOf(context, reading, sentence.to);
  const outlet = told && isOutlet(context, told) ? told : null;
  return (
    outlet ??
    besideCue(context, reading, told, sentence.to) ??
    opening(context, reading, sentence.from) ??
    behind(context, reading, sentence.to)
  );
}

/** An outlet or a gathering; "the judge told the broadcaster to pay" commands, and "told Americans" has none. */
function isOutlet(context: TokenContext, told: Stretch): boolean {
  const last = told.to - 1;
  if (context.lower(told.to) === 'to' || context.tag(last) === 'NNPS') return false;
  return OUTLETS.has(context.lower(last)) || outletIn(context, told) !== null;
}

/** Who is told: what stands between "told" or "confirmed to" and the content. */
function addresseeOf(context: TokenContext, { cueTo, sourceFrom, content }: Placed, end: number): Stretch | null {
  if (sourceFrom === cueTo) return null;
  const to = context.lower(cueTo) === 'to';
  if (!to && !TELLING.has(context.lower(cueTo - 1))) return null;
  const from = to ? cueTo + 1 : cueTo;
  const limit = content[0]! >= from ? Math.min(content[0]!, end) : end;
  const last = basePhrase(context, from, limit);
  return last > from && context.tag(from) !== 'PRP' ? { from, to: last } : null;
}

/** After the cue, the source behind it or who is told; or between the source and the cue. */
function besideCue(context: TokenContext, reading: Placed, told: Stretch | null, end: number): Stretch | null {
  const { cueFrom, cueTo, sourceFrom, sourceTo } = reading;
  const inverted = sourceFrom >= cueTo && sourceTo <= cueTo + 25;
  const after = Math.max(told?.to ?? 0, cueTo, inverted ? sourceTo : 0);
  const found = placeAt(context, afterTime(context, after, end), end);
  if (found && isFree(reading, found)) return found;
  if (sourceTo <= sourceFrom || sourceTo >= cueFrom) return null;
  const between = placeAt(context, sourceTo + (context.lower(sourceTo) === ',' ? 1 : 0), cueFrom);
  return between && isFree(reading, between) ? between : null;
}

/** At the start of the sentence, before source and cue. */
function opening(context: TokenContext, reading: Placed, from: number): Stretch | null {
  const { cueFrom, sourceFrom, sourceTo, content } = reading;
  const first = sourceTo > sourceFrom ? Math.min(sourceFrom, cueFrom) : cueFrom;
  if (content[0]! < first || first - from > MAX_OPENING) return null;
  const place = placeAt(context, from, first);
  if (place === null || !isFree(reading, place)) return null;
  for (let w = place.to; w < first; w += 1) if (context.lower(w) === ',') return place;
  return null;
}

/** After the content, where that stands behind the cue. */
function behind(context: TokenContext, reading: Placed, end: number): Stretch | null {
  const last = reading.content.at(-1)!;
  if (last < reading.cueTo || last >= end) return null;
  let at = last;
  while (at < end && /^[,"”’']$/u.test(context.lower(at))) at += 1;
  const place = placeAt(context, afterTime(context, at, end), end);
  return place && isFree(reading, place) ? place : null;
}

function isFree({ cueFrom, cueTo, sourceFrom, sourceTo, content }: Placed, { from, to }: Stretch): boolean {
  const meets = (start: number, end: number): boolean => start < to && from < end;
  if (meets(cueFrom, cueTo) || meets(sourceFrom, sourceTo)) return false;
  for (let i = 0; i < content.length; i += 2) if (meets(content[i]!, content[i + 1]!)) return false;
  return true;
}

/** The place that begins at a word: "in a note to clients", "on her blog", the "UN News" of "speaking to UN News". */
function placeAt(context: TokenContext, w: number, to: number): Stretch | null {
  const speaking = w < to && context.lower(w) === 'speaking';
  const at = speaking ? w + 1 : w;
  if (at + 1 >= to) return null;
  const occasion = occasionAt(context, at, to, OCCASIONS);
  if (occasion) return { from: at, to: occasion.to };
  const last = basePhrase(context, at + 1, to);
  if (last <= at + 1) return null;
  const preposition = context.lower(at);
  const inside = { from: at + 1, to: last };
  if (speaking && (preposition === 'to' || preposition === 'with')) return isOutlet(context, inside) ? inside : null;
  const phrase = { from: at, to: last };
  if (preposition === 'on' || preposition === 'via') return isPlatform(context, inside) ? phrase : null;
  const named = preposition === 'in' && /^\p{Lu}/u.test(context.words.forms[last - 1]!);
  return named && kindOfWords(textOf(context, inside)) === 'media' ? phrase : null;
}

function isPlatform(context: TokenContext, { from, to }: Stretch): boolean {
  if (PLATFORMS.has(context.lower(to - 1))) return true;
  if (context.lower(to - 1) === 'media' && context.lower(to - 2) === 'social') return true;
  if (context.lower(to - 1) === 'social' && context.lower(to - 2) === 'truth') return true;
  for (let w = from; w < to; w += 1) if (MEDIA.has(context.lower(w))) return true;
  return false;
}

function textOf({ words, article }: TokenContext, { from, to }: Stretch): string {
  return article.text.slice(words.starts[from]!, words.ends[to - 1]!);
}
