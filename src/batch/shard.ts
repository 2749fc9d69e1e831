/** Shards: parts of a run that several machines do. The shard of a document depends on its id alone. */

/** Part `index` of `of`, counted from 1. Its halves are parts `2 * index - 1` and `2 * index` of `2 * of`. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** @returns a part of a run as `--shard` takes it, `i/n`; null for a whole run */
export const shardName = (shard: Shard | null): string | null => (shard === null ? null : `${shard.index}/${shard.of}`);

/** @returns null where the text is no `i/n` with 1 <= i <= n */
export function parseShard(text: string): Shard | null {
  const [, index, of] = /^(\d{1,9})\/(\d{1,9})$/.exec(text) ?? [];
  const shard = { index: Number(index), of: Number(of) };
  return shard.index >= 1 && shard.index <= shard.of ? shard : null;
}
