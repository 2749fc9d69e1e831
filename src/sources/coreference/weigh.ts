/** The factors of one candidate for one anaphor. */

import type { SourceKind } from '../../document.ts';
import type { PersonContext } from '../../people/context.ts';
import { isOffice } from '../../people/titles.ts';
import { isDemonym } from '../../source-kinds/index.ts';
import { type Anaphor, CLASSES } from './anaphor.ts';
import { classOf, FITS, isFitting, UNKNOWN } from './classes.ts';
import { FACTOR, factorAt } from './factors.ts';
import type { Moment } from './moment.ts';
import { genderOf, type Referent, TYPES, type Type } from './referent.ts';

const STEP_OF_TYPE = Object.fromEntries(TYPES.map((type, step) => [type, step])) as Readonly<Record<Type, number>>;

/** Steps for a distance in sentences. */
function step(distance: number): number {
  return distance < 4 ? distance : distance < 6 ? 4 : distance < 11 ? 5 : 6;
}

/** The indexes of all weights that speak of a candidate. */
export function factorsOf(context: PersonContext, moment: Moment, candidate: Referent, rank: number): number[] {
  const { anaphor, word } = moment;
  const { sentenceOf } = context;
  const sentence = sentenceOf[word]!;
  const list = [factorAt(FACTOR.type, STEP_OF_TYPE[candidate.type]), factorAt(FACTOR.rank, rank)];
  const { last } = candidate;
  if (last < 0) {
    list.push(factorAt(FACTOR.ahead, Math.min(3, sentenceOf[candidate.firstNamed]! - sentence)));
  } else {
    const distance = sentence - sentenceOf[last]!;
    const near = Math.min(distance, 2);
    list.push(
      factorAt(FACTOR.distance, step(distance)),
      factorAt(FACTOR.role, near * 8 + candidate.role),
      factorAt(FACTOR.form, near * 3 + candidate.form),
      factorAt(FACTOR.inside, insideOf(context, moment, candidate)),
      factorAt(
        FACTOR.count,
        candidate.count < 3 ? candidate.count - 1 : candidate.count < 6 ? 2 : candidate.count < 10 ? 3 : 4,
      ),
    );
    if (candidate.lastNamed >= 0)
      list.push(factorAt(FACTOR.nameDistance, step(sentence - sentenceOf[candidate.lastNamed]!)));
    if (candidate.role === 0 && distance === 1) list.push(factorAt(FACTOR.subject, 0));
    if (candidate.role === 0 && distance === 0) list.push(factorAt(FACTOR.subject, 1));
    if (!candidate.outside) list.push(factorAt(FACTOR.onlyInside, 0));
  }
  const since = candidate.turn < 0 ? 5 : Math.min(4, moment.turn - candidate.turn);
  list.push(factorAt(FACTOR.spoke, moment.place * 6 + since));
  if (candidate.spoke >= 0) list.push(factorAt(FACTOR.spokeDistance, step(sentence - sentenceOf[candidate.spoke]!)));
  if (moment.encloser === candidate) list.push(factorAt(FACTOR.encloses, moment.encloserBefore ? 0 : 1));
  const inside = moment.namedInside(candidate);
  if (inside >= 0) list.push(factorAt(FACTOR.named, inside));
  const paragraph = moment.before === candidate ? 0 : moment.before === null ? 2 : 1;
  list.push(factorAt(FACTOR.paragraph, moment.place * 3 + paragraph));
  if (moment.main === candidate) list.push(factorAt(FACTOR.main, 0));
  if (candidate.silent) list.push(factorAt(FACTOR.silent, 0));
  if (moment.people !== null && candidate.person !== null)
    list.push(factorAt(FACTOR.people, moment.people === candidate.person ? 0 : moment.people >= 0 ? 1 : 2));
  if (moment.repeated?.referent) {
    const { referent: meant, word: at } = moment.repeated;
    list.push(factorAt(FACTOR.repeated, meant === candidate ? Math.min(3, sentence - sentenceOf[at]!) : 4));
  }
  if (moment.next) list.push(factorAt(FACTOR.next, (moment.next === candidate ? 0 : 2) + (moment.nextNear ? 0 : 1)));
  if (anaphor.kind === 'he' || anaphor.gender !== null)
    list.push(factorAt(FACTOR.gender, genderStep(anaphor, candidate)));
  if (anaphor.noun !== null) list.push(...nounFactors(anaphor, candidate), ...toldFactors(moment, candidate));
  if (moment.fits !== null && candidate.person === null) list.push(...bodyFactors(context, moment, candidate, rank));
  if (moment.held && anaphor.noun !== null && !holds(candidate, anaphor.noun)) list.push(factorAt(FACTOR.held, 0));
  if (anaphor.kind === 'who') {
    if (candidate.head === moment.antecedent) list.push(factorAt(FACTOR.relative, 0));
    const gap = word - 1 - candidate.head;
    list.push(factorAt(FACTOR.relative, gap <= 0 ? 1 : gap === 1 && context.words.lower[word - 1] === ',' ? 2 : 3));
  }
  return list;
}

