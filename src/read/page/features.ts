/** The features of each block of a page by which the judge decides whether it is part of the article. */
import type { Block } from './blocks.ts';

/** What the page says of its article, beside its blocks. */
export interface Witness {
  /** The blocks that a reader view of the whole page took (`fingerprint` of each). */
  readonly view: ReadonlySet<string>;
  /** `fingerprint` of the titles that the page gives: one of them or none. */
  readonly titles: ReadonlySet<string>;
  /** `fingerprint` of the descriptions in meta tags. */
  readonly descriptions: ReadonlySet<string>;
  /** `shingles` of the body in JSON-LD, or null. */
  readonly body: ReadonlySet<string> | null;
}

/** A block of so many words that reads as a sentence and is no link is taken for running text. */
const RUNNING_WORDS = 12;
/** How many blocks on each side count as the neighbourhood. */
const NEIGHBOURS = 3;

/** @returns the letters and digits of a text in lower case: what stays equal however a tool spaces and marks it */
export function fingerprint(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

const SHINGLE_WORDS = 4;

/** @returns each run of four words of a text, in lower case without marks; none where it has fewer */
export function shingles(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(SHINGLE_WORDS - 1).map((_, at) => words.slice(at, at + SHINGLE_WORDS).join(' '));
}

const PICTURES = 'image|photo|photograph|picture|credit|pic|illustration|video|source';
const IN_BRACKETS = String.raw`\((?:image|photo|picture|credit)s?\b[^)]{0,80}\)`;
const AGENCIES = 'getty|shutterstock|reuters|ap photo|afp';
const READ_MORE = [
  'also|see also|read|read more|read also|read next|also read|more|more on|more from|related',
  String.raw`related\s.{0,20}|don.t miss|must read|watch|recommended|you may also like|up next|trending`,
  'most read|most popular|popular|latest|recent|next|previous',
].join('|');
const INVITATIONS = [
  'click here|sign up|subscribe|join|follow|get the|download|register|log in|share|support|donate|want more',
  'if you enjoyed|like us|send us|tell us|leave a|add a comment|contact',
].join('|');
const REPORTED_BY = 'contributed (?:to this|reporting|from)|reporting by|editing by';
const IS_A = '(?:is|was) (?:a|an|the) (?:senior |staff |freelance |chief )*';
const JOBS = '(?:reporter|writer|editor|correspondent|journalist|author)';
const STAMPS = 'published|updated|posted|last (?:updated|modified)|first published|today|yesterday';
const YEAR_OR_TIME = String.raw`(?:(?:19|20)\d\d|\d{1,2}:\d\d)`;
/** Patterns of lines that are no part of an article; the names are those of the features. */
const LOOKS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['copyright', /©|\(c\)|copyright|all rights reserved/i],
  [
    'credit',
    new RegExp(
      String.raw`^(?:\(|\[)?\s*(?:${PICTURES})s?\b.{0,20}?[:/(©]|${IN_BRACKETS}$|\b(?:${AGENCIES})\b.{0,30}$`,
      'i',
    ),
  ],
  ['more', new RegExp(String.raw`^(?:${READ_MORE})\b[^.]{0,3}(?::|$|\b)`, 'i')],
  ['invite', new RegExp(String.raw`^(?:${INVITATIONS})\b`, 'i')],
  [
    'notice',
    /\b(?:newsletter|cookies?|privacy policy|terms of (?:use|service)|affiliate|commission|sponsored|advertis\w+)\b/i,
  ],
  ['byline', /^(?:by|words by|written by|text by|posted by|from)\s+\p{Lu}/u],
  ['contributed', new RegExp(String.raw`\b(?:${REPORTED_BY}|${IS_A}${JOBS})\b`, 'i')],
  ['stamp', new RegExp(String.raw`^(?:${STAMPS})?\b[^.]{0,24}\b${YEAR_OR_TIME}\b.{0,40}$`, 'i')],
  ['comments', /^(?:\d+ )?(?:comments?|replies|responses|leave a reply|view comments)\b/i],
  ['tags', /^(?:tags?|topics?|filed under|categor(?:y|ies)|keywords|in this (?:article|story))\b/i],
  ['address', /https?:\/\/|www\.|@\w{2,}/i],
  ['count', /^[\d\s/.,of-]+$/i],
  ['advert', /^(?:ads?|advert|advertisement|advertising|iklan|anzeige|publicidad|sponsored(?: content)?)$/i],
];

