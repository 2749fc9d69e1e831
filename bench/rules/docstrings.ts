/** Exported functions of the program that do not say what they take and return. */
import type { Finding, Program, SourceFile } from './sources.ts';

type Statement = Program['body'][number];

/** @returns the exported functions of `src/` without a docstring right before them */
export function undocumented(file: SourceFile): Finding[] {
  if (!file.path.startsWith('src/')) return [];
  return file.program.body.flatMap((statement) => {
    const name = exportedFunction(statement);
    return name === null || hasDocstring(file, statement) ? [] : [{ file: file.path, name, says: 'no docstring' }];
  });
}

/** The name of the function that a statement declares and exports; null where it does not. */
function exportedFunction(statement: Statement): string | null {
  if (statement.type !== 'ExportNamedDeclaration' || !statement.declaration) return null;
  const { declaration } = statement;
  if (declaration.type === 'FunctionDeclaration') return declaration.id?.name ?? null;
  if (declaration.type !== 'VariableDeclaration') return null;
  const [first] = declaration.declarations;
  if (first?.id.type !== 'Identifier') return null;
  return first.init?.type === 'ArrowFunctionExpression' || first.init?.type === 'FunctionExpression'
    ? first.id.name
    : null;
}

function hasDocstring({ comments, text }: SourceFile, { start }: Statement): boolean {
  return comments.some(
    (comment) =>
      comment.type === 'Block' &&
      comment.value.startsWith('*') &&
      comment.end <= start &&
      text.slice(comment.end, start).trim() === '',
  );
}
