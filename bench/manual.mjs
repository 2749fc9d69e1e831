// The manual page that the package ships, made by the program that was just compiled.
import { mkdirSync, writeFileSync } from 'node:fs';

const { COMMANDS, DESCRIPTION } = await import('../dist/cli/commands.js');
const { manual } = await import('../dist/cli/man.js');
mkdirSync('man', { recursive: true });
writeFileSync('man/accordingto.1', manual(DESCRIPTION, COMMANDS));