/** Scripts without spaces have about two characters a word. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;
const wordsIn = (text: string): number => text.split(/\s+/).length + (text.match(UNSPACED)?.length ?? 0) / 2;
/** True for a block that reads as running text. */
export const isRunning = ({ text, linked }: Block): boolean =>
  wordsIn(text) >= RUNNING_WORDS && linked < text.length / 2 && /[.!?…。]["”’»)\]]*$/u.test(text);

const bucket = (value: number, edges: readonly number[]): number => edges.filter((edge) => value >= edge).length;
const share = (part: number, whole: number): number =>
  whole === 0 ? 0 : bucket(part / whole, [0.001, 0.05, 0.2, 0.5]);

/** What the features of one block need to know of the page, by the block's place. */
interface PageFacts {
  readonly blocks: readonly Block[];
  readonly fingerprints: readonly string[];
  /** How often each fingerprint stands on the page. */
  readonly times: ReadonlyMap<string, number>;
  /** Whether the reader's view has the block. */
  readonly viewed: readonly boolean[];
  readonly running: readonly boolean[];
  readonly words: readonly number[];
  /** First and last block of the main text, -1 for none. */
  readonly first: number;
  readonly last: number;
  /** Blocks since the last one of the main text, and up to the next. */
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** Words of the main text under one parent, under one grandparent, and in all. */
  readonly siblings: ReadonlyMap<number, number>;
  readonly cousins: ReadonlyMap<number, number>;
  readonly all: number;
}

/**
 * Linear in the number and length of the blocks.
 *
 * @param blocks a page's blocks in reading order
 * @returns one list of feature names a block
 */
export function blockFeatures(blocks: readonly Block[], witness: Witness): string[][] {
  const facts = factsOf(blocks, witness);
  return blocks.map((block, at) => {
    const traits = traitsOf(block, at, facts);
    return [
      ...placeFeatures(block, at, traits, facts),
      ...neighbourFeatures(at, facts),
      ...styleFeatures(block, traits),
      ...lookFeatures(block, traits),
      ...witnessFeatures(block, at, traits, facts, witness),
    ];
  });
}

function factsOf(blocks: readonly Block[], { view }: Witness): PageFacts {
  const fingerprints = blocks.map(({ text }) => fingerprint(text));
  const times = new Map<string, number>();
  for (const print of fingerprints) times.set(print, (times.get(print) ?? 0) + 1);
  const viewed = fingerprints.map((print) => view.has(print));
  const running = blocks.map(isRunning);
  const words = blocks.map(({ text }) => wordsIn(text));
  const main = running.map((is, at) => is && (viewed[at]! || view.size === 0));
  const [siblings, cousins] = [new Map<number, number>(), new Map<number, number>()];
  let all = 0;
  for (const [at, { parent, grandparent }] of blocks.entries()) {
    if (!main[at]) continue;
    siblings.set(parent, (siblings.get(parent) ?? 0) + words[at]!);
    cousins.set(grandparent, (cousins.get(grandparent) ?? 0) + words[at]!);
    all += words[at]!;
  }
  const first = main.indexOf(true);
  const last = main.lastIndexOf(true);
  const before = runsBefore(main);
  const after = runsBefore([...main].reverse()).reverse();
  return { blocks, fingerprints, times, viewed, running, words, first, last, before, after, siblings, cousins, all };
}

/** Properties of a block that several features use, in classes of size. */
interface Traits {
  readonly length: number;
  readonly links: number;
  readonly stop: 'stop' | 'colon' | 'open';
  readonly seen: 'view' | 'out';
  readonly place: 'none' | 'before' | 'after' | 'between';
}

function traitsOf({ text, linked }: Block, at: number, { words, viewed, first, last }: PageFacts): Traits {
  return {
    length: bucket(words[at]!, [2, 3, 5, 8, 12, 20, 40]),
    links: bucket(linked / text.length, [0.01, 0.25, 0.5, 0.9]),
    stop: /[.!?…。]["”’»)\]]*$/u.test(text) ? 'stop' : /[:：]$/.test(text) ? 'colon' : 'open',
    seen: viewed[at] ? 'view' : 'out',
    place: first < 0 ? 'none' : at < first ? 'before' : at > last ? 'after' : 'between',
  };
}

function placeFeatures(block: Block, at: number, traits: Traits, facts: PageFacts): string[] {
  const { length, links, stop, seen, place } = traits;
  const { before, after, viewed, running, siblings, cousins, all } = facts;
  const { tag } = block;
  const beside = share(siblings.get(block.parent) ?? 0, all);
  return [
    'bias',
    seen,
    `${seen} ${place}`,
    `${seen} words ${length}`,
    `${seen} links ${links}`,
    `${stop} words ${length}`,
    `links ${links} words ${length}`,
    `tag ${tag}`,
    `${seen} tag ${tag}`,
    `${place} ${stop}`,
    `siblings ${beside}`,
    `siblings ${beside} ${stop} ${links}`,
    `cousins ${share(cousins.get(block.grandparent) ?? 0, all)}`,
    `main before ${bucket(before[at]!, [1, 2, 3, 6])}`,
    `main after ${bucket(after[at]!, [1, 2, 3, 6])}`,
    `${place} gap ${bucket(Math.min(before[at]!, after[at]!), [1, 2, 3, 6])}`,
    `seen around ${countAround(viewed, at)}`,
    `running around ${countAround(running, at)} ${stop}`,
  ];
}

function neighbourFeatures(at: number, { blocks, viewed, running }: PageFacts): string[] {
  return [['previous', at - 1] as const, ['next', at + 1] as const].map(([side, other]) =>
    blocks[other] === undefined
      ? `${side} none`
      : `${side} ${viewed[other] ? 'view' : 'out'} ${running[other] ? 'running' : 'not'}`,
  );
}

function styleFeatures(block: Block, { length, links, stop, seen, place }: Traits): string[] {
  const { text, tag, marks, inside } = block;
  const names: string[] = [];
  if (block.pictured)
    names.push(`pictured words ${length}`, `pictured ${stop}`, `pictured tag ${tag}`, `pictured ${seen}`);
  if (block.slanted > text.length / 2)
    names.push(`slanted ${place}`, `slanted ${stop}`, `slanted links ${Math.min(links, 2)}`);
  if (block.bold > text.length / 2) names.push(`bold ${place}`, `bold ${stop}`, `bold links ${Math.min(links, 2)}`);
  for (const name of inside) names.push(`in ${name}`, `${seen} in ${name}`);
  for (const mark of marks) names.push(`mark ${mark}`);
  return names;
}

/** What its words look like: a byline, a date, a call to subscribe (`LOOKS`). */
function lookFeatures({ text }: Block, { length, links, stop, seen, place }: Traits): string[] {
  const looks = LOOKS.filter(([, pattern]) => pattern.test(text.slice(0, 400))).map(([name]) => name);
  const names = looks.flatMap((name) => [
    `looks ${name}`,
    `looks ${name} ${place}`,
    `looks ${name} links ${links}`,
    `looks ${name} ${stop}`,
  ]);
  if (looks.length > 0)
    names.push(
      'looks',
      `looks ${seen}`,
      `looks words ${length}`,
      `looks ${place} ${stop}`,
      `looks links ${links}`,
      `looks ${Math.min(looks.length, 3)}`,
    );
  return names;
}

/** Features that compare a block with other blocks and with the metadata of the page. */
function witnessFeatures(
  { text, tag }: Block,
  at: number,
  { length, links, stop }: Traits,
  { fingerprints, times, running }: PageFacts,
  { titles, descriptions, body }: Witness,
): string[] {
  const print = fingerprints[at]!;
  const names = [`tag ${tag} links ${links}`, `tag ${tag} ${stop}`];
  if (times.get(print)! > 1) names.push(`repeated ${running[at] ? 'running' : 'not'}`);
  if (titles.has(print)) names.push('title');
  if (descriptions.has(print)) names.push('description');
  const grams = body === null ? [] : shingles(text);
  if (grams.length > 0) names.push(`body ${2 * grams.filter((gram) => body!.has(gram)).length >= grams.length}`);
  if (/\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text)) names.push(`capitals ${links > 2}`, `capitals ${length}`);
  return names;
}

/** How many blocks since the last one that is; large where none was. */
function runsBefore(is: readonly boolean[]): number[] {
  let since = 99;
  return is.map((now) => {
    since = now ? 0 : since + 1;
    return since;
  });
}

function countAround(is: readonly boolean[], at: number): number {
  let count = 0;
  for (let other = at - NEIGHBOURS; other <= at + NEIGHBOURS; other += 1) if (other !== at && is[other]) count += 1;
  return count;
}
