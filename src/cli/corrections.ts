/** The corrections of a run: their file, and at its end which of them were not applied. */
import { readFileSync } from 'node:fs';
import { inShard } from '../batch/names.ts';
import type { Shard } from '../batch/shard.ts';
import type { Refusal } from '../corrections/apply.ts';
import { type Correction, CorrectionError, parseCorrections } from '../corrections/correction.ts';
import { EXIT, Failure } from '../failure.ts';
import { asReadError } from '../read/error.ts';
import { visible } from '../write/one-line.ts';

/** Places in the file that are written out in one message. */
const MAX_LISTED = 10;

export class Corrections {
  readonly list: readonly Correction[];
  readonly #path: string;
  readonly #refused: Refusal[] = [];
  /** Articles that corrections name and the run has not met. */
  readonly #missing: Set<string>;
  /** An id that the run met. */
  #example: string | null = null;

  /**
   * @param path JSON lines, or an export of Label Studio
   * @throws Failure that says which line is wrong
   */
  static async read(path: string): Promise<Corrections> {
    try {
      const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
      if (!text.trimStart().startsWith('[')) return new Corrections(path, parseCorrections(text));
      return new Corrections(path, (await import('../corrections/label-studio.ts')).parseLabelStudio(text));
    } catch (error) {
      const reason = error instanceof CorrectionError ? error.message : asReadError(error).message;
      throw new Failure(`${path} ${reason}`, error instanceof CorrectionError ? EXIT.usage : EXIT.noInput);
    }
  }

  constructor(path: string, list: readonly Correction[]) {
    this.#path = path;
    this.list = list;
    this.#missing = new Set(list.map(({ article }) => article));
  }

  /**
   * Notes a document of the run.
   *
   * @param refused its corrections that were not applied
   */
  met(id: string, refused: readonly Refusal[] = []): void {
    this.#missing.delete(id);
    this.#example ??= id;
    this.#refused.push(...refused);
  }

  /** Corrections that were not applied, as the summary has them. */
  refusals(shard: Shard | null): Refusal[] {
    const missing = this.list
      .filter(({ article }) => this.#missing.has(article) && (shard === null || inShard(article, shard)))
      .map(({ where, article }) => ({ where, reason: `is for the article "${article}", which this run did not read` }));
    return [...missing, ...this.#refused];
  }

  /** @returns a line for each kind of thing that is wrong, without its end */
  warnings(shard: Shard | null): string[] {
    const byReason = new Map<string, Refusal[]>();
    for (const refusal of this.refusals(shard)) {
      const { reason } = refusal;
      byReason.set(reason, [...(byReason.get(reason) ?? []), refusal]);
    }
    const lines = [...byReason].map(([reason, all]) => `${this.#at(all)} ${reason}; not applied`);
    const wordless = this.list.filter(({ text }) => text === undefined);
    if (wordless.length > 0) {
      lines.push(
        `${this.#at(wordless)}: without the words of the claim ("text") nothing tells whether it is still the same`,
      );
    }
    if (this.#missing.size > 0 && this.#example !== null) {
      lines.push(`${visible(this.#path)}: articles are named by their ids, as "${visible(this.#example)}"`);
    }
    return lines;
  }

  #at(all: readonly { readonly where: string }[]): string {
    const listed = all.slice(0, MAX_LISTED).map(({ where }) => where);
    const more = all.length > MAX_LISTED ? ` and ${all.length - MAX_LISTED} more` : '';
    return `${visible(this.#path)} ${visible(listed.join(', '))}${more}`;
  }
}
