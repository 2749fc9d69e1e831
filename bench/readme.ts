/** The examples of README.md, made by running them: shared by the test that compares them and `npm run golden`. */
import { type ArticleInput, extract } from '../src/index.ts';
import { writeJson } from '../src/write/json.ts';
import { writeText } from '../src/write/text.ts';

/** @returns the README with every example's output as it is now */
export function withExamples(readme: string): string {
  const text = block(readme, '`dam.txt`').text;
  const output = extract({ text, id: 'dam', published: '2024-05-07' });
  const claim = /^ {4}\{\n {6}"id": "c1",[\s\S]*?\n {4}\}/m.exec(writeJson({ output }))?.[0] ?? '';
  const examples: readonly (readonly [before: string, printed: string])[] = [
    ['shows what was found, for people:', writeText({ output, article: { text } })],
    ['this is its first claim:', `${claim.replace(/^ {4}/gm, '')}\n`],
    ['\nprints\n', run(block(readme, '## Library').text)],
  ];
  let filled = readme;
  for (const [before, printed] of examples) {
    const { start, end } = block(filled, before);
    filled = filled.slice(0, start) + printed + filled.slice(end);
  }
  return filled;
}

/** The inside of the first fenced block after some words. */
export function block(readme: string, before: string): { start: number; end: number; text: string } {
  const from = readme.indexOf(before);
  const open = from < 0 ? null : /^```\w*\n/m.exec(readme.slice(from));
  const start = open ? from + open.index + open[0].length : -1;
  const end = start < 0 ? -1 : readme.indexOf('```', start);
  if (end < 0) throw new Error(`README.md: no fenced block after "${before.trim()}"`);
  return { start, end, text: readme.slice(start, end) };
}

/** What a program for users prints when it runs against this source. */
function run(program: string): string {
  const body = program.replace(/^import \{ extract \} from 'accordingto';\n/, '');
  if (body === program) throw new Error('README.md: the library example must import extract from accordingto');
  const lines: string[] = [];
  const print = { log: (...parts: unknown[]) => lines.push(parts.join(' ')) };
  new Function('extract', 'console', body)((input: ArticleInput) => extract(input), print);
  return lines.map((line) => `${line}\n`).join('');
}
