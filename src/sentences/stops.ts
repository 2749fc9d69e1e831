/** Decides where a sentence ends: at which of the marks `.` `!` `?` `…`, and after which closing marks. */
import { loadLexicon } from '../lexicon.ts';
import { isSpace } from './lines.ts';
import { EXCLAIMED, NAMED_SPEAKER, OPENERS } from './openers.ts';

/** After a quotation: where it comes from, as in `(Smith 55).`, the rest of its sentence. */
const CITATION = /^\([^()]{1,40}\d[^()]{0,20}\)[.,;]/u;
/** A sentence that so far is only `At 5 a.m.` or `In the U.S.` has not ended. */
const SHORT_OPENING = /^(?:After|Around|At|Before|By|From|In|On|Since|Until)(?:\s\S+){0,3}$/;

/** Footnote marks such as `[12]`, and the smileys of web texts, belong to the sentence before them. */
const TRAILER = /(?:\s?\[(?:\d{1,3}|citation needed)\])+|\s?[:;=]'?-?[)(DPp](?=\s|$)/y;
const LIST_MARKER = /^\s*[-*•⁃]?\s*\(?(?:(?:Figure|Fig|Table|Box)\s)?(?:(?:\d{1,3}\.)*\d{1,3}|[A-Za-z]|[ivx]{1,4})$/u;
const CLOSER = /["'”’»)\]}*_]*/y;
const MARKS = /[.!?…]+(?:\s\.)*/y;
const LAST_WORD = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.'’&-]*$/u;
const NEXT_WORD = /[\p{L}\p{M}\p{N}'’.]+/uy;

/** No abbreviation and no word that matters here is longer. */
const LOOK_BACK = 24;
const LOOK_AHEAD = 80;

let abbreviations: ReadonlyMap<string, string> | undefined;

function abbreviationKind(word: string): string | undefined {
  abbreviations ??= new Map(
    loadLexicon(new URL('./abbreviations.tsv', import.meta.url)).map(([entry, kind]) => [entry!, kind!]),
  );
  return abbreviations.get(word) ?? abbreviations.get(capitalised(word));
}

/** `GEN` as `Gen`, for lines in capitals. */
const capitalised = (word: string): string =>
  word.length > 1 && word === word.toUpperCase() ? word[0] + word.slice(1).toLowerCase() : word;

/**
 * The ends of the sentences in one paragraph, the paragraph's own end left out.
 *
 * @param start where the paragraph starts, in UTF-16 code units
 * @param end where it ends
 * @param bounds where sentences end for other reasons, in order; they are among the ends returned
 */
export function findStops(text: string, start: number, end: number, bounds: readonly number[]): number[] {
  const stops: number[] = [];
  let sentence = start;
  let bound = 0;
  for (let at = start; at < end; at += 1) {
    if (!isMark(text.charCodeAt(at))) continue;
    for (; bound < bounds.length && bounds[bound]! <= at; bound += 1) {
      sentence = bounds[bound]!;
      stops.push(sentence);
    }
    MARKS.lastIndex = at;
    MARKS.exec(text);
    const marksEnd = Math.min(MARKS.lastIndex, end);
    const stop = stopAfter(text, sentence, at, marksEnd, end);
    at = Math.max(marksEnd, stop) - 1;
    if (stop < 0) continue;
    stops.push(stop);
    sentence = stop;
  }
  return [...stops, ...bounds.slice(bound)];
}

/** `.`, `!`, `?` or `…`. */
const isMark = (code: number): boolean => code === 0x2e || code === 0x21 || code === 0x3f || code === 0x2026;

/** Where the sentence ends that these marks close, or -1 where they close none. */
function stopAfter(text: string, sentence: number, mark: number, marksEnd: number, end: number): number {
  CLOSER.lastIndex = marksEnd;
  CLOSER.exec(text);
  const closersEnd = Math.min(CLOSER.lastIndex, end);
  const closed = closersEnd > marksEnd;
  if (closersEnd < end && !isSpace(text.charCodeAt(closersEnd))) {
    return isGlued(text, mark, marksEnd, closersEnd) ? closersEnd : footnoteEnd(text, mark, closersEnd, end);
  }
  const stop = trailerEnd(text, closersEnd, end);
  const next = nextNonSpace(text, stop, end);
  if (next >= end) return -1;
  return isBoundary(text, { sentence, mark, marksEnd, closed, next }) ? stop : -1;
}

interface Place {
  /** Where the sentence so far starts. */
  readonly sentence: number;
  readonly mark: number;
  readonly marksEnd: number;
  /** Whether closing quotation marks or brackets follow the marks. */
  readonly closed: boolean;
  /** Where the next word or mark starts. */
  readonly next: number;
}

function isBoundary(text: string, place: Place): boolean {
  const { mark, marksEnd, closed, next } = place;
  const single = marksEnd - mark === 1 && text[mark] === '.';
  if (single && isListMarker(text, place)) return false;
  if (!opensSentence(text, next)) return !closed && startsInformally(text, place);
  if (single) return stopIsFull(text, place);
  if (isOmission(text, mark, marksEnd)) return false;
  if (!closed && isEllipsis(text, mark, marksEnd) && isQuoted(text, place)) return false;
  if (!closed && text[mark] === '!' && EXCLAIMED.has(lastWord(text, mark)) && !startsWithOpener(text, next))
    return false;
  const ahead = text.slice(next, next + LOOK_AHEAD);
  return !(closed && (CITATION.test(ahead) || (text[mark] !== '.' && goesOnWithSpeaker(ahead))));
}

/** `“No!” she said`; what a colon follows is a sentence of its own: `“No!” She said: “We go.”` */
function goesOnWithSpeaker(ahead: string): boolean {
  const speaker = NAMED_SPEAKER.exec(ahead);
  return speaker !== null && !/^(?:\s\p{L}+){0,3}:/u.test(ahead.slice(speaker[0].length));
}

/** `…` or `...` */
function isEllipsis(text: string, mark: number, marksEnd: number): boolean {
  return text[mark] === '…' || (marksEnd - mark === 3 && text.slice(mark, marksEnd) === '...');
}

/** How far back the mark that opens a quotation is looked for, and how far ahead the one that closes it. */
const MAX_QUOTATION_LENGTH = 400;

/** Whether the place stands inside a quotation of curly marks that is closed later: the speaker paused, and goes on. */
function isQuoted(text: string, { sentence, mark, marksEnd }: Place): boolean {
  const from = Math.max(sentence, mark - MAX_QUOTATION_LENGTH);
  const before = text.slice(from, mark);
  if (before.lastIndexOf('“') <= before.lastIndexOf('”')) return false;
  const behind = text.slice(marksEnd, marksEnd + MAX_QUOTATION_LENGTH);
  const close = behind.indexOf('”');
  const line = behind.indexOf('\n');
  return close >= 0 && (line < 0 || close < line);
}

/** `. . .`: words left out inside a sentence. A fourth dot ends it. */
function isOmission(text: string, mark: number, marksEnd: number): boolean {
  return /^\s$/u.test(text[mark - 1] ?? '') && /^\.\s\.\s\.$/u.test(text.slice(mark, marksEnd));
}

/** A capital or a digit, past opening marks. */
function opensSentence(text: string, next: number): boolean {
  const head = text.slice(next, next + 6);
  if (/^\(\d/.test(head)) return false;
  return /^(?:[-–—•*]\s?)?["'“‘«`([{¿¡$£€#]*(?:[\p{Lu}\p{N}]|\p{Ll}{1,2}\p{Lu}|\p{Lo}|@\w)/u.test(head);
}

function startsInformally(text: string, { mark, marksEnd, next }: Place): boolean {
  if (!/^\(?\p{Ll}/u.test(text.slice(next, next + 3))) return false;
  const word = lastWord(text, mark);
  // "She works at Yahoo! in Leeds": a capital before the mark makes it look like a name.
  if (text[mark] === '!' || text[mark] === '?') return word !== '' && !/^\p{Lu}\p{Ll}/u.test(word);
  if (marksEnd - mark > 1) return false;
  return word.length >= 2 && /^\p{Ll}+$/u.test(word) && /[aeiouy]/.test(word) && abbreviationKind(word) === undefined;
}

/** What stands before the name of the network X: "wrote on X. Weber says". */
const PUBLISHED =
  /\b(?:wrote|written|said|posted|tweeted|shared|published|announced|post|statement|message|it)\s(?:on|to|via)\s$/iu;

/** Whether one full stop before a capital or digit ends a sentence: not after most abbreviations and initials. */
function stopIsFull(text: string, { sentence, mark, marksEnd, closed, next }: Place): boolean {
  const word = lastWord(text, mark);
  if (closed && CITATION.test(text.slice(next, next + LOOK_AHEAD))) return false;
  if (word === '' || (word === 'X' && PUBLISHED.test(text.slice(Math.max(0, mark - LOOK_BACK), mark - 1)))) return true;
  const kind = abbreviationKind(word.slice(word.lastIndexOf('-') + 1)) ?? (isInitials(word) ? 'final' : undefined);
  if (kind === undefined) return true;
  if (kind === 'number') return !/\d/.test(text[next]!);
  if (closed && /["”’]/.test(text[marksEnd]!)) return true;
  if (kind !== 'final' || !startsWithOpener(text, next)) return false;
  return mark - sentence > 30 || !SHORT_OPENING.test(text.slice(sentence, mark).trim());
}

function startsWithOpener(text: string, next: number): boolean {
  let at = next;
  while (/["'“‘«`]/.test(text[at] ?? ' ')) at += 1;
  NEXT_WORD.lastIndex = at;
  const word = NEXT_WORD.exec(text)?.[0] ?? '';
  return OPENERS.has(word.replace(/['’].*|\.$/u, '')) || (at > next && /^\p{Lu}\p{Ll}/u.test(word));
}

/** `J`, `U.S`, `p.m`, `Ph.D`: letters with stops between them. */
const isInitials = (word: string): boolean => /^(?:\p{L}|Ph|St)(?:\.-?\p{L})*$/u.test(word);

function lastWord(text: string, mark: number): string {
  return LAST_WORD.exec(text.slice(Math.max(0, mark - LOOK_BACK), mark))?.[0] ?? '';
}

/** `1. The first point`, `b. The second`, `2.1. Methods`, `Figure 3. The map`: a number, not a sentence. */
function isListMarker(text: string, { sentence, mark }: Place): boolean {
  return mark - sentence <= 16 && LIST_MARKER.test(text.slice(sentence, mark));
}

/** A stop without a space after it: `the site.The next`. */
function isGlued(text: string, mark: number, marksEnd: number, closersEnd: number): boolean {
  if (marksEnd - mark === 1 && text[mark] === '…') return false;
  const before = text.slice(Math.max(0, mark - 3), mark);
  const after = text.slice(closersEnd, closersEnd + 12);
  const ended = /\p{Ll}{2,3}$|\d{2,3}$/u.test(before);
  return ended && /^["“]?\p{Lu}\p{Ll}+(?:[\s,'’]|\.\s)/u.test(after) && !isAddress(text, mark);
}

/** Whether the stop stands in a URL, an e-mail address or a file name, all of which hold no white space. */
function isAddress(text: string, mark: number): boolean {
  const before = text.slice(Math.max(0, mark - 60), mark);
  return /(?:[/@\\]|www\.|\.)[^\s]*$/u.test(before.slice(Math.max(0, before.search(/\S*$/u))));
}

const NOTE = /\d{1,2}(?=\s{1,2}["“(]?\p{Lu})/uy;

/** A footnote mark glued to the stop: `in 1805.[6] He`, `was safe.”2 In`. */
function footnoteEnd(text: string, mark: number, from: number, end: number): number {
  NOTE.lastIndex = from;
  if (NOTE.test(text) && NOTE.lastIndex < end) {
    const word = lastWord(text, mark);
    const closed = /["”’]/.test(text[from - 1]!);
    if (closed || (/^\p{Ll}{3,}$/u.test(word) && abbreviationKind(word) === undefined)) return NOTE.lastIndex;
  }
  if (text[from] !== '[') return -1;
  const after = trailerEnd(text, from, end);
  return after > from && after < end && isSpace(text.charCodeAt(after)) ? after : -1;
}

function trailerEnd(text: string, from: number, end: number): number {
  TRAILER.lastIndex = from;
  return TRAILER.test(text) && TRAILER.lastIndex <= end ? TRAILER.lastIndex : from;
}

function nextNonSpace(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isSpace(text.charCodeAt(at))) at += 1;
  return at;
}
