import { type Check, fault, well } from '../finding';

const OLDEST = { major: 22, minor: 14 };

/** The Node this runs on. */
export const node: Check = { id: 'node', title: 'Node', look: () => [nodeSeen(process.version)] };

export function nodeSeen(version: string) {
  const [major = 0, minor = 0] = version.replace('v', '').split('.').map(Number);
  const isNew = major > OLDEST.major || (major === OLDEST.major && minor >= OLDEST.minor);
  if (isNew) return well(version);
  const fix = 'Use Node 22.14 or newer: npm scripts bring it, or install it from nodejs.org.';
  return fault({ found: version, fix });
}
