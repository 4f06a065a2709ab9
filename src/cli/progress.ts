type Output = { write(text: string): unknown; isTTY?: boolean; columns?: number };
export type Progress = { step(): void; end(): void };

const WIDTH = 30;

/** A bar that fills on one line of a terminal. Where nobody watches, in a log or a pipe, there is none. */
export function createProgress(total: number, output: Output = process.stderr): Progress {
  let done = 0;
  let shown = '';
  const show = () => {
    const part = total === 0 ? 1 : Math.min(1, done / total);
    const filled = Math.round(part * WIDTH);
    const line = `[${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${done}/${total} ${Math.floor(part * 100)} %`;
    if (output.isTTY && line !== shown) output.write(`\r${line}`);
    shown = line;
  };
  show();
  return {
    step() {
      done += 1;
      show();
    },
    end() {
      if (output.isTTY) output.write('\n');
    },
  };
}
