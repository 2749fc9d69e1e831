/**
 * Arrows between the folders of `src/`: none leads back, and none leads up to the command line. Between files Biome holds
 * the same (`noImportCycles`, types counted).
 */
import type { Finding, SourceFile } from './sources.ts';

/** What only the program itself imports. */
const TOP = 'cli';

/** @returns the arrows by which folders need each other, one finding each, and those up to the command line */
export function foldersInCircles(files: readonly SourceFile[]): Finding[] {
  const arrows = new Map<string, Map<string, string>>();
  for (const { path, imports } of files) {
    const from = folderOf(path);
    for (const to of imports.map(folderOf)) {
      if (from === '' || to === '' || from === to) continue;
      const own = arrows.get(from) ?? new Map<string, string>();
      arrows.set(from, own.set(to, own.get(to) ?? path));
    }
  }
  return [...arrows].flatMap(([from, own]) =>
    [...own].flatMap(([to, example]) => {
      const file = `src/${from}`;
      if (to === TOP && from !== 'cli.ts') return [{ file, name: to, says: `${example} imports what stands above it` }];
      return reaches(arrows, to, from)
        ? [{ file, name: to, says: `${example} imports it, and ${to} needs ${from}` }]
        : [];
    }),
  );
}

/** The folder of `src/` in which a file stands; a file right in `src/` is one of its own; empty outside `src/`. */
function folderOf(path: string): string {
  return /^src\/([^/]+)/.exec(path)?.[1] ?? '';
}

function reaches(arrows: ReadonlyMap<string, ReadonlyMap<string, string>>, from: string, to: string): boolean {
  const seen = new Set([from]);
  for (const folder of seen) for (const next of arrows.get(folder)?.keys() ?? []) seen.add(next);
  return seen.has(to);
}
