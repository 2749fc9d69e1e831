/**
 * The kernel of the reader (`kernels/reader/`, built by `npm run build`): it finds the sources and contents of a cue, makes
 * their features and scores them, one call a cue, over columns of numbers that an article is written into once. It lies in
 * the memory of the sums, where the weights are. Each thread has its own; one article is open in it at a time.
 */
import { readFileSync } from 'node:fs';
import { charge } from '../../budget.ts';
import type { EncodedDocument } from '../../grammar/encoded.ts';
import { type Address, type Column, type SumsKernel, sumsKernel } from '../../model/sums.ts';
import { READING_COLUMNS } from './accept-templates.ts';
import { Columns } from './columns.ts';
import type { CueWords } from './cues.ts';
import { type Network, SHARE } from './hidden.ts';
import type { Linear } from './linear.ts';

/** The kernel's functions, documented where they are written. */
interface Functions {
  openArticle(
    columns: Address,
    stride: number,
    words: number,
    sentences: number,
    quotations: number,
    corpus: number,
  ): void;
  setRoom(address: Address): void;
  setScope(address: Address, length: number): void;
  setFeatures(hashes: Address, fields: Address): void;
  setRecord(address: Address): void;
  useLinear(table: Address, mask: number, scale: number, isLearned: number): void;
  useNetwork(table: Address, mask: number, scale: number, share: number, isLearned: number): void;
  takeSteps(): number;
  featureCount(): number;
  fieldsCount(): number;
  setReading(row: Address, content: Address, length: number): void;
  complements(word: number): number;
  markOf(word: number): number;
  keepCue(anchor: number): void;
  scoreCue(anchor: number): number;
  listSources(anchor: number): number;
  keepSource(index: number): void;
  scoreSources(anchor: number): number;
  listContents(anchor: number, from: number, to: number): number;
  keepContent(index: number): void;
  scoreContents(anchor: number, from: number, to: number): number;
  keepReading(): void;
  scoreReading(): number;
  // For tests.
  step(probability: number): number;
}

/** Places in the kernel's room, in bytes from where it begins, and sizes. */
const PLACES = [
  ...(['CONTENT_SCORES', 'MAX_CONTENTS', 'MAX_PIECES', 'MAX_SOURCES', 'ORIGINS', 'PIECES', 'PIECE_COUNTS'] as const),
  ...(['ROOM', 'SOURCE_CUTS', 'SOURCE_FROM', 'SOURCE_HEAD', 'SOURCE_SCORES', 'SOURCE_TO'] as const),
] as const;
/** What the kernel knows of the cue whose contents it found last. */
const FOUND = ['contentCount', 'cueFrom', 'cueTo', 'sourceCount'] as const;
type Numbers = Readonly<Record<(typeof PLACES)[number] | (typeof FOUND)[number], { readonly value: number }>>;

/** The sources of one cue; refilled for each. Stretches are words, end exclusive; number 0 is nobody. */
export interface SourceCandidates {
  readonly count: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** The word that heads the phrase; -1 for nobody. */
  readonly head: Int32Array;
  /** Bits of `CUT`. */
  readonly cuts: Int32Array;
  readonly scores: Float64Array;
}

/** The contents of one cue and source; refilled for each. */
export interface ContentCandidates {
  readonly count: number;
  /** Content c has `pieceCount[c]` pieces, pairs of first word and end at `pieces[(c * maxPieces + i) * 2]` and the place after. */
  readonly pieces: Int32Array;
  readonly pieceCount: Int32Array;
  readonly maxPieces: number;
  /** Bits of `FROM`. */
  readonly origins: Int32Array;
  readonly scores: Float64Array;
  /** The words of the cue. */
  readonly cueFrom: number;
  readonly cueTo: number;
}

/** A feature as `explain` shows it. */
export interface RecordedFeature {
  readonly template: number;
  readonly values: readonly number[];
  readonly hash: number;
}

/** Where the reading may lie, pairs of first word and end; null for the whole article. */
export type ScopePieces = readonly number[] | null;

/** The features of one candidate, which the next one overwrites. */
export interface FeatureList {
  readonly hashes: Int32Array;
  readonly count: number;
  /** The features that the hidden layer sees (`hidden.ts`): single facts, whose pairs it finds itself. */
  readonly fields: Int32Array;
  readonly fieldCount: number;
}

