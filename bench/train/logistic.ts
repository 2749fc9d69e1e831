/** Logistic regression with a ridge (L2) penalty, by Newton's method: for small tables of readable features. */
export interface LogisticExample {
  readonly features: ReadonlyMap<string, number>;
  readonly right: boolean;
  /** How much the example counts. */
  readonly weight: number;
}

const STEPS = 25;
const ENOUGH = 1e-7;

/**
 * @param least features seen in fewer examples are left out
 * @param ridge the penalty on the square of each weight; the weight of `bias` is free
 */
export function fitLogistic(
  examples: readonly LogisticExample[],
  { least, ridge }: { readonly least: number; readonly ridge: number },
): Map<string, number> {
  const seen = new Map<string, number>();
  for (const { features } of examples) for (const name of features.keys()) seen.set(name, (seen.get(name) ?? 0) + 1);
  const names = [...seen.keys()].filter((name) => seen.get(name)! >= least).sort();
  const index = new Map(names.map((name, at) => [name, at]));
  const rows = examples.map(({ features }) =>
    [...features].flatMap(([name, size]) => (index.has(name) ? [[index.get(name)!, size] as const] : [])),
  );
  const weights = new Float64Array(names.length);
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = Float64Array.from(weights, (weight, at) => (names[at] === 'bias' ? 0 : ridge * weight));
    const curvature = names.map((name, at) => {
      const row = new Float64Array(names.length);
      row[at] = name === 'bias' ? 1e-6 : ridge;
      return row;
    });
    for (const [example, row] of rows.entries()) {
      let sum = 0;
      for (const [at, size] of row) sum += weights[at]! * size;
      const probability = 1 / (1 + Math.exp(-sum));
      const { right, weight } = examples[example]!;
      const error = weight * (probability - (right ? 1 : 0));
      const bend = weight * Math.max(1e-6, probability * (1 - probability));
      for (const [at, size] of row) {
        gradient[at]! += error * size;
        for (const [other, otherSize] of row) curvature[at]![other]! += bend * size * otherSize;
      }
    }
    const change = solve(curvature, gradient);
    let largest = 0;
    for (let at = 0; at < weights.length; at += 1) {
      weights[at]! -= change[at]!;
      largest = Math.max(largest, Math.abs(change[at]!));
    }
    if (largest < ENOUGH) break;
  }
  return new Map(names.map((name, at) => [name, weights[at]!]));
}

/** Solves a positive definite system in place, by Gaussian elimination. */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  for (let at = 0; at < size; at += 1) {
    const pivot = matrix[at]!;
    for (let below = at + 1; below < size; below += 1) {
      const row = matrix[below]!;
      const factor = row[at]! / pivot[at]!;
      if (factor === 0) continue;
      for (let column = at; column < size; column += 1) row[column]! -= factor * pivot[column]!;
      right[below]! -= factor * right[at]!;
    }
  }
  for (let at = size - 1; at >= 0; at -= 1) {
    let sum = right[at]!;
    for (let column = at + 1; column < size; column += 1) sum -= matrix[at]![column]! * right[column]!;
    right[at] = sum / matrix[at]![at]!;
  }
  return right;
}
