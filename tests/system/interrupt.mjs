/**
 * Loaded before the program: at the AT-th time that it changes something on the disk it is killed, or, with FULL set,
 * the disk is full from then on. COUNT names a file that gets the number of all such times.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { AT, FULL, COUNT } = process.env;
let times = 0;

function meet(write, args) {
  times += 1;
  if (times < Number(AT ?? Number.POSITIVE_INFINITY)) return write(...args);
  if (!FULL) process.kill(process.pid, 'SIGKILL');
  if (write === original.writeSync || write === original.writeFileSync) {
    const [file, bytes] = args;
    if (write === original.writeSync && times === Number(AT)) write(file, bytes.subarray(0, bytes.length >> 1));
    throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
  }
  return write(...args);
}

const original = {};
for (const name of [
  'openSync',
  'writeSync',
  'writeFileSync',
  'renameSync',
  'linkSync',
  'rmSync',
  'mkdirSync',
  'fsync',
  'fsyncSync',
]) {
  original[name] = fs[name];
  fs[name] = (...args) => meet(original[name], args);
}
syncBuiltinESMExports();
if (COUNT) process.on('exit', () => original.writeFileSync(COUNT, String(times)));