export class ReaderKernel {
  readonly sources: SourceCandidates;
  readonly contents: ContentCandidates;
  readonly call: Functions;
  /** The numbers of the reading that is judged, by `READING_COLUMNS`. */
  readonly row: Int32Array;
  private readonly rowAt: Address;
  private readonly sums: SumsKernel;
  private readonly columns: Columns;
  private scope: Column<Int32Array>;
  private content: Column<Int32Array>;
  private record: Column<Int32Array>;

  constructor() {
    this.sums = sumsKernel();
    const module = new WebAssembly.Module(readFileSync(new URL('./reader.wasm', import.meta.url)));
    const { exports } = new WebAssembly.Instance(module, { env: { memory: this.sums.memory } });
    this.call = exports as unknown as Functions;
    const numbers = exports as unknown as Numbers;
    const at = (name: (typeof PLACES)[number]): number => numbers[name].value;
    const room = this.sums.bytes(at('ROOM'));
    this.call.setRoom(room.address);
    const ints = (name: (typeof PLACES)[number], count: number): Int32Array =>
      new Int32Array(room.values.buffer, room.address + at(name), count);
    const doubles = (name: (typeof PLACES)[number], count: number): Float64Array =>
      new Float64Array(room.values.buffer, room.address + at(name), count);
    const [mostSources, mostContents, maxPieces] = [at('MAX_SOURCES'), at('MAX_CONTENTS'), at('MAX_PIECES')];
    this.sources = {
      get count() {
        return numbers.sourceCount.value;
      },
      from: ints('SOURCE_FROM', mostSources),
      to: ints('SOURCE_TO', mostSources),
      head: ints('SOURCE_HEAD', mostSources),
      cuts: ints('SOURCE_CUTS', mostSources),
      scores: doubles('SOURCE_SCORES', mostSources),
    };
    this.contents = {
      get count() {
        return numbers.contentCount.value;
      },
      get cueFrom() {
        return numbers.cueFrom.value;
      },
      get cueTo() {
        return numbers.cueTo.value;
      },
      pieces: ints('PIECES', mostContents * maxPieces * 2),
      pieceCount: ints('PIECE_COUNTS', mostContents),
      maxPieces,
      origins: ints('ORIGINS', mostContents),
      scores: doubles('CONTENT_SCORES', mostContents),
    };
    this.columns = new Columns(this.sums);
    this.scope = this.sums.ints(64);
    this.content = this.sums.ints(64);
    this.record = this.sums.ints(0);
    ({ address: this.rowAt, values: this.row } = this.sums.ints(READING_COLUMNS.length));
  }

  /** Makes `encoded` the open article. */
  open(encoded: EncodedDocument): void {
    if (!this.columns.write(encoded)) return;
    const { columns } = this;
    const sentences = encoded.first.length - 1;
    const quotations = encoded.quotations.length;
    this.call.openArticle(columns.address, columns.stride, encoded.count, sentences, quotations, encoded.corpus);
    this.call.setFeatures(columns.hashes.address, columns.fields.address);
  }

  /** What stands with the cue at `anchor`, as bits. */
  complements(anchor: number): number {
    return this.call.complements(anchor);
  }

  /** The preposition or complementizer of a phrase or clause as a hash, 0 where it has none. */
  markOf(word: number): number {
    return this.call.markOf(word);
  }

  /** Says how often words carry cues: before cues are scored or their features kept. */
  useCues(cues: CueWords): void {
    this.columns.writeRates(cues);
  }

  /** Says by word how likely it carries a cue: before contents are scored or their features kept. */
  useProbabilities(probability: Float32Array): void {
    this.columns.writeProbabilities(probability);
  }

  /** The score of a word that may carry a cue: the logarithm of its odds. */
  scoreCue(anchor: number): number {
    const score = this.call.scoreCue(anchor);
    charge(this.call.takeSteps());
    return score;
  }

  /** Finds the sources of a cue and scores them. */
  scoreSources(anchor: number, scope: ScopePieces): void {
    this.setScope(scope);
    this.call.scoreSources(anchor);
    charge(this.call.takeSteps());
  }

