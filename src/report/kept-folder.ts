/** The articles of a report as corroboration compares them; what an earlier report or `corroborate` kept is not made anew. */
import { join } from 'node:path';
import { type Corroboration, Folder } from '../corroborate/index.ts';
import { KeptArticles, sumOf } from '../corroborate/kept-file.ts';
import type { OwnRow } from '../corroborate/register-file.ts';
import { CORROBORATION, KEPT } from '../corroboration-formats.ts';
import type { Output } from '../output.ts';

export class KeptFolder {
  readonly #folder: Folder;
  /** Of the report: read, and written anew where articles came or went. */
  readonly #own: KeptArticles;
  /** Of `corroborate`: read only. */
  readonly #others: KeptArticles;

  /**
   * @param out what a run wrote
   * @param report the folder of the report
   * @param register the user's own
   */
  constructor(out: string, report: string, register: ReadonlyMap<string, OwnRow>) {
    this.#folder = new Folder(register);
    this.#own = new KeptArticles(join(report, KEPT), register);
    this.#others = new KeptArticles(join(out, CORROBORATION, KEPT), register);
  }

  /**
   * @param json the output as it was written
   * @throws Error of the system where what is kept cannot be written
   */
  add(output: Output, json: string): void {
    const sum = sumOf(json);
    const own = this.#own.take(sum);
    const kept = own ?? this.#others.take(sum);
    if (kept !== null) this.#folder.addKept(kept);
    if (own === null) this.#own.add(sum, kept ?? this.#folder.add(output));
  }

  /**
   * Compares all, and keeps what was added.
   *
   * @throws Error of the system where that cannot be written
   */
  async corroborate(): Promise<Corroboration> {
    this.#others.discard();
    await this.#own.commit();
    return this.#folder.corroborate();
  }

  /** Gives up what was added. */
  discard(): void {
    this.#others.discard();
    this.#own.discard();
  }
}
