/** All quotation marks of a text and everything that looks like one, found in one pass. */

export interface Mark {
  /** Where it stands, in UTF-16 code units. */
  readonly at: number;
  /** As written; two apostrophes or backticks in a row are one mark. */
  readonly mark: string;
}

const DOUBLE = /["“”„‟«»＂]|''|``|‘‘|’’/g;
const SINGLE = /['‘’‛‚‹›]/g;

/** Double marks: each is a quotation mark. */
export const doubleMarks = (text: string): Mark[] => marksOf(text, DOUBLE);

/** Single marks, most of which are apostrophes. The halves of two apostrophes in a row are left out. */
export const singleMarks = (text: string): Mark[] =>
  marksOf(text, SINGLE).filter(({ at }) => text[at] !== text[at - 1] && text[at] !== text[at + 1]);

function marksOf(text: string, pattern: RegExp): Mark[] {
  return Array.from(text.matchAll(pattern), ({ 0: mark, index: at }) => ({ at, mark }));
}

/** Cuts position-sorted marks into those of each position-sorted stretch; to be called in the order of the text. */
export function cursor(marks: readonly Mark[]): (start: number, end: number) => Mark[] {
  let next = 0;
  return (start, end) => {
    while (next < marks.length && marks[next]!.at < start) next += 1;
    const from = next;
    while (next < marks.length && marks[next]!.at < end) next += 1;
    return marks.slice(from, next);
  };
}
