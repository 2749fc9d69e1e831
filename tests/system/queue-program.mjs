/**
 * Stands in for `src/queue/program.ts`, whose address is in ACCORDINGTO_PROGRAM: it ends, or does nothing for a while,
 * where the id of a document says so, as code outside our hands would.
 */
import { gunzipSync } from 'node:zlib';

await import(process.env.ACCORDINGTO_PROGRAM);
process.on('message', ({ job }) => {
  const ids = JSON.parse(gunzipSync(Buffer.from(job.documents, 'base64')).toString()).map(({ id }) => id);
  if (ids.some((id) => id.includes('crash'))) process.kill(process.pid, 'SIGKILL');
  if (ids.some((id) => id.includes('block'))) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 4000);
});
