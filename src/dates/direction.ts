/** Whether the verb that governs a date puts it before or after the moment of speaking. */
import type { Syntax, Words } from '../document.ts';
import { TAG } from '../syntax/labels.ts';
import type { Direction } from './reading.ts';

/** Prepositions and adjectives whose date lies ahead, whatever the tense around it. */
const DEADLINE = new Set('until till by effective payable due'.split(' '));
/** Auxiliaries of the future, those of reported speech included ("he said he would leave on Friday"). */
const FUTURE = new Set("will 'll ’ll wo shall would may might can should ca".split(' '));
/** Words whose participle or infinitive points ahead: "scheduled for", "plans to", "ready to". */
const PLANNING = new Set(
  (
    'plan plans planned planning expect expects expected expecting schedule schedules scheduled scheduling set due going intend intends intended hope ' +
    'hopes hoped aim aims want wants wanted ask asked asks urge urged order ordered orders agree agreed agrees decide decided promise promised ' +
    'vow vowed pledge pledged prepare prepares prepared preparing ready likely slated begins starts opens expires ends deadline allow allowed ' +
    'supposed able invited forced required hoping planned offered offers wait waiting threaten threatened'
  ).split(' '),
);
/** Adjectives that point ahead: "a vote due at noon on Thursday". */
const OPEN = new Set('due likely ready scheduled slated expected'.split(' '));
const SCHEDULED = [
  'opens?|closes?|starts?|begins?|ends?|expires?|resumes?|meets?|plays?|faces?|hosts?|holds?|votes?|go|goes',
  'travels?|arrives?|leaves?|returns?',
].join('|');
/** Verbs whose present tense means a scheduled event: "they meet on Monday", "polls open at 7". */
const TIMETABLE = new RegExp(`^(?:${SCHEDULED})$`);
const BEFORE_VERB = new Set("be been being not n't n’t also only still have has had already ’ve 've".split(' '));

const MAX_WORDS_BEFORE = 25;
const MAX_WORDS_AFTER = 15;

/**
 * The direction of a date by the words around it: -1 past, 1 ahead, 0 unknown. The verb to its left counts before the
 * one to its right, because English puts dates after their verb.
 *
 * @param syntax null where there are no tags: then only the plainest word forms are read
 * @param at index of the date's first word
 * @param next index of the first word after the date
 */
