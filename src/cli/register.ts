/** The user's `register.tsv`, as a command line names it. */
import { readFileSync } from 'node:fs';
import { type OwnRow, readRegister } from '../corroborate/register-file.ts';
import { EXIT, Failure, reasonOf } from '../failure.ts';

/** @throws Failure where it cannot be read, or is none */
export function registerOf(path: string): ReadonlyMap<string, OwnRow> {
  try {
    return readRegister(readFileSync(path, 'utf8'));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== undefined) throw new Failure(`${path} cannot be read: ${reasonOf(error)}`, EXIT.noInput);
    throw new Failure(`${path} ${message}`, EXIT.usage);
  }
}