/** How many words of a description the text tells of a person. */
export function toldOf({ noun, modifiers }: Anaphor, { told, titles }: Referent): number {
  if (noun === null) return 0;
  const words = [...modifiers.filter((word) => word !== 'former'), noun];
  const known = words.filter((word) => told.has(word) || titles.some((title) => title.includes(word)));
  return known.length === 0 ? 0 : known.length < words.length ? 1 : 2;
}

function toldStep({ anaphor, toldAll }: Moment, candidate: Referent): number {
  const step = toldOf(anaphor, candidate);
  return step < 2 && toldAll ? 3 : step;
}

/** What the text tells of a candidate against the whole description. */
function toldFactors(moment: Moment, candidate: Referent): number[] {
  const { noun, source, determiner } = moment.anaphor;
  const list = [factorAt(FACTOR.sameKind, source === candidate.kind ? 0 : 1)];
  if (candidate.type === 'person') list.push(factorAt(FACTOR.told, toldStep(moment, candidate)));
  const told = candidate.told.has(noun!) || holds(candidate, noun!);
  if (determiner === 'own') list.push(factorAt(FACTOR.owned, candidate.person === null ? 2 : told ? 0 : 1));
  return list;
}

/** How a common noun for a body fits one, and who else there is. */
function bodyFactors(
  { sentences, sentenceOf }: PersonContext,
  moment: Moment,
  candidate: Referent,
  rank: number,
): number[] {
  const { anaphor, word, mainBody, firstBody } = moment;
  const fits = moment.fits!;
  const noun = classOf(anaphor.noun!);
  const fit = fits[rank]!;
  const [first, count] = [fits.findIndex(isFitting), fits.filter(isFitting).length];
  const rival = isFitting(fit) ? (count === 1 ? 0 : rank === first ? 1 : 2) : count > 0 ? 3 : 4;
  const list = [
    factorAt(FACTOR.fit, noun * FITS + fit),
    factorAt(FACTOR.fits, fit),
    factorAt(FACTOR.bodyKind, noun * 8 + KIND_STEPS[candidate.kind]),
    factorAt(FACTOR.rival, rival),
    factorAt(FACTOR.proper, /^[\p{Lu}\p{N}]/u.test(candidate.name) ? 0 : 1),
  ];
  const lower = candidate.name.toLowerCase();
  if (anaphor.names.length > 0)
    list.push(factorAt(FACTOR.modifier, anaphor.names.every((word) => isWordOf(lower, word)) ? 0 : 1));
  else if (anaphor.modifiers.length > 0) {
    const told = anaphor.modifiers.some((word) => isWordOf(lower, word) || candidate.nouns.has(word));
    list.push(factorAt(FACTOR.modifier, told ? 2 : 3));
  }
  if (candidate === mainBody) list.push(factorAt(FACTOR.leading, 0));
  if (candidate === firstBody) list.push(factorAt(FACTOR.leading, 1));
  if (candidate.last >= 0) {
    const apart = sentences[sentenceOf[word]!]!.paragraph - sentences[sentenceOf[candidate.last]!]!.paragraph;
    list.push(factorAt(FACTOR.stretch, Math.min(2, apart)));
  }
  return list;
}

const KIND_STEPS: Readonly<Record<SourceKind, number>> = {
  person: 0,
  'news-agency': 1,
  media: 2,
  government: 3,
  organization: 4,
  group: 5,
  anonymous: 6,
  document: 7,
};

function insideOf(context: PersonContext, { contentOf, own, word }: Moment, { last }: Referent): number {
  const content = contentOf[last]!;
  const quoted = context.quoteOf[last]! >= 0 ? 4 : 0;
  if (content < 0) return quoted;
  if (own.includes(content)) return quoted + 1;
  return quoted + (content === contentOf[word] ? 2 : 3);
}

/** Whether the text gives a candidate this noun as title or beside its name. */
export function holds({ titles, nouns }: Referent, noun: string): boolean {
  return nouns.has(noun) || titles.some((title) => title.includes(noun));
}

function genderStep({ gender }: Anaphor, candidate: Referent): number {
  const told = genderOf(candidate);
  if (told !== null) return told === gender ? 0 : 4;
  return candidate.listed === null ? 2 : candidate.listed === gender ? 1 : 3;
}

