/** What the stage asks of a word's letters alone, computed once a word type, however often the word comes. */
import { wordTypes } from '../syntax/types.ts';

/** One number for every word type met in this process, by the ids of `Words.types`. */
export class Column {
  private values = new Int32Array(0);
  private known = 0;
  private generation = -1;
  private readonly compute: (lower: string, form: string) => number;

  /** @param compute from the word in lower case and as written */
  constructor(compute: (lower: string, form: string) => number) {
    this.compute = compute;
  }

  /** The numbers of all types so far; valid until more words are read. */
  ofTypes(): Int32Array {
    if (this.generation !== wordTypes.generation) this.known = 0;
    this.generation = wordTypes.generation;
    const { count, forms, lower } = wordTypes;
    if (count > this.values.length) {
      const larger = new Int32Array(count * 2);
      larger.set(this.values);
      this.values = larger;
    }
    for (; this.known < count; this.known += 1) {
      this.values[this.known] = this.compute(lower[this.known]!, forms[this.known]!);
    }
    return this.values;
  }
}
