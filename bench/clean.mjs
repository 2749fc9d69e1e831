// A renamed source file must not live on in the package.
import { rmSync } from 'node:fs';

rmSync('dist', { recursive: true, force: true });
