/** The rules by name, and what breaks them. */
import { undocumented } from './docstrings.ts';
import { foldersInCircles } from './folders.ts';
import { longFile, longFunctions } from './lengths.ts';
import { longPatterns } from './patterns.ts';
import type { Finding, SourceFile } from './sources.ts';

const RULES: Readonly<Record<string, (files: readonly SourceFile[]) => Finding[]>> = {
  'file-length': (files) => files.flatMap(longFile),
  'function-length': (files) => files.flatMap(longFunctions),
  docstring: (files) => files.flatMap(undocumented),
  'pattern-length': (files) => files.flatMap(longPatterns),
  folders: foldersInCircles,
};

/** @returns one entry for each finding as a line of `exceptions.tsv`, with the message for people */
export function findBroken(files: readonly SourceFile[]): { readonly entry: string; readonly message: string }[] {
  return Object.entries(RULES).flatMap(([rule, find]) =>
    find(files).map(({ file, name, says }) => ({
      entry: [rule, file, name].join('\t').trimEnd(),
      message: `${file}${name === '' ? '' : `: ${name}`}: ${says} (${rule})`,
    })),
  );
}
