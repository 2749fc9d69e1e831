/** Stands in for the worker of `src/batch/pool.ts`: a document's text says how it misbehaves. */
const ODDITIES = {
  hang() {
    for (;;);
  },
  /** Hangs only beside other documents of its task. */
  'slow at first'(count) {
    while (count > 1);
  },
  explode() {
    const kept = [];
    for (;;) kept.push(new Array(1000).fill({}));
  },
  exit() {
    process.exit(3);
  },
};

export default function run({ documents, watch }) {
  return documents.map(({ content }, index) => {
    Atomics.store(watch, 0, BigInt(index));
    Atomics.store(watch, 1, process.hrtime.bigint());
    ODDITIES[content.failed]?.(documents.length);
    return { status: 'failed', reason: `done ${content.failed}`, empty: false, milliseconds: 0 };
  });
}
