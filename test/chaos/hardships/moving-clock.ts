import { readFileSync, watchFile } from 'node:fs';

/** Loaded before the program: its wall clock is off by what the file says, and jumps when the file changes. */
const file = process.env.MOVING_CLOCK;
const RealDate = Date;
let offset = 0;

if (file) {
  const read = () => {
    offset = Number(readFileSync(file, 'utf8'));
  };
  read();
  watchFile(file, { interval: 20, persistent: false }, read);
  globalThis.Date = class extends RealDate {
    constructor(...given: []) {
      super(...((given.length === 0 ? [RealDate.now() + offset] : given) as []));
    }
    static override now = () => RealDate.now() + offset;
  } as DateConstructor;
}
