/** Number words that count nothing: "one" as a pronoun, adjectives such as "four-cylinder", "first" as an adverb. */
import { wordsBefore } from '../before.ts';
import { type Refusal, textAfter, textBefore } from './refusal.ts';

/** Before "one" these make a pronoun of it: "this one", "no one", "the next one". */
const DETERMINERS = new Set(
  (
    'the this that which each every any no some another only other such last next good better best big bigger new old right wrong same ' +
    'loved small large little young number at whole not these those what first final day phase part great real tough hard for version chapter level'
  ).split(' '),
);
const BEFORE_OF = new Set(['only', 'for', 'at', 'not']);
/** Behind "one" these show that it is a pronoun, or that "one day" is a date. */
const WORDS_AFTER_PRONOUN = [
  'another|day|time|point|thing|night|morning|who|that|which|is|was|has|had|can|could|would|should|will|may|might|must|does',
  'did|in|on|at|to|for|from|with|by|and|or|but|as|if|where|when|about|they|he|she|it|we|I|you|the|an?|after|before|because',
  'so|than|then|too|side|step|way|hand|off|up|out',
].join('|');
const PRONOUN_AFTER = new RegExp(
  String.raw`^(?:[’']s\b|-|\s+(?:${WORDS_AFTER_PRONOUN})\b|\s+\d|\s*--|[,.;:!?)"”—–]|$)`,
  'i',
);
const ONE_OF = /^ of (?:the|those|these|his|her|its|their|our|my|your|a|them|us|[\p{Lu}])/u;

export const pronouns: Refusal = {
  name: '"one" that stands for a noun',
  refuses: (text, quantity, sentence) => {
    if (!/^one$/i.test(text.slice(quantity.amount.start, quantity.amount.end))) return false;
    const right = textAfter(text, quantity.amount, sentence);
    const before = wordsBefore(text, quantity.start, sentence.start, 1)[0]?.word ?? '';
    if (ONE_OF.test(right)) return DETERMINERS.has(before) && !BEFORE_OF.has(before);
    return PRONOUN_AFTER.test(right) || DETERMINERS.has(before);
  },
  examples: ['No one knew that one must go.', 'This one is new, and one day it ends.'],
};

/** "third-largest" */
const SUPERLATIVE = /^-(?:[a-z]+est|most|least|best|worst)\b/;

export const compounds: Refusal = {
  name: 'a spelt number that makes an adjective with a noun',
  refuses: (text, { end, form, unit, kind }) =>
    form === 'words' &&
    unit === null &&
    !(kind === 'ordinal' && SUPERLATIVE.test(text.slice(end, end + 24))) &&
    /^[-\u2011](?!(?:to|or|and)[- ])[a-z]/.test(text.slice(end, end + 5)),
  examples: ['A four-cylinder engine from a first-class maker.'],
};

/** Fixed phrases in which the ordinal orders nothing: "first lady", "second thoughts". */
const FIXED = /^[ ](?:lad(?:y|ies)|gentleman|responders?|aid|thoughts?|nature|part(?:y|ies)|world)\b/i;

/** Words after an ordinal that begin no noun phrase: "first and then", "second to none". */
const NO_NOUN = 'and|or|but|of all|to|that|he|she|they|it|we|I|you';
const ORDERS_WHAT_FOLLOWS = new RegExp(
  String.raw`^(?:[ \u00a0](?:and[ \u00a0](?:final|last|fourth|fifth|sixth)\b|(?!(?:${NO_NOUN})\b)[A-Za-z]))`,
);

export const adverbs: Refusal = {
  name: 'an ordinal without a thing in order',
  refuses: (text, quantity, sentence) => {
    if (quantity.kind !== 'ordinal' || quantity.form === 'digits') return false;
    if (
      /\bat $/i.test(textBefore(text, quantity, sentence)) &&
      /^first$/i.test(text.slice(quantity.start, quantity.end))
    )
      return true;
    const right = textAfter(text, quantity, sentence);
    if (FIXED.test(right)) return true;
    if (SUPERLATIVE.test(right)) return false;
    return !ORDERS_WHAT_FOLLOWS.test(right);
  },
  examples: ['He waited a second.', 'The first lady spoke.'],
};

export const empty: Refusal = {
  name: '"several" or "a few" without a unit',
  refuses: (_text, { needsUnit, unit }) => needsUnit === true && unit === null,
  examples: ['Several people came.'],
};

export const listMarkers: Refusal = {
  name: 'list marker',
  refuses: (text, { start, end, form, value }, sentence) =>
    form === 'bare' &&
    value! < 100 &&
    start === sentence.start &&
    end + 1 < sentence.end &&
    /^[.)]\s/.test(text.slice(end, end + 2)),
  examples: ['1. Take the main road.', '2) Go on.'],
};
