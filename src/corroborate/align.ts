/** Two runs of words side by side: what is the same, and what the one has where the other has something else. */

/** A word, or a gap that the paper made: dots, brackets. */
export interface Token {
  readonly text: string;
  /** What is compared; gaps are never the same. */
  readonly key: string;
  readonly kind: 'word' | 'gap';
}

/** A stretch of both: the same in both, or what stands in the one where the other has something else. */
export interface Difference {
  readonly same: boolean;
  readonly first: readonly string[];
  readonly second: readonly string[];
  /** True where one of them shows that something is left out or put in. */
  readonly marked: boolean;
}

/** Longest common subsequence of words; gaps go into the differences beside which they stand. */
export function align(a: readonly Token[], b: readonly Token[]): Difference[] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const here = i * width + j;
      lengths[here] = equal(a[i]!, b[j]!)
        ? lengths[here + width + 1]! + 1
        : Math.max(lengths[here + width]!, lengths[here + 1]!);
    }
  }
  const differences: { same: boolean; first: string[]; second: string[]; marked: boolean }[] = [];
  const stretch = (same: boolean) => {
    const last = differences.at(-1);
    if (last?.same === same) return last;
    const made = { same, first: [], second: [], marked: false };
    differences.push(made);
    return made;
  };
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (i < a.length && j < b.length && equal(a[i]!, b[j]!)) {
      const { first, second } = stretch(true);
      first.push(a[i]!.text);
      second.push(b[j]!.text);
      i += 1;
      j += 1;
    } else {
      const mine = j >= b.length || (i < a.length && lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!);
      const token = mine ? a[i]! : b[j]!;
      const difference = stretch(false);
      if (token.kind === 'gap') difference.marked = true;
      else (mine ? difference.first : difference.second).push(token.text);
      if (mine) i += 1;
      else j += 1;
    }
  }
  return differences;
}

const equal = (a: Token, b: Token): boolean => a.kind === 'word' && b.kind === 'word' && a.key === b.key;
