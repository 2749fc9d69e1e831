/** The program beside a consumer, which leaves the seconds of processor time that it took in a file when it ends. */
import { renameSync, writeFileSync } from 'node:fs';

const file = process.env.ACCORDINGTO_SPENT!;
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  writeFileSync(`${file}.tmp`, String((user + system) / 1e6));
  renameSync(`${file}.tmp`, file);
});
await import('../../src/queue/program.ts');
