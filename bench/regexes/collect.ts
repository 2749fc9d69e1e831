/** All regular expressions of the program: those written as such, and those built while it loads and reads the fixtures. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync, Visitor } from 'oxc-parser';

const SOURCES = fileURLToPath(new URL('../../src/', import.meta.url));
/** Programs that begin to work when they are loaded; what they hold is loaded by others too, or written as a literal. */
const PROGRAMS = new Set(['cli.ts', 'cli/program.ts', 'batch/worker.ts', 'queue/program.ts']);

export interface Expression {
  readonly source: string;
  readonly flags: string;
  /** The file that holds or builds it, relative to `src/`; of several the first. */
  readonly file: string;
}

/** @returns each expression once, with literals before built ones, in the order of the files' names */
export async function collectExpressions(): Promise<Expression[]> {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts'))
    .sort();
  const found = new Map<string, Expression>();
  const note = (source: string, flags: string, file: string) => {
    const key = `/${source}/${flags}`;
    if (!found.has(key)) found.set(key, { source, flags, file });
  };
  for (const file of files) literalsOf(file, note);
  await watchBuilt(note, async () => {
    for (const file of files) {
      if (!PROGRAMS.has(file) && !file.includes('.client.')) await import(join(SOURCES, file));
    }
    await readFixtures();
  });
  return [...found.values()];
}

type Note = (source: string, flags: string, file: string) => void;

function literalsOf(file: string, note: Note): void {
  const { program, errors } = parseSync(file, readFileSync(join(SOURCES, file), 'utf8'));
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]!.message}`);
  new Visitor({
    Literal(literal) {
      if ('regex' in literal) note(literal.regex.pattern, literal.regex.flags, file);
    },
  }).visit(program);
}

/** Notes what our own files build with `RegExp` while something runs; the stack tells whose call it is. */
async function watchBuilt(note: Note, run: () => Promise<void>): Promise<void> {
  const Original = RegExp;
  const seen = (made: RegExp): RegExp => {
    const caller = (new Error().stack ?? '').split('\n').find((line) => /\/src\/|node_modules|node:/.test(line)) ?? '';
    const file = /\/src\/([\w/.-]+\.ts)/.exec(caller)?.[1];
    if (file !== undefined && !caller.includes('node_modules')) note(made.source, made.flags, file);
    return made;
  };
  globalThis.RegExp = new Proxy(Original, {
    construct: (target, args) => seen(Reflect.construct(target, args)),
    apply: (target, self, args) => seen(Reflect.apply(target, self, args)),
  });
  try {
    await run();
  } finally {
    globalThis.RegExp = Original;
  }
}

async function readFixtures(): Promise<void> {
  const { extractArticle } = await import('../../src/extract.ts');
  const { readFixtures: read } = await import('../../tests/fixtures.ts');
  for (const article of (await read()).values()) extractArticle(article);
}
