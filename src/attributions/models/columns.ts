/** Writes an article into the columns of the reader's kernel (`kernels/reader/article.ts`), which hold 32 bits a number. */
import type { ConstructReading, EncodedDocument, Quotation } from '../../grammar/encoded.ts';
import type { Address, Column, SumsKernel } from '../../model/sums.ts';
import { CUE, type CueWords, cueTable } from './cues.ts';

/** The columns in the kernel's order, each with what stands past its ends: no word, no label, no quotation. */
const COLUMNS = {
  ...{ form: 0, stem: 0, tag: -1, relation: -1, head: -1, kids: 0, kidsFrom: 0, left: 0, right: 0, sentence: -1 },
  ...{ quotation: -1, quoted: 0, name: 0, shape: 0, size: 0, construct: 0, reading: -1, rate: 0, probability: 0 },
  ...{ first: 0, open: 0, paragraph: 0, quotationFrom: 0, quotationTo: 0, continues: 0, sourceFrom: 0, sourceTo: 0 },
  ...{ contentFrom: 0, content: 0 },
} as const;
type Name = keyof typeof COLUMNS;
const NAMES = Object.keys(COLUMNS) as Name[];

/** Places before and after the numbers of a column. */
const EDGE = 4;
/** Words that there is room for at first. */
const ROOM = 2048;
/** The most features of a candidate: so many of itself, and so many for each word that may hang on it or lie in it. */
const OWN_FEATURES = 1024;
const FEATURES_PER_WORD = 8;

export class Columns {
  /** Where the first number of the first column is, and bytes from one column to the next. */
  address: Address = 0;
  stride = 0;
  /** The features and fields of one candidate. */
  hashes: Column<Int32Array>;
  fields: Column<Int32Array>;
  private readonly sums: SumsKernel;
  private values: Int32Array = new Int32Array(0);
  private room = 0;
  private written: EncodedDocument | null = null;
  private rates: CueWords | null = null;
  private probability: Float32Array | null = null;

  constructor(sums: SumsKernel) {
    this.sums = sums;
    this.hashes = sums.ints(0);
    this.fields = this.hashes;
    this.makeRoom(ROOM);
  }

  /** @returns false where the article is the one written already */
  write(encoded: EncodedDocument): boolean {
    if (encoded === this.written) return false;
    this.written = encoded;
    this.rates = null;
    this.probability = null;
    const { count, quotations, constructed, first } = encoded;
    const pieces = [...constructed.values()].reduce((sum, { content }) => sum + content.length, 0);
    const needed = Math.max(count + 1, first.length, quotations.length, constructed.size + 1, pieces);
    if (needed > this.room) this.makeRoom(Math.max(needed, this.room * 2));
    this.put('form', encoded.form);
    this.put('stem', encoded.stem);
    this.put('tag', encoded.tag);
    this.put('relation', encoded.relation);
    this.put('head', encoded.head);
    this.put('kids', encoded.kids);
    this.put('kidsFrom', encoded.kidsFrom);
    this.put('left', encoded.left);
    this.put('right', encoded.right);
    this.put('sentence', encoded.sentence);
    this.put('quotation', encoded.quotation);
    this.put('quoted', encoded.quoted);
    this.put('name', encoded.name);
    this.put('shape', encoded.shape);
    this.put('size', encoded.size);
    this.put('construct', encoded.construct);
    this.put('first', first);
    this.put('open', encoded.open);
    this.put('paragraph', encoded.paragraph);
    this.putQuotations(quotations);
    this.putReadings(count, constructed);
    return true;
  }

  /** Writes how often the words of the article carry cues. */
  writeRates(cues: CueWords): void {
    if (cues === this.rates) return;
    this.rates = cues;
    const { type, count } = this.written!;
    const table = cueTable(cues);
    const from = this.placeOf('rate');
    for (let word = 0; word < count; word += 1) this.values[from + word] = table[type[word]!]! & CUE.rate;
  }

  /** Writes how likely the words of the article carry cues, as 32 bits of a float each. */
  writeProbabilities(probability: Float32Array): void {
    if (probability === this.probability) return;
    this.probability = probability;
    this.put('probability', new Int32Array(probability.buffer, probability.byteOffset, probability.length));
  }

  private makeRoom(numbers: number): void {
    this.room = numbers;
    const width = EDGE + numbers + EDGE;
    const { address, values } = this.sums.ints(width * NAMES.length);
    this.values = values;
    this.stride = width * 4;
    this.address = address + EDGE * 4;
    for (const name of NAMES) values.fill(COLUMNS[name], this.placeOf(name) - EDGE, this.placeOf(name));
    this.hashes = this.sums.ints(OWN_FEATURES + FEATURES_PER_WORD * numbers);
    this.fields = this.sums.ints(OWN_FEATURES + FEATURES_PER_WORD * numbers);
  }

  /** The place of the first number of a column. */
  private placeOf(name: Name): number {
    return EDGE + NAMES.indexOf(name) * (this.stride / 4);
  }

  private put(name: Name, numbers: Int32Array | Uint8Array): void {
    const from = this.placeOf(name);
    this.values.set(numbers, from);
    this.values.fill(COLUMNS[name], from + numbers.length, from + numbers.length + EDGE);
  }

  private putQuotations(quotations: readonly Quotation[]): void {
    const [from, to, continues] = [
      this.placeOf('quotationFrom'),
      this.placeOf('quotationTo'),
      this.placeOf('continues'),
    ];
    for (let index = 0; index < quotations.length; index += 1) {
      const quotation = quotations[index]!;
      this.values[from + index] = quotation.from;
      this.values[to + index] = quotation.to;
      this.values[continues + index] = quotation.continues ? 1 : 0;
    }
  }

  /** What constructs read: by word which reading it carries, by reading its source and content. */
  private putReadings(words: number, constructed: ReadonlyMap<number, ConstructReading>): void {
    const { values } = this;
    const by = this.placeOf('reading');
    const [from, to] = [this.placeOf('sourceFrom'), this.placeOf('sourceTo')];
    const [starts, pieces] = [this.placeOf('contentFrom'), this.placeOf('content')];
    values.fill(COLUMNS.reading, by, by + words + EDGE);
    let index = 0;
    let length = 0;
    for (const [word, { sourceFrom, sourceTo, content }] of constructed) {
      values[by + word] = index;
      values[from + index] = sourceFrom;
      values[to + index] = sourceTo;
      values[starts + index] = length;
      for (const number of content) values[pieces + length++] = number;
      index += 1;
    }
    values[starts + index] = length;
  }
}
