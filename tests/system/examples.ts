/** The examples in docstrings: what they are, and what they say they print. */
import { readdirSync, readFileSync } from 'node:fs';

export interface Example {
  readonly file: string;
  readonly program: string;
  /** What stands after each `console.log(…);` as a comment. */
  readonly prints: readonly string[];
}

/** Every `@example` under src/. */
export function docstringExamples(): Example[] {
  const src = new URL('../../src/', import.meta.url);
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .flatMap((file) =>
      [...readFileSync(new URL(file, src), 'utf8').matchAll(/@example\n([\s\S]*?)(?=\n ?\*\n| \* @|\n? \*\/)/g)].map(
        ([, lines]) => {
          const program = lines!.replace(/^ \* ?/gm, '');
          const prints = [...program.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, printed]) => printed!);
          return { file, program, prints };
        },
      ),
    );
}
