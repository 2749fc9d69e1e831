/** Digits and number words that are no quantities, each rule with its examples. */
import type { Span } from '../document.ts';
import type { Quantity } from './figure.ts';

/** A rule that tells a number from a name, a date or a label. */
export interface Refusal {
  readonly name: string;
  /**
   * @param sentence the sentence around the quantity
   * @returns true where the quantity is none
   */
  readonly refuses: (text: string, quantity: Quantity, sentence: Span) => boolean;
  /** Texts in which this rule refuses a number: none is found there. */
  readonly examples: readonly string[];
}

/** How much text before a number the rules look at, in UTF-16 code units. */
const REACH = 48;

const before = (text: string, { start }: Span, sentence: Span): string =>
  text.slice(Math.max(sentence.start, start - REACH), start);
const after = (text: string, { end }: Span, sentence: Span): string =>
  text.slice(end, Math.min(sentence.end, end + REACH));

const insideWord: Refusal = {
  name: 'inside a word, an identifier, an address of the web',
  refuses: (text, quantity, sentence) => {
    const left = text.slice(Math.max(sentence.start, quantity.start - 24), quantity.start);
    const next = text[quantity.end] ?? ' ';
    if (/[\p{L}\p{N}_#@]$/u.test(left) && !/(?:^|[^\p{L}])(?:RM|Rs|PS|EUR|USD)$/u.test(left)) return true;
    if (/(?:https?:\/\/|www\.|@)\S*$/i.test(left)) return true;
    if (/[\p{L}\p{N}][-\u2011/.]$/u.test(left) && quantity.form !== 'words') {
      return !/(?:^|[^\p{L}\p{N}])(?:sub|minus|plus|to|or|and|then|now|a|an|over|under|nearly|the|just|per|mid|\d[\d.,]*(?:%|[a-z]{1,3})?)[-/]$/iu.test(
        left,
      );
    }
    if (/\p{L}-$/u.test(left)) return !/\b(?:to|or|and|sub|minus)-$/i.test(left);
    if (/^[\p{L}\p{N}_]/u.test(next)) return true;
    if (/^[-\u2011]$/.test(next) && /^[\p{Lu}\p{N}]/u.test(text[quantity.end + 1] ?? '') && quantity.form === 'bare') {
      return !/^[-\u2011]\d[\d,.]*(?:[ -][a-z%]|%)/.test(text.slice(quantity.end, quantity.end + 16));
    }
    return /^[./]\d/.test(text.slice(quantity.end, quantity.end + 2)) && quantity.form !== 'words';
  },
  examples: [
    'The COVID-19 rules and the F-16 jets.',
    'See www.example.org/2019/04/page12 now.',
    'The G7 met. A 3D film ran.',
  ],
};

const MONTH =
  '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:uary|ruary|ch|il|e|y|ust|ember|ober|tember)?\\.?';
const MONTH_BEFORE = new RegExp(`\\b${MONTH} (?:the )?(?:\\d{1,2}(?:, | ?[-–] ?| and |, ?and ))*$`);
const MONTH_AFTER = new RegExp(`^(?:st|nd|rd|th)?(?: of)?(?: ?[-–/] ?\\d{1,2}(?:st|nd|rd|th)?)? ${MONTH}\\b`);
const YEAR_NOUN =
  /^[ -](?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|people|men|women|children|homes|jobs|seats)\b/;
const COUNTS_BEFORE =
  /\b(?:about|around|some|nearly|almost|over|than|least|most|approximately|roughly|only|just|total of|to|at|of|all|these|those|counted|were)\s$/i;

const calendar: Refusal = {
  name: 'day of the month, year, clock time',
  refuses: (text, quantity, sentence) => {
    if (quantity.form !== 'bare' && quantity.kind !== 'ordinal') return false;
    const left = before(text, quantity, sentence);
    const right = after(text, quantity, sentence);
    const value = quantity.value ?? 0;
    if (quantity.unit === null || quantity.unit === 'm' || quantity.unit === 'year') {
      if (value <= 31 && (MONTH_BEFORE.test(left) || MONTH_AFTER.test(right))) return true;
      if (/^(?::\d\d|[ ]?(?:[ap]\.?m\b|o[’']clock|GMT|EST|EDT|BST))/i.test(right) || /\d:$/.test(left)) return true;
      if (/^\.\d\d ?[ap]m/i.test(right)) return true;
    }
    if (quantity.unit !== null || quantity.kind === 'ordinal') return false;
    if (text.slice(quantity.start, quantity.end).length !== 4 || value < 1500 || value > 2100) return false;
    if (value < 1900 && COUNTS_BEFORE.test(left) && / [a-z]+s\b/.test(right)) return false;
    return !YEAR_NOUN.test(right) || /\b(?:in|since|by|until|from|during|of)\s$/i.test(left);
  },
  examples: ['It was signed on May 4 in 1998.', 'They met at 11:30 on 9 May.', 'The 2019 season began at 5 p.m.'],
};

const LABELS =
  'category|section|sec|article|art|part|chapter|ch|page|pages|pp|no|nos|number|numbers|room|gate|route|highway|flight|channel|phase|level|stage|tier|type|class|grade|' +
  'version|model|season|episode|week|day|game|match|round|group|lot|act|scene|title|figure|fig|table|appendix|amendment|item|rule|proposition|prop|measure|' +
  'bill|resolution|line|platform|pier|terminal|zone|district|ward|precinct|unit|apartment|apt|suite|box|exit|step|question|paragraph|para|clause|' +
  'subsection|verse|psalm|volume|vol|issue|chromosome|schedule|annex|regulation|protocol|directive|division|league|junction|bus|train|heat|lane|' +
  'interstate|i|us|formula|area|apollo|windows|playstation|ps|super bowl|world war|sector|block|building|hall|court|pillar|pod|slide|note|form|order|' +
  'euro|top|bottom|final|last|big|year|years|age|ages|aged|sp|s&p|s p|s & p|nasdaq|dow|ftse|cac|dax|nikkei|russell|stoxx|asx|csi|topix|fortune|group of';
const LABEL = new RegExp(String.raw`(?<![\w-])(?:${LABELS})[.:]?[ \u00a0](?:#|no\.? )?$`, 'i');
const AGES = /(?<![\w-])(?:ages?|aged|year|years)[ \u00a0]$/i;
const RANKS = /(?<![\w-])(?:top|bottom|final|last|big)[ \u00a0]$/i;

const label: Refusal = {
  name: 'the number of a thing, not of things',
  refuses: (text, quantity, sentence) => {
    if (quantity.unit !== null || quantity.kind !== 'cardinal' || quantity.scale > 1 || quantity.form === 'digits')
      return false;
    const left = before(text, quantity, sentence);
    if (AGES.test(left)) return false;
    if (RANKS.test(left))
      return !/^[ -](?:[a-z-]+ ){0,2}?[a-z]+s\b|^ (?:people|men|women|children)\b/.test(
        after(text, quantity, sentence),
      );
    return LABEL.test(left);
  },
  examples: [
    'A Category 4 hurricane and Section 5 of the act.',
    'They lost Game 7 at home.',
    'In the S&P 500 utilities did well.',
    'He is in the bottom three.',
  ],
};

/** Capitalised words that start sentences or stand before counts, and are no names. */
const NOT_NAMES =
  /^(?:A|An|The|About|Around|Some|Nearly|Almost|Over|Under|Than|More|Less|Fewer|At|Only|Just|In|On|Of|To|By|For|From|With|After|Before|Between|Another|All|These|Those|Its|His|Her|Their|Our|My|Your|And|But|Or|Police|Officials|Total|Up|Down|As|Since|Until|Within|Every|Each|Both|Our|No|Not|If|When|While|Where|There|They|We|He|She|It|You|I|Roughly|Approximately|Least|Most|Other|First|Last|Next|Past|Also|Still|Now|Then|That|This|What|Which|Including|Plus|Minus|Is|Was|Were|Are|Has|Had|Have|Will|Would|Age|Aged|Ages|Mr|Today|Yesterday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Points|Score|Cost|Price|Out|Near|Against|Per|Get|Nearly|Estimated|Killed|Win|Won|US|UK|EU|RM|RMB|USD|EUR|GBP|Rs|PS)$/;
const NAME_BEFORE = /(?<word>[\p{Lu}][\p{L}’'&.-]*)[ \u00a0]$/u;

const inName: Refusal = {
  name: 'part of a name: iPhone 14, Boeing 737, Apollo 11',
  refuses: (text, quantity, sentence) => {
    if (quantity.form !== 'bare' || quantity.kind !== 'cardinal' || quantity.unit !== null) return false;
    const left = before(text, quantity, sentence);
    if (/\b(?:iPhone|iPad|iPod|iOS|macOS|eMac)(?: \w+)? $/.test(left)) return true;
    const name = NAME_BEFORE.exec(left)?.groups?.word;
    if (name !== undefined && !NOT_NAMES.test(name) && !name.endsWith('.')) {
      return !/^ (?:people|men|women|children|other|more|others)\b/.test(after(text, quantity, sentence));
    }
    // "new 737 Max jets"
    return (
      /^ [\p{Lu}][\p{L}]+/u.test(after(text, quantity, sentence)) &&
      /\b(?:the|a|new|its|first|old) $/.test(left) &&
      (quantity.value ?? 0) >= 100
    );
  },
  examples: ['The iPhone 14 Pro and the Boeing 737 were shown.', 'Windows 10 ended, said Apollo 11 men.'],
};

const STREET =
  /^(?:[- ]\d+)?[A-Za-z]? (?:[NSEW]\.? )?(?:(?:[\p{Lu}][\p{L}'’.]*|\d+(?:st|nd|rd|th)|el|la|de|du|des) ){0,4}(?:Street|St|Road|Rd|Avenue|Ave|Av|Boulevard|Blvd|Lane|Ln|Drive|Dr|Way|Square|Sq|Court|Ct|Place|Pl|Terrace|Crescent|Highway|Hwy|Parkway|Close|Row|Ranch|Brillo|Foch)\b/u;

const address: Refusal = {
  name: 'house number, phone number',
  refuses: (text, quantity, sentence) => {
    if (quantity.form !== 'bare' && quantity.kind !== 'ordinal') return false;
    const right = after(text, quantity, sentence);
    if (STREET.test(right)) return true;
    return (
      (/^[- .]?\d{3}[- .]\d{3,4}\b|^-\d{3,}-?\d|^\) ?\d{3}/.test(right) && quantity.unit === null) ||
      (/(?:\+|\d-)$/.test(before(text, quantity, sentence)) && /^[- ]\d/.test(right))
    );
  },
  examples: ['He lives at 49 Old Mill Road, Dover.', 'Call 555-0123 or 020 7946 0958.'],
};

const listMarker: Refusal = {
  name: 'list marker',
  refuses: (text, quantity, sentence) =>
    quantity.form === 'bare' &&
    quantity.start === sentence.start &&
    /^[.)](?:\s|$)/.test(text.slice(quantity.end, quantity.end + 2)) &&
    (quantity.value ?? 0) < 100 &&
    quantity.end + 1 < sentence.end,
  examples: ['1. Take the first road.', '2) Go on.'],
};

const PRONOUN_BEFORE =
  /(?<![\w-])(?:the|this|that|which|each|every|any|no|some|another|only|other|such|last|next|good|better|best|big|bigger|new|old|right|wrong|same|loved|number|at|whole|not|these|those|what|first|final|day|phase|part|great|real|tough|hard|for)\s$/i;
const PRONOUN_AFTER =
  /^(?:[’']s\b|-|\s+(?:another|day|time|point|thing|night|morning|who|that|which|is|was|has|had|can|could|would|should|will|may|might|must|does|did|in|on|at|to|for|from|with|by|and|or|but|as|if|where|when|about|they|he|she|it|we|I|you|the|a|after|before|because|so|than|then|too|side|step|way|hand|off|up|out|by one)\b|[,.;:!?)"”—–]|$)/i;

const pronoun: Refusal = {
  name: 'one that stands for a noun',
  refuses: (text, quantity, sentence) => {
    if (!/^one$/i.test(text.slice(quantity.start, quantity.end)) || quantity.kind !== 'cardinal') return false;
    const right = after(text, quantity, sentence);
    if (/^ of (?:the|those|these|his|her|its|their|our|my|your|a|them|us|[\p{Lu}])/u.test(right))
      return (
        PRONOUN_BEFORE.test(before(text, quantity, sentence)) &&
        !/\b(?:only|for|at|not)\s$/i.test(before(text, quantity, sentence))
      );
    return PRONOUN_AFTER.test(right) || PRONOUN_BEFORE.test(before(text, quantity, sentence));
  },
  examples: ['No one knew that one must go.', 'This one is new, and one day it ends.'],
};

const compound: Refusal = {
  name: 'a spelt number that makes an adjective with a noun: four-cylinder, first-team, second-hand',
  refuses: (text, quantity) =>
    quantity.form === 'words' &&
    quantity.unit === null &&
    /^[-\u2011][a-z]/.test(text.slice(quantity.end, quantity.end + 2)) &&
    !/^-(?:to|or|and)[- ]/.test(text.slice(quantity.end, quantity.end + 5)),
  examples: ['A four-cylinder engine from a first-class maker.'],
};

/** Words that follow "first", "second" and "third" where these order nothing that is counted. */
const ordinalUse: Refusal = {
  name: 'an ordinal without a thing in order: "first, ...", "at first", "a second"',
  refuses: (text, quantity, sentence) => {
    if (quantity.kind !== 'ordinal') return false;
    const right = after(text, quantity, sentence);
    if (quantity.form === 'digits') return false;
    if (/\bat $/i.test(before(text, quantity, sentence)) && /^first$/i.test(text.slice(quantity.start, quantity.end)))
      return true;
    return !/^[ \u00a0](?!(?:and|or|but|of all|to|that|he|she|they|it|we|I|you)\b)[A-Za-z]/.test(right);
  },
  examples: ['First, they must agree.', 'He waited a second.'],
};

const nothingThere: Refusal = {
  name: '"several" without a unit',
  refuses: (_text, quantity) => quantity.needsUnit === true && quantity.unit === null,
  examples: ['Several people came.'],
};

export const REFUSALS: readonly Refusal[] = [
  nothingThere,
  insideWord,
  calendar,
  label,
  inName,
  address,
  listMarker,
  pronoun,
  compound,
  ordinalUse,
];

/** The rule that refuses the quantity, or null. */
export function refusalOf(text: string, quantity: Quantity, sentence: Span): Refusal | null {
  return REFUSALS.find((refusal) => refusal.refuses(text, quantity, sentence)) ?? null;
}

/** True where the word after the quantity is a time unit or the quantity's own unit is one. */
export function measuresTime(quantity: Quantity): boolean {
  return (
    quantity.unit !== null &&
    /^(?:year|month|week|day|hour|minute|second|decade|century|fortnight|millennium)\b/.test(quantity.unit)
  );
}
