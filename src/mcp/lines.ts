/** Messages, one a line, of which none is too long: what would close the connection is answered here instead. */
import { Transform, type TransformCallback } from 'node:stream';

/** As much of the beginning and of the end is kept of a message that is too long: its id stands at one of them. */
const KEPT = 512;

const ID = '"id"\\s*:\\s*("(?:[^"\\\\]|\\\\.){1,200}"|-?\\d{1,15})';
const AT_START = new RegExp(`^\\s*\\{\\s*(?:"jsonrpc"\\s*:\\s*"2\\.0"\\s*,\\s*)?${ID}\\s*,`);
const AT_END = new RegExp(`,\\s*${ID}\\s*(?:,\\s*"jsonrpc"\\s*:\\s*"2\\.0"\\s*)?\\}\\s*$`);

/** The error of JSON-RPC for a request that is not valid. */
const INVALID = -32600;

/**
 * Passes lines on, whole; of a longer one nothing is kept but its ends.
 *
 * @param longest bytes of a line
 * @param answer gets what to send back, a line of JSON
 */
export class Lines extends Transform {
  readonly #longest: number;
  readonly #answer: (line: string) => void;
  #parts: Buffer[] = [];
  #size = 0;
  #start: Buffer = Buffer.alloc(0);
  #end: Buffer = Buffer.alloc(0);

  constructor(longest: number, answer: (line: string) => void) {
    super();
    this.#longest = longest;
    this.#answer = answer;
  }

  override _transform(chunk: Buffer, _: string, done: TransformCallback): void {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      this.#add(chunk.subarray(from, at + 1));
      this.#finish();
      from = at + 1;
    }
    if (from < chunk.length) this.#add(chunk.subarray(from));
    done();
  }

  override _flush(done: TransformCallback): void {
    if (this.#size > 0) this.#finish();
    done();
  }

  #add(part: Buffer): void {
    this.#size += part.length;
    if (this.#start.length < KEPT) this.#start = Buffer.concat([this.#start, part]).subarray(0, KEPT);
    this.#end = Buffer.concat([this.#end, part.subarray(-KEPT)]).subarray(-KEPT);
    if (this.#size <= this.#longest) this.#parts.push(part);
    else this.#parts = [];
  }

  #finish(): void {
    if (this.#size <= this.#longest) this.push(Buffer.concat(this.#parts));
    else this.#answer(this.#refusal());
    this.#parts = [];
    this.#size = 0;
    this.#start = Buffer.alloc(0);
    this.#end = Buffer.alloc(0);
  }

  #refusal(): string {
    const id = AT_START.exec(this.#start.toString('utf8'))?.[1] ?? AT_END.exec(this.#end.toString('utf8'))?.[1];
    const message = `the message has ${this.#size} bytes, more than ${this.#longest}; send the article in parts`;
    return `{"jsonrpc":"2.0","id":${id ?? 'null'},"error":${JSON.stringify({ code: INVALID, message })}}\n`;
  }
}
