/** `accordingto completion`: what a shell needs to complete the command line. */
import type { CommandEntry, Shell } from './entry.ts';
import { type Verb, verbsOf } from './grammar.ts';
import { bash } from './shells/bash.ts';
import { fish } from './shells/fish.ts';
import { zsh } from './shells/zsh.ts';

const SCRIPTS: Readonly<Record<Shell, (verbs: readonly Verb[]) => string>> = { bash, zsh, fish };

/** @returns the exit code, 0, once the script for the shell named is printed */
export async function runCompletion([shell]: string[], commands: readonly CommandEntry[]): Promise<number> {
  process.stdout.write(SCRIPTS[shell as Shell](verbsOf(commands)));
  return 0;
}
