/** `npm run build`: the package's files in this checkout. */
import { buildPackage, PROJECT } from './package.ts';

await buildPackage(PROJECT);
