/** Looks at the beginning of a stream without losing it. */

/**
 * @returns the first chunk as Latin-1, without the mark of UTF-8, and a stream of everything
 */
export async function fromStart(chunks: AsyncIterable<Buffer>): Promise<[head: string, all: AsyncGenerator<Buffer>]> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first = await iterator.next();
  const all = async function* (): AsyncGenerator<Buffer> {
    try {
      for (let step = first; !step.done; step = await iterator.next()) yield step.value;
    } finally {
      await iterator.return?.(undefined);
    }
  };
  const head = first.done ? '' : first.value.toString('latin1').replace(/^\xef\xbb\xbf/, '');
  return [head, all()];
}
