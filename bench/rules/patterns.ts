/**
 * Patterns that are longer than a line: the formatter cannot break them, and nobody can read them. They are built of parts
 * with names.
 */
import { Visitor } from 'oxc-parser';
import { type Finding, lineAt, type SourceFile } from './sources.ts';

/** Characters of a line, as in biome.json. */
const COLUMNS = 120;

interface Node {
  readonly start: number;
  readonly end: number;
}

/**
 * @returns regular expressions, `String.raw` templates and what is handed to `RegExp` as one piece that no line of `src/`
 *   has room for, by the constant that holds them, else by how they begin
 */
export function longPatterns(file: SourceFile): Finding[] {
  if (!file.path.startsWith('src/')) return [];
  const found = new Map<number, Finding>();
  const holders: (Node & { readonly name: string })[] = [];
  const check = ({ start, end }: Node) => {
    if (end - start <= COLUMNS || lineAt(file, start) !== lineAt(file, end)) return;
    const holder = holders.findLast((one) => one.start <= start && end <= one.end);
    const name = holder?.name ?? file.text.slice(start, start + 20);
    found.set(start, { file: file.path, name, says: `a pattern of ${end - start} characters, at most ${COLUMNS}` });
  };
  new Visitor({
    VariableDeclarator({ id, start, end }) {
      if (id.type === 'Identifier') holders.push({ name: id.name, start, end });
    },
    Literal(literal) {
      if ('regex' in literal) check(literal);
    },
    NewExpression({ callee, arguments: [pattern] }) {
      if (callee.type === 'Identifier' && callee.name === 'RegExp' && pattern?.type === 'TemplateLiteral')
        check(pattern);
    },
    TaggedTemplateExpression({ tag, quasi }) {
      if (tag.type === 'MemberExpression') check(quasi);
    },
  }).visit(file.program);
  return [...found.values()];
}
