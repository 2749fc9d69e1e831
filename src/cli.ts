#!/usr/bin/env node
/** Where the command line starts. Our version is said at once; all else is loaded with the commands. */
import module from 'node:module';
import { EXIT } from './failure.ts';
import { complain } from './terminal.ts';
import { VERSION } from './version.ts';

// Who reads our output may stop (`| head`): that is no error. What we say is lost when nobody listens.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  complain(`standard output cannot be written: ${error.message}`);
  process.exit(EXIT.output);
});
process.stderr.on('error', () => {});

// Node 22 and later keep what V8 compiled for the next start, in the folder for temporary files.
(module as { enableCompileCache?: () => void }).enableCompileCache?.();

const [asked, ...more] = process.argv.slice(2);
if ((asked === '-v' || asked === '--version') && more.length === 0) process.stdout.write(`${VERSION}\n`);
else await import('./cli/program.ts');
