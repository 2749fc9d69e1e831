/** `accordingto verify`: is an output folder what its inputs and its ledger say? */

import { EXIT } from '../failure.ts';
import { complain, tell } from '../terminal.ts';
import { verifyFolder } from '../verify/folder.ts';

/** @returns the exit code */
export async function runVerify([out]: string[], { quiet = false }: { readonly quiet?: boolean }): Promise<number> {
  let differences = 0;
  const { documents, files, claims, unread } = await verifyFolder(out!, (line) => {
    differences += 1;
    complain(line);
  });
  const rows = { documents, files, claims, differences, ...(unread > 0 ? { 'not read again': unread } : {}) };
  if (!quiet) {
    const lines = Object.entries(rows).map(([name, count]) => `  ${name.padEnd(14)} ${String(count).padStart(8)}\n`);
    tell(lines.join(''));
  }
  return differences > 0 ? EXIT.failed : 0;
}
