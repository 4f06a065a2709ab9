import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** Asks a person. What is typed as an answer to `secret` is not shown. */
export type Prompt = {
  text(question: string): Promise<string>;
  secret(question: string): Promise<string>;
  close(): void;
};
type Streams = { input: NodeJS.ReadableStream; output: NodeJS.WritableStream };

/** A prompt on this terminal; lines that come early, as from a paste, answer later questions. */
export function createPrompt(
  { input, output }: Streams = { input: process.stdin, output: process.stdout },
): Prompt {
  // Only an answer to the question that stands there is shown: not a secret, and nothing that was pasted ahead.
  let isQuiet = true;
  const echo = new Writable({
    write(chunk, _encoding, done) {
      if (!isQuiet) output.write(chunk);
      done();
    },
  });
  const lines: string[] = [];
  const waiting: ((line: string | undefined) => void)[] = [];
  const reader = createInterface({ input, output: echo, terminal: true, prompt: '' });
  reader.on('line', (line) => {
    isQuiet = true;
    const next = waiting.shift();
    if (next) next(line);
    else lines.push(line);
  });
  let isClosed = false;
  reader.on('close', () => {
    isClosed = true;
    for (const next of waiting.splice(0)) next(undefined);
  });
  const ask = async (question: string, quiet: boolean): Promise<string> => {
    output.write(question);
    isQuiet = quiet;
    const next = () =>
      isClosed ? undefined : new Promise<string | undefined>((resolve) => waiting.push(resolve));
    const line = lines.shift() ?? (await next());
    isQuiet = true;
    if (quiet) output.write('\n');
    if (line === undefined) throw new Error('\nStopped: nothing more is done.');
    return line.trim();
  };
  return {
    text: (question) => ask(question, false),
    secret: (question) => ask(question, true),
    close: () => reader.close(),
  };
}
