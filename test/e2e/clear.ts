import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { FOLDER } from './compile';

export default function clear(): void {
  rmSync(join(__dirname, '../../build', FOLDER), { recursive: true, force: true });
}
