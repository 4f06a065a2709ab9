import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** From the project's own folder: a compiled copy of this file has none beside it. */
const WRITER = resolve('test/support/receptionist_db.py');

/** Python itself: what is found as `python3` may be a script that looks for it anew, half a second at each start. */
const ASKED = spawnSync('python3', ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' });
const PYTHON = ASKED.stdout?.trim();

/** Whether Python can play the receptionist here; says so where it cannot, so that nobody takes a skipped test for a pass. */
export const hasPython = ASKED.status === 0;
/** Skipped only where there is no Python, which is said aloud; the project's own checks install it and run them all. */
export function describeWithPython(name: string, tests: () => void): void {
  (hasPython ? describe : describe.skip)(name, tests);
}
if (!hasPython) console.log('not run: python3 missing');

export type Action = Record<string, unknown>;

/** A receptionist.db in a folder of its own, written by Python's own sqlite3 as the receptionist writes it. */
export class ReceptionistFile {
  readonly path: string;
  private constructor(private readonly folder: string) {
    this.path = join(folder, 'receptionist.db');
  }

  /** `migrated`: from before the receptionist served several restaurants; `fresh`: made by its newest version. */
  static make(variant: 'migrated' | 'fresh' = 'migrated'): ReceptionistFile {
    const file = new ReceptionistFile(mkdtempSync(join(tmpdir(), 'receptionist-')));
    file.write({ make: variant });
    return file;
  }

  /** Writes one thing after the other; what SQLite said to each. */
  write(...actions: Action[]): string[] {
    const input = actions.map((action) => JSON.stringify(action)).join('\n');
    const { status, stdout, stderr } = spawnSync(PYTHON, [WRITER, this.path], { input, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return stdout
      .trim()
      .split('\n')
      .map((line) => String(Object.values(JSON.parse(line))[0]));
  }

  /** Answers many calls as fast as Python can; resolves to what was refused. */
  loop(calls: number): Promise<{ calls: number; refused: string[] }> {
    const writer = spawn(PYTHON, [WRITER, this.path, 'loop', String(calls)]);
    let said = '';
    writer.stdout.on('data', (data) => {
      said += data;
    });
    return new Promise((resolve, reject) => {
      writer.on('error', reject);
      writer.on('close', () => resolve(JSON.parse(said)));
    });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
