/**
 * The kernel of the syntax stage: tagger, parser and labeller in WebAssembly (`kernels/syntax/`, built by
 * `npm run build`), with the memory that holds their weights. What it reads of the words goes in as columns of numbers,
 * a part of an article at a time; tags, heads and relations come out.
 */
import { readFileSync } from 'node:fs';
import { charge } from '../budget.ts';
import { growingMemory, PAGE } from '../model/wasm-memory.ts';
import type { Lexicon } from './lexicon.ts';
import { COLUMNS, wordTypes } from './types.ts';

/** What the kernel reads of a text: words and where they stand. */
export interface Tokens {
  readonly types: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** An address in the kernel's memory. */
type Address = number;

/** The kernel's functions that say where weights are, and of how many bits a slot's number is. */
interface Setters {
  setLists(lists: Address): void;
  setTagger(table: Address, bits: number): void;
  setParser(codes: Address, rows: Address, bits: number): void;
  setLabeller(table: Address, bits: number): void;
  setAllowed(lists: Address, forms: Address, count: number): void;
}

/** The kernel's functions, documented where they are written. Words, `from` and `to` count from the part's beginning. */
interface Functions {
  analyse(pieces: number): void;
  tagWords(from: number, to: number): void;
  parseWords(from: number, to: number): void;
  labelWords(from: number, to: number): void;
  takeSteps(): number;
  setBase(room: Address): void;
  // For trainers and tests.
  caseMode(from: number, to: number): number;
  tagLearned(word: number, from: number, to: number, mode: number): number;
  linkDependents(from: number, to: number): void;
  labelLearned(word: number, from: number, to: number): number;
  pairOf(word: number): number;
  allowedAt(word: number): number;
  setLearned(table: Address, bits: number): void;
  readSentence(from: number, to: number): void;
  forgetSums(): void;
  begin(): Address;
  possible(configuration: Address): number;
  act(configuration: Address, action: number): Address;
  headsOf(configuration: Address, heads: Address): void;
  allFeatures(configuration: Address): void;
  scorePacked(configuration: Address, action: number): number;
  scoreLearned(configuration: Address, action: number): number;
  follow(configuration: Address): void;
  offer(index: number, action: number, score: number, width: number): void;
  advance(margin: number): void;
  stepLearned(width: number): void;
  followed(): number;
  configurationAt(index: number): Address;
  sumAt(index: number): number;
  nextOf(configuration: Address): number;
  wordOnTop(configuration: Address): number;
  isHeaded(configuration: Address): number;
  parentOf(configuration: Address): Address;
  actionOf(configuration: Address): number;
  mix(a: number, b: number): number;
}

/** Places in the room of an instance, in bytes from where it begins, and sizes. */
const PLACES = ['HEADS', 'PIECES', 'RECORDS', 'RELATIONS', 'TAGS', 'BLOCKS', 'SLOTS', 'ROOM', 'MOST_WORDS'] as const;
type Places = Readonly<Record<(typeof PLACES)[number] | 'FEATURE_COUNT', { readonly value: number }>>;

/** Numbers of a word in the kernel: its type's record, its list of tags, its ambiguity, where it stands. */
const WORD_BITS = 4;
const LIST = COLUMNS;
const AMBIGUITY = COLUMNS + 1;
const START = COLUMNS + 2;
const END = COLUMNS + 3;

/** The most pages of a memory: 256 MB, weights that are learned among them. */
const MOST_PAGES = 4096;

/** What other threads need to use the same weights: they can be posted. */
export interface SharedKernel {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  /** What has been set. */
  readonly settings: readonly Setting[];
}
type Setting = readonly [setter: keyof Setters, ...values: number[]];

/** A memory with an instance of the kernel that has a room in it. */
export interface Kernel {
  readonly call: Functions;
  readonly shared: SharedKernel;
  /** Says where weights are. */
  set: <Name extends keyof Setters>(setter: Name, ...values: Parameters<Setters[Name]>) => void;
  /** The most words of a part. */
  readonly mostWords: number;
  /** Columns of the part: by word, and by piece. */
  readonly tags: Uint8Array;
  readonly heads: Int32Array;
  readonly relations: Uint8Array;
  readonly pieces: Int32Array;
  /** Where the weights of the features of the decision that was scored last begin, and rows of the parser's features. */
  readonly blocks: Int32Array;
  readonly slots: Int32Array;
  readonly featureCount: number;
  /** Puts bytes into the memory for good. */
  place(bytes: ArrayBufferView): Address;
  /** Room in the memory, all 0, and where it is. */
  floats(count: number): { readonly address: Address; readonly values: Float32Array };
  /** Puts lists of classes in, which the words' candidates and the allowed relations are numbers of. */
  placeLists(lists: readonly Uint8Array[]): void;
  /** Makes the words `from` to `to` the part, at most `mostWords`. */
  read(lexicon: Lexicon | null, words: Tokens, from: number, to: number): void;
  /** Charges the article for the weights that have been looked up since the last time; returns how many. */
  charge(): number;
}

let compiled: WebAssembly.Module | undefined;

function compileKernel(): WebAssembly.Module {
  compiled ??= new WebAssembly.Module(readFileSync(new URL('./kernel.wasm', import.meta.url)));
  return compiled;
}

/**
 * @param other that of another thread, whose weights this one uses; without it, a kernel with a memory of its own, which
 *   has no weights yet
 * @throws Error where the memory has no room for one more thread
 */
export function makeKernel(other?: SharedKernel): Kernel {
  const module = other?.module ?? compileKernel();
  const memory = other?.memory ?? growingMemory(MOST_PAGES);
  const settings: Setting[] = [];
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const call = exports as unknown as Functions;
  const set: Kernel['set'] = (setter, ...values) => {
    (exports as unknown as Record<string, (...values: number[]) => void>)[setter]!(...values);
    settings.push([setter, ...values]);
  };
  for (const [setter, ...values] of other?.settings ?? []) set(setter, ...(values as Parameters<Setters['setLists']>));
  const places = exports as unknown as Places;
  const [heads, pieces, records, relations, tags, blocks, slots, size, mostWords] = PLACES.map(
    (name) => places[name].value,
  ) as [number, number, number, number, number, number, number, number, number];
  // Shared memories grow for all at once: what a thread gets is its own.
  const room = (bytes: number): Address => memory.grow(Math.ceil(bytes / PAGE)) * PAGE;
  const own = room(size);
  call.setBase(own);
  const words = new Int32Array(memory.buffer, own + records, mostWords << WORD_BITS);
  return {
    call,
    set,
    shared: { module, memory, settings },
    mostWords,
    tags: new Uint8Array(memory.buffer, own + tags, mostWords),
    heads: new Int32Array(memory.buffer, own + heads, mostWords),
    relations: new Uint8Array(memory.buffer, own + relations, mostWords),
    pieces: new Int32Array(memory.buffer, own + pieces, mostWords),
    blocks: new Int32Array(memory.buffer, own + blocks, 96),
    slots: new Int32Array(memory.buffer, own + slots, 96),
    featureCount: places.FEATURE_COUNT.value,
    place({ buffer, byteOffset, byteLength }) {
      const address = room(byteLength);
      new Uint8Array(memory.buffer, address, byteLength).set(new Uint8Array(buffer, byteOffset, byteLength));
      return address;
    },
    floats(count) {
      const address = room(count * 4);
      return { address, values: new Float32Array(memory.buffer, address, count) };
    },
    placeLists(lists) {
      const bytes = new Uint8Array(lists.length * 64);
      for (const [number, list] of lists.entries()) bytes.set([list.length, ...list], number * 64);
      set('setLists', this.place(bytes));
    },
    read(lexicon, listed, from, to) {
      if (to - from > mostWords) throw new RangeError(`a part of ${to - from} words: at most ${mostWords}`);
      writeRecords(words, lexicon, listed, from, to);
    },
    charge() {
      const steps = call.takeSteps();
      charge(steps);
      return steps;
    },
  };
}

/** Writes what the kernel reads of each word from `from` to `to - 1` into its records. */
function writeRecords(
  records: Int32Array,
  lexicon: Parameters<Kernel['read']>[0],
  { types, starts, ends }: Parameters<Kernel['read']>[1],
  from: number,
  to: number,
): void {
  for (let word = from, at = 0; word < to; word++, at += 1 << WORD_BITS) {
    const type = types[word]!;
    const record = type * COLUMNS;
    for (let column = 0; column < COLUMNS; column++) records[at + column] = wordTypes.features[record + column]!;
    records[at + LIST] = lexicon === null ? 0 : lexicon.listOf(type);
    records[at + AMBIGUITY] = lexicon === null ? 0 : lexicon.ambiguity(type);
    records[at + START] = starts[word]!;
    records[at + END] = ends[word]!;
  }
}