export function directionOf(
  words: Words,
  syntax: Syntax | null,
  sentence: number,
  at: number,
  next: number,
): Direction {
  const from = words.first[sentence]!;
  const to = words.first[sentence + 1]!;
  const turnAt = (w: number): Direction => (syntax ? taggedTurn(words, syntax, from, w) : plainTurn(words.lower[w]!));
  const before = at > from ? words.lower[at - 1]! : '';
  if (DEADLINE.has(before)) return saysHad(words, Math.max(from, at - 8), Math.min(to, next + 5)) ? -1 : 1;
  if (before === 'as' && /^(?:soon|early)$/.test(words.lower[at - 2] ?? '')) return 1;
  if (before === 'since') return -1;
  // "through August" ends before now as often as after
  if (before === 'through') return 0;
  // "Wednesday's ruling": the verb around it speaks of something else
  if (next < to && /^['’]s$/.test(words.lower[next]!)) return 0;
  for (let w = at - 1; w >= Math.max(from, at - MAX_WORDS_BEFORE); w--) {
    const direction = turnAt(w);
    if (direction !== 0) return direction;
  }
  for (let w = next; w < Math.min(to, next + MAX_WORDS_AFTER); w++) {
    const direction = turnAt(w);
    if (direction !== 0) return direction;
  }
  return 0;
}

/** How many words before and after a date are searched for a future event. */
const [BEFORE, BEHIND] = [12, 6];

/**
 * Whether plain words of the present say that the event of a date is still to come: "will open in May", "is due on
 * Monday". "Would", "to" and "by" are not enough: in a narrative they speak as often of what was still to come then.
 *
 * @param at index of the date's first word
 * @param next index of the first word after the date
 */
export function isPlainlyAhead({ lower, first }: Words, sentence: number, at: number, next: number): boolean {
  const from = Math.max(first[sentence]!, at - BEFORE);
  const to = Math.min(first[sentence + 1]!, next + BEHIND);
  for (let w = from; w < to; w++) {
    const word = lower[w]!;
    if (word === 'will' || word === 'wo' || word === "'ll" || word === '’ll' || word === 'shall') return true;
    if ((word === 'is' || word === 'are') && OPEN.has(lower[w + 1] ?? '')) return true;
  }
  return false;
}

/** Prepositions whose date is when something happened; "extended to", "valid through" and "from" tell of its end or start. */
const WHEN = new Set('on in of at around about late early mid'.split(' '));
const NOT_WHEN = new Set(
  "to through from for since before after the a an its their his her next ’s 's record".split(' '),
);
/** Nouns for events that nobody schedules: the "Oct. 20 raid" is over. */
const UNPLANNED = new Set(
  (
    'accident ambush arrest arrests arson assassination assault atrocity attack attacks avalanche blast blasts blaze bombing bombings break-in ' +
    'burglary clash clashes collapse collision coup crash crime death deaths derailment disaster disappearance drowning earthquake eruption ' +
    'explosion explosions fire flood floods hijacking hurricane incident kidnapping killing killings landslide massacre murder murders ' +
    'outage outbreak overdose pogrom quake raid raids rape riot riots robbery rout shooting shootings siege slaying slayings spill stabbing ' +
    'stampede storm strikes suicide theft tornado tragedy tsunami uprising'
  ).split(' '),
);
/** Words between an event and its day: "the raid by police in Leeds on Oct. 20". */
const EVENT_REACH = 6;

/**
 * Whether the words beside a date say that its event is over: a verb of the past with nothing but its objects between
 * ("was arrested on Oct. 20", "In January, the court ruled"), an event that nobody plans ("the Oct. 20 raid"), "until"
 * after a negated past ("did not search it until October").
 *
 * @param at index of the date's first word
 * @param next index of the first word after the date
 */
export function isPlainlyOver(
  words: Words,
  syntax: Syntax | null,
  sentence: number,
  at: number,
  next: number,
): boolean {
  const { lower, first } = words;
  const [from, to] = [first[sentence]!, first[sentence + 1]!];
  if (next < to && UNPLANNED.has(lower[next]!)) return true;
  if (next + 1 < to && UNPLANNED.has(lower[next + 1]!) && !syntax) return true;
  const before = at > from ? lower[at - 1]! : '';
  if (before === 'until' || before === 'till') return deniesPast(lower, from, at);
  if (!syntax || (at > from && !WHEN.has(before) && !/^[\p{L}]+$/u.test(before) && before !== ',')) return false;
  if (DEADLINE.has(before) || NOT_WHEN.has(before)) return false;
  const verb = verbBeside(syntax.tags, from, to, at, next);
  for (let w = at - 1; w >= Math.max(from, at - EVENT_REACH, verb + 1); w--) if (UNPLANNED.has(lower[w]!)) return true;
  // "warned of a cutback of supplies in September": a month says when only close behind its verb
  const close = before !== 'in' || verb > at || at - verb <= EVENT_REACH;
  return verb >= 0 && close && isPast(words, syntax, from, verb);
}

/** The verb nearest before a date; for a date at a sentence's start the first one behind it. -1 for none. */
function verbBeside(tags: Uint8Array, from: number, to: number, at: number, next: number): number {
  const isVerb = (w: number): boolean => (tags[w]! >= TAG.VB && tags[w]! <= TAG.VBZ) || tags[w] === TAG.MD;
  for (let w = at - 1; w >= Math.max(from, at - MAX_WORDS_BEFORE); w--) if (isVerb(w)) return w;
  if (at - from > 2) return -1;
  for (let w = next; w < Math.min(to, next + MAX_WORDS_AFTER); w++) if (isVerb(w)) return w;
  return -1;
}

/** A finite verb of the past, or the participle of a passive of the past. */
function isPast({ lower }: Words, { tags }: Syntax, from: number, verb: number): boolean {
  if (PLANNING.has(lower[verb]!)) return false;
  if (tags[verb] === TAG.VBD) return true;
  if (tags[verb] !== TAG.VBN) return false;
  for (let w = verb - 1; w >= Math.max(from, verb - 3); w--) if (lower[w] === 'was' || lower[w] === 'were') return true;
  return false;
}

/** How many words may stand between "did not" and its "until". */
const DENIED_REACH = 10;

/** "did not", "was never". */
function deniesPast(lower: readonly string[], from: number, at: number): boolean {
  for (let w = at - 2; w >= Math.max(from, at - DENIED_REACH); w--) {
    if (/^(?:and|but|would|will|could|might|[,;:])$/.test(lower[w]!)) return false;
    if (!/^(?:not|n['’]t|never)$/.test(lower[w]!)) continue;
    return /^(?:did|was|were|had)$/.test(lower[w - 1] ?? '') || lower[w] === 'never';
  }
  return false;
}

/** "they had filed by Wednesday": the deadline is over. */
function saysHad({ lower }: Words, from: number, to: number): boolean {
  for (let w = from; w < to; w++) if (lower[w] === 'had') return true;
  return false;
}

function taggedTurn(words: Words, { tags }: Syntax, from: number, w: number): Direction {
  const tag = tags[w]!;
  const word = words.lower[w]!;
  // "may have enabled" looks back
  if (tag === TAG.MD) return words.lower[w + 1] === 'have' ? -1 : FUTURE.has(word) ? 1 : 0;
  if (OPEN.has(word) && (tag === TAG.JJ || tag === TAG.VBN)) return 1;
  if (tag < TAG.VB || tag > TAG.VBZ) return 0;
  if (tag === TAG.VBD) return -1;
  if (PLANNING.has(word)) return 1;
  if (tag === TAG.VBP || tag === TAG.VBZ) return TIMETABLE.test(word) ? 1 : 0;
  // up the verb group to what opens it
  let opener = w - 1;
  while (opener > from && (BEFORE_VERB.has(words.lower[opener]!) || tags[opener] === TAG.RB)) opener--;
  if (opener < from) return 0;
  if (tags[opener] === TAG.MD) return FUTURE.has(words.lower[opener]!) ? 1 : 0;
  if (tags[opener] === TAG.TO) return infinitiveTurn(words, tags, from, opener);
  if (tag === TAG.VBN) return -1;
  if (tag === TAG.VBG) return /^(?:is|are|am|'s|’s|'re|’re)$/.test(words.lower[opener]!) ? 1 : 0;
  return tags[opener] === TAG.VBD ? -1 : 0;
}

/** "plans to sell", "is to resume", "asked it to respond" point ahead; "raised money to buy" says nothing. */
function infinitiveTurn(words: Words, tags: Uint8Array, from: number, to: number): Direction {
  for (let w = to - 1; w >= Math.max(from, to - 4); w--) {
    const word = words.lower[w]!;
    if (PLANNING.has(word) || word === 'is' || word === 'are') return 1;
    if (tags[w]! >= TAG.VB && tags[w]! <= TAG.VBZ) return 0;
  }
  return 0;
}

function plainTurn(word: string): Direction {
  if (word === 'will' || word === "'ll" || word === '’ll' || word === 'shall') return 1;
  if (
    /^(?:was|were|had|did|said|told|got|came|went|took|made|began|fell|rose|met|won|lost|left|held|sent|died)$/.test(
      word,
    )
  )
    return -1;
  if (PLANNING.has(word)) return 1;
  return /^[a-z]{2,}[^e]ed$/.test(word) ? -1 : 0;
}

/** Whether the words are tagged: without a tagger all tags are 0, which is a noun, and only word forms can be used. */
export function hasTags({ tags }: Syntax): boolean {
  return tags.some((tag) => tag !== 0);
}
