/** All quotation marks of a text and everything that looks like one, found in one pass. */

export interface Mark {
  /** Where it stands, in UTF-16 code units. */
  readonly at: number;
  /** As written; two apostrophes or backticks in a row are one mark. */
  readonly mark: string;
}

const DOUBLE = new Set(['"', '“', '”', '„', '‟', '«', '»', '＂']);
const SINGLE = new Set(["'", '‘', '’', '‛', '‚', '‹', '›']);
/** Two of these in a row are a double mark. */
const PAIRED = new Set(["'", '`', '‘', '’']);

/** Double marks: each is a quotation mark. */
export function doubleMarks(text: string): Mark[] {
  const marks: Mark[] = [];
  for (let at = nextMark(text, 0); at < text.length; at = nextMark(text, at + 1)) {
    const mark = text[at]!;
    if (DOUBLE.has(mark)) marks.push({ at, mark });
    else if (mark === text[at + 1] && PAIRED.has(mark)) {
      marks.push({ at, mark: mark + mark });
      at += 1;
    }
  }
  return marks;
}

/** Single marks, most of which are apostrophes. The halves of two apostrophes in a row are left out. */
export function singleMarks(text: string): Mark[] {
  const marks: Mark[] = [];
  for (let at = nextMark(text, 0); at < text.length; at = nextMark(text, at + 1)) {
    const mark = text[at]!;
    if (SINGLE.has(mark) && mark !== text[at - 1] && mark !== text[at + 1]) marks.push({ at, mark });
  }
  return marks;
}

/** The next place at or behind `at` of a character that can be a mark: letters and most signs are none. */
function nextMark(text: string, at: number): number {
  for (let next = at; next < text.length; next += 1) {
    const code = text.charCodeAt(next);
    if (code < 0x80) {
      if (code === 0x22 || code === 0x27 || code === 0x60) return next;
    } else if (code === 0xab || code === 0xbb || (code >= 0x2018 && code <= 0x203a) || code === 0xff02) return next;
  }
  return text.length;
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
