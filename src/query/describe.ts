/** The tables with their columns, for the help. */
import { FOLDER_TABLES } from './folder-tables.ts';
import { TABLES } from './tables.ts';

/** @returns each table with its columns, their types and what they hold, for the help */
export function describeTables(): string {
  return [...TABLES, ...FOLDER_TABLES]
    .map(({ name, what, columns }) => {
      const rows = columns.map((each) => `    ${each.name.padEnd(11)} ${each.type.padEnd(10)} ${each.what}`);
      return `  ${name}: ${what}\n${rows.join('\n')}`;
    })
    .join('\n');
}
