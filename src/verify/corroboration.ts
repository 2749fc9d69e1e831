/** Compares what corroboration wrote with the articles: every span given as proof must still have its text. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ClusterRow, clusterRow, type Evidence } from '../corroborate/rows.ts';
import { CLUSTERS, CORROBORATION } from '../corroboration-formats.ts';
import { originalOf } from '../results/original.ts';
import { readOutputs } from '../results/outputs.ts';

/**
 * @param out what a run wrote; nothing is looked at where no corroboration was made of it
 * @param differs gets each difference as a line
 * @returns how many spans were compared
 */
export async function verifyCorroboration(out: string, differs: (line: string) => void): Promise<number> {
  const folder = join(out, CORROBORATION);
  const path = join(folder, CLUSTERS);
  if (!existsSync(path)) return 0;
  const proofs = new Map<string, Evidence[]>();
  const members = new Map<string, ClusterRow['members']>();
  for (const [at, line] of (await readFile(path, 'utf8')).split('\n').entries()) {
    if (line === '') continue;
    const cluster = parse(line);
    if (cluster === null) differs(`${path}:${at + 1} is not what corroborate writes; run it again`);
    else {
      for (const proof of proofsOf(cluster)) push(proofs, proof.article, proof);
      for (const member of cluster.members) push(members, member.article, member);
    }
  }
  let compared = 0;
  for await (const reading of readOutputs(out, folder)) {
    if (!('output' in reading)) continue;
    const { id } = reading.output.article;
    const spans = new Map(reading.output.claims.map((claim) => [claim.id, claim.content]));
    for (const { claim, start, end } of members.get(id) ?? []) {
      compared += 1;
      const content = spans.get(claim) ?? [];
      if (![start, end - 1].every((place) => content.some((piece) => piece.start <= place && place < piece.end))) {
        differs(`${path} has claim ${claim} of ${id} elsewhere; run accordingto corroborate again`);
      }
    }
    const mine = proofs.get(id) ?? [];
    proofs.delete(id);
    const { text } = await originalOf(reading.output);
    for (const { article, start, end, text: words } of mine) {
      compared += 1;
      if (text.slice(start, end) !== words) {
        differs(
          `${path} quotes ${article} at ${start}, where something else stands; run accordingto corroborate again`,
        );
      }
    }
  }
  for (const article of proofs.keys()) {
    differs(`${path} speaks of ${article}, which is not there; run accordingto corroborate again`);
  }
  return compared;
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function parse(line: string): ClusterRow | null {
  try {
    const result = clusterRow.safeParse(JSON.parse(line));
    return result.success ? result.data : null;
  } catch {
    return null;
  }
}

function proofsOf({ origins, edges, contradictions }: ClusterRow): Evidence[] {
  return [
    ...origins.flatMap(({ evidence }) => evidence),
    ...edges.flatMap(({ evidence }) => evidence),
    ...contradictions.flatMap(({ first, second }) => [first, second]),
  ];
}
