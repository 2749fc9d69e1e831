/** Records the turns of speech so far, and who spoke last in each paragraph. */
import type { Referent } from './referent.ts';

export class Turns {
  /** Changes of speaker so far. */
  count = 0;
  speaker: Referent | null = null;
  #paragraph = -1;
  #here: Referent | null = null;
  #before: { readonly paragraph: number; readonly speaker: Referent } | null = null;

  /** Notes the paragraph that has been reached. */
  enter(paragraph: number): void {
    if (paragraph === this.#paragraph) return;
    if (this.#here) this.#before = { paragraph: this.#paragraph, speaker: this.#here };
    this.#here = null;
    this.#paragraph = paragraph;
  }

  /** Notes who speaks, outside the contents of others. */
  speak(one: Referent, word: number): void {
    if (one !== this.speaker) this.count += 1;
    this.speaker = one;
    this.#here = one;
    one.turn = this.count;
    one.spoke = word;
  }

  /** Who spoke last in this paragraph, or else in the one before: whose turn a quotation that stands alone goes on with. */
  of(paragraph: number): Referent | null {
    return this.#here ?? this.before(paragraph);
  }

  /** Who spoke last in the paragraph before this one; null where nobody did. */
  before(paragraph: number): Referent | null {
    return this.#before?.paragraph === paragraph - 1 ? this.#before.speaker : null;
  }
}