/** How far the words of a description agree with those of the candidate. */
function nounFactors({ noun, modifiers }: Anaphor, { titles, nouns, phrases, name, type }: Referent): number[] {
  const list: number[] = [];
  if (type === 'person') {
    const holding = titles.filter((title) => title.includes(noun!));
    const all = holding.some((title) => modifiers.every((word) => title.includes(word)));
    const beside = nouns.has(noun!);
    list.push(
      factorAt(FACTOR.noun, holding.length === 0 ? (beside ? 8 : 0) : all ? (modifiers.length > 0 ? 3 : 2) : 1),
    );
    if (modifiers.some((word) => nouns.has(word))) list.push(factorAt(FACTOR.noun, 7));
  } else {
    const lower = name.toLowerCase();
    list.push(factorAt(FACTOR.noun, nouns.has(noun!) ? 5 : isWordOf(lower, noun!) ? 6 : 4));
    if (modifiers.some((word) => isWordOf(lower, word))) list.push(factorAt(FACTOR.noun, 7));
  }
  if (phrases.has(modifiers.length === 0 ? noun! : `${modifiers.join(' ')} ${noun}`))
    list.push(factorAt(FACTOR.words, modifiers.length > 0 ? 1 : 0));
  return list;
}

/** Whether a word stands in a name, letters and figures apart from all else; nearly always a look at the letters says no. */
function isWordOf(name: string, word: string): boolean {
  return name.includes(word) && name.split(/[^\p{L}\p{N}]+/u).includes(word);
}

const COMPANIES_AND_CLUBS = [
  'agency|airline|automaker|bank|body|brand|broadcaster|carrier|channel|charity|company|daily|firm|group',
  'institute|magazine|maker|network|newspaper|organi[sz]ation|outlet|paper|party|publication|retailer|site',
  'startup|station|studio|team|think-tank|union|university|utility|website|weekly',
].join('|');
/**
 * Common nouns that refer back to something named ("the company"), and nouns that name something by themselves ("the
 * government").
 */
const GENERIC = new RegExp(`^(?:${COMPANIES_AND_CLUBS})$`, 'u');
const PARTS_OF_A_STATE = [
  'administration|army|authorities|cabinet|court|government|military|ministry|opposition|parliament|police',
  'prosecution|state|west',
].join('|');
const INSTITUTION = new RegExp(`^(?:${PARTS_OF_A_STATE})$`, 'u');

/** Whether a bare noun with an article refers back to something that the text has named. */
export function takesUp(noun: string): boolean {
  return GENERIC.test(noun) || isOffice(noun);
}

const DETERMINERS: readonly Anaphor['determiner'][] = ['the', 'this', 'own', 'none', 'a'];

/**
 * The factors of the choice that the source's own words are its name.
 *
 * @param met the noun was met before
 * @param persons how many named persons it can mean
 */
export function selfFactors({ anaphor, repeated, held, fits }: Moment, met: boolean, persons: number): number[] {
  const length = anaphor.bare ? 0 : anaphor.modifiers.length === 0 ? 1 : 2;
  const determiner = DETERMINERS.indexOf(anaphor.determiner);
  const behind = ['nothing', 'comma', 'more'].indexOf(anaphor.behind);
  const called = isDemonym(anaphor.noun![0]!.toUpperCase() + anaphor.noun!.slice(1));
  const list = [
    factorAt(FACTOR.type, STEP_OF_TYPE.self),
    factorAt(FACTOR.self, determiner * 3 + length),
    factorAt(FACTOR.behind, determiner * 3 + behind),
    factorAt(FACTOR.office, called ? 1 : isOffice(anaphor.noun!) ? 0 : 2),
    factorAt(FACTOR.persons, persons),
  ];
  if (anaphor.determiner === 'own') list.push(factorAt(FACTOR.owned, 3));
  if (met) list.push(factorAt(FACTOR.words, 2));
  if (fits !== null) {
    const step = fits.some(isFitting) ? 0 : fits.includes(UNKNOWN) ? 1 : 2;
    list.push(factorAt(FACTOR.fitting, classOf(anaphor.noun!) * 3 + step));
  }
  if (held) list.push(factorAt(FACTOR.held, 1));
  list.push(factorAt(FACTOR.takesUp, GENERIC.test(anaphor.noun!) ? 0 : INSTITUTION.test(anaphor.noun!) ? 1 : 2));
  if (repeated && repeated.referent === null) list.push(factorAt(FACTOR.repeated, 0));
  return list;
}

/** The factors of leaving a pronoun open. */
export function nobodyFactors({ people }: Moment): number[] {
  const list = [factorAt(FACTOR.type, STEP_OF_TYPE.nobody)];
  if (people === -1) list.push(factorAt(FACTOR.people, 0));
  return list;
}

/** The row of weights of a class. */
export const rowOf = (anaphor: Anaphor): number => 1 + CLASSES.indexOf(anaphor.kind);
