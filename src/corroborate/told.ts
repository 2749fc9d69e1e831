/**
 * An article as it is compared with others ("told": what its output tells): what corroboration needs of it, in little
 * memory. The numbers lie in columns, the words of claims as bytes that are read when a claim is shown.
 */
import { parseDay } from '../dates/calendar.ts';
import type { OutputClaim, OutputLink, OutputNumber, OutputSource } from '../output.ts';
import { type Columns, openColumns } from './columns.ts';
import type { Outlet } from './outlets.ts';
import { WEIGHTS } from './words.ts';

/** Where the numbers of a claim end in columns of its article, or begin: the claim before it ends there. */
export interface Ends {
  readonly stems: number;
  readonly around: number;
  readonly said: number;
  readonly claimNames: number;
  readonly clusters: number;
  readonly details: number;
}

/** A figure as it is compared. */
export type Figure = Pick<OutputNumber, 'kind' | 'value' | 'min' | 'max' | 'modifier' | 'unit' | 'counted'>;

/** What of a claim is no number; what it lacks is left out. */
export interface ClaimHead {
  /** The id of whom it comes from. */
  readonly source?: string;
  /** Of a quotation the last word of the speaker's name, where it is known who speaks. */
  readonly speaker?: string;
  readonly numbers?: readonly Figure[];
  /** Values (TIMEX3) of the dates in it. */
  readonly dates?: readonly string[];
  /** The last words of the names of people in it, lower case. */
  readonly people?: readonly string[];
  /** True where it is a sentence of a claim whose first sentence came before (`parts.ts`). */
  readonly goesOn?: true;
}

/** The numbers of a claim in the column `claims`: its ends, then these. */
export interface ClaimNumbers extends Ends {
  /** The index of the sentence in which it begins, headings not counted. */
  readonly sentence: number;
  /** Its words. */
  readonly length: number;
  /** Direct quotations are compared word by word. */
  readonly direct: boolean;
  /** True for what every paper says of every story: it is compared with none. */
  readonly formula: boolean;
}

const CLAIM_NUMBERS = 10;
/** Six ends, and four numbers of the claim itself. */
type ClaimRow = readonly [number, number, number, number, number, number, number, number, number, number];

/** @returns what the column `claims` gets of a claim */
export function numbersOf(claim: ClaimNumbers): ClaimRow {
  const { stems, around, said, claimNames, clusters, details } = claim;
  const { sentence, length, direct, formula } = claim;
  const kind = [Number(direct), Number(formula)] as const;
  return [stems, around, said, claimNames, clusters, details, sentence, length, ...kind];
}

/** A claim as it is compared. */
export interface ToldClaim {
  readonly article: ToldArticle;
  readonly source: string | null;
  readonly speaker: string | null;
  readonly numbers: readonly Figure[];
  readonly dates: readonly string[];
  readonly people: readonly string[];
  readonly goesOn: boolean;
  readonly sentence: number;
  readonly length: number;
  readonly direct: boolean;
  readonly formula: boolean;
  readonly begins: Ends;
  readonly ends: Ends;
  /** Sums over its stems of what they tell, and of what they tell in this article. */
  readonly weight: number;
  readonly localWeight: number;
  /** Of `localWeight`, what is of its main part. */
  readonly mainWeight: number;
  /** The sum over the stems of its sentences of what they tell in this article. */
  readonly aroundWeight: number;
}

/** Somebody or something with a name of its own that speaks in an article. */
export interface Voice {
  /** Of the source. */
  readonly id: string;
  readonly name: string;
  /** The person's name in full where a person speaks. */
  readonly written: string;
  readonly kind: OutputSource['kind'];
  /** The body that it speaks for, as the article says. */
  readonly speaksFor: string | null;
}

/** What of an article is no column. */
export interface ArticleHead {
  readonly id: string;
  readonly sha256: string;
  /** `YYYY-MM-DD`, or null. */
  readonly published: string | null;
  readonly voices: readonly Voice[];
  /** Outlets that its text names in full, by their names. */
  readonly outlets: readonly string[];
  /** Who published it, by its address; null where that does not say it. */
  readonly outlet: Outlet | null;
  /** The agency whose text it is, by its dateline or its authors. */
  readonly agency: Outlet | null;
  /** The outlet that it names as the first to report. */
  readonly firstReportedBy: string | null;
}

export interface ToldArticle extends ArticleHead {
  /** Days since 1970; null as `published`. */
  readonly day: number | null;
  readonly claims: readonly ToldClaim[];
  readonly columns: Columns;
}

/** A claim in its words, for those that are shown. */
export interface Detail {
  readonly claim: Pick<OutputClaim, 'id' | 'content' | 'medium' | 'negated'> & {
    readonly attribution: readonly Link[];
  };
  /** The figures in it. */
  readonly figures: readonly OutputNumber[];
  /** The sources of its links, by id. */
  readonly sources: Readonly<Record<string, Pick<OutputSource, 'id' | 'kind' | 'name'>>>;
}

