/** The trained weights, loaded at first use and kept for the life of the process; its threads share them. */
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';
import { hashText } from '../model/hash.ts';
import { loadWeights, type Weights } from '../model/weights.ts';
import { readWordTable } from '../model/word-table.ts';
import { type Kernel, makeKernel, type SharedKernel } from './kernel.ts';
import { type Lexicon, lexiconFrom, packLexicon } from './lexicon.ts';

/** Versions of the features: weights of another version cannot be read. */
export const TAGGER_VERSION = 3;
export const PARSER_VERSION = 5;

export interface SyntaxModels {
  /** Has the weights of both. */
  readonly kernel: Kernel;
  readonly lexicon: Lexicon;
}

let shipped: SyntaxModels | undefined;

/** The models that are shipped. */
export function shippedModels(): SyntaxModels {
  shipped ??= sharedModels() ?? loadModels(TAGGER, PARSER);
  return shipped;
}

const TAGGER = new URL('./tagger.bin', import.meta.url);
const PARSER = new URL('./parser.bin', import.meta.url);
/** The name under which the threads of a process find its kernel. */
const SHARED = 'accordingto.syntax';

/** Loads the shipped models so that threads which start from now on use the weights of this one. */
export function shareModels(): void {
  setEnvironmentData(SHARED, shippedModels().kernel.shared as never);
}

function sharedModels(): SyntaxModels | null {
  const shared = getEnvironmentData(SHARED) as SharedKernel | undefined;
  if (!shared) return null;
  try {
    const kernel = makeKernel(shared);
    return { kernel, lexicon: readLexicon(loadWeights(TAGGER, TAGGER_VERSION)) };
  } catch (error) {
    // Rooms of threads that have ended are not given back: after dozens of them, one loads its own weights.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * @param taggerFile written by `npm run train -- syntax`, as is `parserFile`
 * @param parserFile null where words are tagged alone
 */
export function loadModels(taggerFile: URL, parserFile: URL | null): SyntaxModels {
  const kernel = makeKernel();
  const tagger = loadWeights(taggerFile, TAGGER_VERSION);
  const lexicon = readLexicon(tagger);
  kernel.set('setTagger', kernel.place(tagger.int8('table')), tagger.shape.bits!);
  const parser = parserFile && loadWeights(parserFile, PARSER_VERSION);
  if (parser) {
    const codes = kernel.place(parser.int16('transitions codes'));
    kernel.set('setParser', codes, kernel.place(parser.int8('transitions rows')), parser.shape.transitionBits!);
    kernel.set('setLabeller', kernel.place(parser.int8('labels')), parser.shape.labelBits!);
  }
  placeLists(kernel, lexicon.lists, parser ? allowedBy(parser) : []);
  return { kernel, lexicon };
}

function readLexicon(tagger: Weights): Lexicon {
  // Models of folds that were trained before 2026-11-30 hold lines.
  const lines = tagger.sections.some(({ name }) => name === 'lexicon');
  if (lines) return lexiconFrom(packLexicon(tagger.lines('lexicon')));
  return lexiconFrom({ words: readWordTable(tagger), classes: tagger.lines('classes') });
}

/** The relations that each pair of tags and side allows. */
function allowedBy(parser: Weights): Uint8Array[] {
  const lists = new Map<string, Uint8Array>();
  return parser.lines('allowed').map((line) => {
    const list = lists.get(line) ?? Uint8Array.from(Buffer.from(line, 'latin1'), (code) => code - 48);
    lists.set(line, list);
    return list;
  });
}

/** Forms of "be": what hangs on a participle beside one is passive. */
const BE = ['be', 'am', 'is', 'are', 'was', 'were', 'been', 'being', "'s", "'re", "'m", 'get', 'gets', 'got'];

/**
 * Puts the lists of classes into the kernel.
 *
 * @param tags the lexicon's lists
 * @param allowed the relations that each pair of tags and side allows; the same list may come often
 * @returns the lists by their numbers
 */
export function placeLists(kernel: Kernel, tags: readonly Uint8Array[], allowed: readonly Uint8Array[]): Uint8Array[] {
  const numbers = new Map<Uint8Array, number>();
  const lists = [...tags];
  const pairs = Uint16Array.from(allowed, (list) => {
    const number = numbers.get(list) ?? lists.push(list) - 1;
    numbers.set(list, number);
    return number;
  });
  kernel.placeLists(lists);
  const forms = kernel.place(Int32Array.from(BE, (form) => hashText(form)));
  kernel.set('setAllowed', kernel.place(pairs), forms, BE.length);
  return lists;
}
