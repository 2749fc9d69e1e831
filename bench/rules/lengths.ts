/** Files and functions that are too long to be read at once. */
import { Visitor } from 'oxc-parser';
import { type Finding, lineAt, type SourceFile } from './sources.ts';

/** Lines that a file and a function may have. */
const FILE_LINES = 400;
const FUNCTION_LINES = 60;

/** @returns the file where it has too many lines */
export function longFile({ path, lines }: SourceFile): Finding[] {
  if (lines.length <= FILE_LINES) return [];
  return [{ file: path, name: '', says: `${lines.length} lines, at most ${FILE_LINES}` }];
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/**
 * @returns the functions of a file that have too many lines, by name; what is handed to `describe` or `test` is a list of
 *   cases and no function in this sense
 */
export function longFunctions(file: SourceFile): Finding[] {
  const found: Finding[] = [];
  const names = new Map<Node, string>();
  const callbacks = new Set<Node>();
  const check = (node: Node, own?: string) => {
    const lines = lineAt(file, node.end) - lineAt(file, node.start) + 1;
    if (lines <= FUNCTION_LINES || (file.path.startsWith('tests/') && callbacks.has(node))) return;
    const name = own ?? names.get(node) ?? '(anonymous)';
    found.push({ file: file.path, name, says: `${lines} lines, at most ${FUNCTION_LINES}` });
  };
  new Visitor({
    VariableDeclarator({ id, init }) {
      if (init && id.type === 'Identifier') names.set(init, id.name);
    },
    Property({ key, value }) {
      if (key.type === 'Identifier') names.set(value, key.name);
    },
    MethodDefinition({ key, value }) {
      if (key.type === 'Identifier') names.set(value, key.name);
    },
    CallExpression({ arguments: given }) {
      for (const argument of given) callbacks.add(argument);
    },
    FunctionDeclaration: (node) => check(node, node.id?.name),
    FunctionExpression: (node) => check(node, node.id?.name),
    ArrowFunctionExpression: (node) => check(node),
  }).visit(file.program);
  return found;
}
