/** The project's TypeScript, parsed once for all rules. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Comment, type ParseResult, parseSync } from 'oxc-parser';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOLDERS = ['src', 'bench', 'tests'];

export type Program = ParseResult['program'];

export interface SourceFile {
  /** Relative to the project, with slashes: `src/dates/index.ts`. */
  readonly path: string;
  readonly text: string;
  /** Its lines without their ends; a last end of line begins no line. */
  readonly lines: readonly string[];
  readonly program: Program;
  readonly comments: readonly Comment[];
  /** Files of the project that it imports or exports from when it is loaded, types included; paths as `path`. */
  readonly imports: readonly string[];
}

/** What a rule found against it. */
export interface Finding {
  readonly file: string;
  /** What is wrong there: the name of a function or of a constant, of a folder. Empty where it is the file itself. */
  readonly name: string;
  /** For the message: how it is, and how it may be. */
  readonly says: string;
}

/** @returns every `.ts` file under `src`, `bench` and `tests`, in the order of the paths */
export function readSources(): SourceFile[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  )
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts') && !path.includes('node_modules'))
    .sort()
    .map(readSource);
}

/** @throws Error where the file cannot be parsed */
function readSource(path: string): SourceFile {
  return parseSource(path, readFileSync(join(ROOT, path), 'utf8'));
}

/**
 * @param path as it would stand in the project
 * @param text of a TypeScript file
 * @throws Error where it cannot be parsed
 */
export function parseSource(path: string, text: string): SourceFile {
  const { program, comments, module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]!.message}`);
  const requests = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
  ];
  const imports = requests
    .filter((request) => request.startsWith('.'))
    .map((request) => normalize(join(dirname(path), request)).replaceAll('\\', '/'));
  return { path, text, lines: text.replace(/\n$/, '').split('\n'), program, comments, imports: [...new Set(imports)] };
}

/**
 * @param offset UTF-16 code units into the file's text
 * @returns the index of its line, from 0
 */
export function lineAt(file: SourceFile, offset: number): number {
  let line = 0;
  for (let at = file.text.indexOf('\n'); at >= 0 && at < offset; at = file.text.indexOf('\n', at + 1)) line += 1;
  return line;
}