  /** Finds the contents of a cue whose source is words `from` to `to - 1`, and scores them. */
  scoreContents(anchor: number, from: number, to: number, scope: ScopePieces): void {
    this.setScope(scope);
    this.call.scoreContents(anchor, from, to);
    charge(this.call.takeSteps());
  }

  /** Says what the reading in `row` claims, and the scope in which it is judged. */
  setReading(content: readonly number[], scope: ScopePieces): void {
    this.setScope(scope);
    this.content = this.written(this.content, content);
    this.call.setReading(this.rowAt, this.content.address, content.length);
  }

  /** The score of the reading set: the logarithm of its odds. */
  scoreReading(): number {
    const score = this.call.scoreReading();
    charge(this.call.takeSteps());
    return score;
  }

  /** The features of the reading set: for training. */
  acceptFeatures(): FeatureList {
    this.call.keepReading();
    return this.kept();
  }

  /** Says which linear model scores from now on. */
  useLinear(model: Linear): void {
    const { weights, scale } = model;
    const isLearned = weights.BYTES_PER_ELEMENT === 1 ? 0 : 1;
    this.call.useLinear(this.sums.addressOf(model), weights.length - 1, scale, isLearned);
  }

  /** Says which network scores from now on. */
  useNetwork(network: Network, units: number): void {
    const { weights, scale } = network;
    const isLearned = weights.BYTES_PER_ELEMENT === 1 ? 0 : 1;
    this.call.useNetwork(this.sums.addressOf(network), weights.length / units - 1, scale, SHARE, isLearned);
  }

  /** The features and fields of a word that may carry a cue: for training. */
  cueFeatures(anchor: number): FeatureList {
    this.call.keepCue(anchor);
    return this.kept();
  }

  /** Finds the sources of a cue without scoring them: for training. */
  listSources(anchor: number, scope: ScopePieces): void {
    this.setScope(scope);
    this.call.listSources(anchor);
  }

  sourceFeatures(index: number): FeatureList {
    this.call.keepSource(index);
    return this.kept();
  }

  /**
   * Finds the contents of a cue without scoring them: for training.
   *
   * @returns the fields that they share
   */
  listContents(anchor: number, from: number, to: number, scope: ScopePieces): FeatureList {
    this.setScope(scope);
    this.call.listContents(anchor, from, to);
    return this.kept();
  }

  contentFeatures(index: number): FeatureList {
    this.call.keepContent(index);
    return this.kept();
  }

  /** The features of a word that may carry a cue, with their values. */
  recordCue(anchor: number): RecordedFeature[] {
    const room = this.columns.hashes.values.length * 5;
    if (room > this.record.values.length) this.record = this.sums.ints(room);
    const { record } = this;
    this.call.setRecord(record.address);
    this.call.keepCue(anchor);
    this.call.setRecord(0);
    return Array.from({ length: this.call.featureCount() }, (_, index) => {
      const [template, a, b, c, hash] = record.values.subarray(index * 5, index * 5 + 5) as unknown as number[];
      return { template: template!, values: [a!, b!, c!], hash: hash! };
    });
  }

  private kept(): FeatureList {
    return {
      hashes: this.columns.hashes.values,
      count: this.call.featureCount(),
      fields: this.columns.fields.values,
      fieldCount: this.call.fieldsCount(),
    };
  }

  private setScope(scope: ScopePieces): void {
    this.scope = this.written(this.scope, scope ?? []);
    this.call.setScope(this.scope.address, scope?.length ?? 0);
  }

  /** The column with these numbers at its front, a longer one where it has no room for them. */
  private written(column: Column<Int32Array>, numbers: readonly number[]): Column<Int32Array> {
    const { length } = numbers;
    const roomy = length > column.values.length ? this.sums.ints(length * 2) : column;
    for (let at = 0; at < length; at += 1) roomy.values[at] = numbers[at]!;
    return roomy;
  }
}

let made: ReaderKernel | undefined;

/** The kernel of this thread, in which `encoded` is open. */
export function readerKernel(encoded: EncodedDocument): ReaderKernel {
  made ??= new ReaderKernel();
  made.open(encoded);
  return made;
}