/** One step of who says it, or who passes it on. */
export type Link = Pick<OutputLink, 'source' | 'span' | 'stance'>;

/** An article as it is kept: four bytes that say how long its head is, the head as JSON, its columns. */
export type Kept = Uint8Array<ArrayBuffer>;

/** The head as it is written. */
export interface StoredHead extends ArticleHead {
  readonly claims: readonly ClaimHead[];
  readonly lengths: readonly number[];
}

/** Columns begin where numbers of four bytes may. */
const aligned = (offset: number): number => Math.ceil(offset / 4) * 4;
const SIZE_BYTES = 4;

/** @param columns as `packColumns` made them */
export function keepArticle(head: StoredHead, columns: Uint8Array): Kept {
  const json = Buffer.from(JSON.stringify(head));
  const from = aligned(SIZE_BYTES + json.length);
  const kept = new Uint8Array(from + columns.length);
  new DataView(kept.buffer).setUint32(0, json.length);
  kept.set(json, SIZE_BYTES);
  kept.set(columns, from);
  return kept;
}

/**
 * @param kept what `keepArticle` made
 * @throws RangeError or SyntaxError where it is something else
 */
export function openArticle(kept: Kept): ToldArticle {
  const size = new DataView(kept.buffer, kept.byteOffset).getUint32(0);
  const json = Buffer.from(kept.buffer, kept.byteOffset + SIZE_BYTES, size).toString('utf8');
  const { claims: heads, lengths, ...head } = JSON.parse(json) as StoredHead;
  const columns = openColumns(lengths, settled(kept.subarray(aligned(SIZE_BYTES + size))));
  const claims: ToldClaim[] = [];
  const article = { ...head, day: head.published === null ? null : parseDay(head.published), claims, columns };
  let begins: Ends = { stems: 0, around: 0, said: 0, claimNames: 0, clusters: 0, details: 0 };
  for (const [at, claim] of heads.entries()) {
    const made = openClaim(claim, at, article, begins);
    claims.push(made);
    begins = made.ends;
  }
  return article;
}

/** Memory for the columns of many articles, one behind the other: pieces of their own would leave gaps between them. */
let room = new Uint8Array(0);
const ROOM_BYTES = 2 ** 20;

/** A copy, so that the head is not held as well. */
function settled(columns: Uint8Array): Uint8Array<ArrayBuffer> {
  const size = aligned(columns.length);
  if (size > room.length) room = new Uint8Array(Math.max(ROOM_BYTES, size));
  const copy = room.subarray(0, columns.length);
  copy.set(columns);
  room = room.subarray(size);
  return copy;
}

function openClaim(head: ClaimHead, at: number, article: ToldArticle, begins: Ends): ToldClaim {
  const { claims, counts, local, main, aroundLocal } = article.columns;
  const row = [...claims.subarray(at * CLAIM_NUMBERS, (at + 1) * CLAIM_NUMBERS)] as unknown as ClaimRow;
  const [stems, around, said, claimNames, clusters, details, sentence, length, direct, formula] = row;
  const ends = { stems, around, said, claimNames, clusters, details };
  let [weight, mainWeight] = [0, 0];
  for (let stem = begins.stems; stem < ends.stems; stem += 1) {
    weight += WEIGHTS[counts[stem]!]!;
    mainWeight += main[stem]! * local[stem]!;
  }
  const localWeight = sumOf(local, begins.stems, ends.stems);
  return {
    article,
    source: head.source ?? null,
    speaker: head.speaker ?? null,
    numbers: head.numbers ?? NONE,
    dates: head.dates ?? NONE,
    people: head.people ?? NONE,
    goesOn: head.goesOn ?? false,
    sentence,
    length,
    direct: direct === 1,
    formula: formula === 1,
    begins,
    ends,
    weight,
    localWeight,
    mainWeight,
    aroundWeight: localWeight + sumOf(aroundLocal, begins.around, ends.around),
  };
}

function sumOf(column: Float32Array, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at += 1) sum += column[at]!;
  return sum;
}

const NONE: readonly never[] = [];

/** @returns the words of a claim, read anew at each call */
export function readDetail({ article, begins, ends }: ToldClaim): Detail {
  const { buffer, byteOffset } = article.columns.details;
  const bytes = Buffer.from(buffer, byteOffset + begins.details, ends.details - begins.details);
  return JSON.parse(bytes.toString('utf8')) as Detail;
}

/** The words of a claim in one line. */
export function textOf({ content }: Pick<OutputClaim, 'content'>): string {
  return content.map((piece) => piece.text.replace(/\s+/g, ' ')).join(' … ');
}
