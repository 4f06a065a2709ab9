import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOOK_FAILS_FOR_MS, HOOK_SCHEDULE_MS } from '../../src/delivery/webhook/outcome';
import { createHookSecret, HOOK_TIMEOUT_MS, toHookRequest } from '../../src/delivery/webhook/sign';
import { HOOK_EVENTS } from '../../src/order/hook-events';

const page = readFileSync(join(__dirname, '../../docs/webhooks.md'), 'utf8');
const snippet = (language: string) =>
  new RegExp(`<!-- ${language}: run by [^>]*-->\n\`\`\`\\w+\n([\\s\\S]*?)\`\`\``).exec(page)?.[1] ?? '';

const secret = createHookSecret();
const genuine = toHookRequest({
  url: 'https://example.com',
  id: 'dlv_1',
  at: Date.now(),
  body: '{"note":"ñ 🍕"}',
  secrets: [createHookSecret(), secret],
});
const old = toHookRequest({
  url: genuine.url,
  id: 'dlv_1',
  at: Date.now() - 3_600_000,
  body: '{}',
  secrets: [secret],
});
const CALLS = [genuine, { ...genuine, body: `${genuine.body} ` }, old].map(({ headers, body }) => ({
  headers,
  body,
}));
const input = JSON.stringify({ secret, calls: CALLS });

/** How each language reads the calls from its input and prints its verdicts. */
const PROGRAMS: [language: string, command: string, flag: string, reading: string][] = [
  [
    'node',
    process.execPath,
    '-e',
    `const { secret, calls } = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
     console.log(JSON.stringify(calls.map(({ headers, body }) => isOurs(secret, headers, body))));`,
  ],
  [
    'python',
    'python3',
    '-c',
    `
import json, sys
given = json.loads(sys.stdin.buffer.read())
print(json.dumps([is_ours(given["secret"], call["headers"], call["body"].encode()) for call in given["calls"]]))`,
  ],
  [
    'php',
    'php',
    '-r',
    `$given = json_decode(file_get_contents('php://stdin'), true);
     echo json_encode(array_map(fn($call) => is_ours($given['secret'], $call['headers'], $call['body']), $given['calls']));`,
  ],
];

describe('the page on webhooks', () => {
  it.each(PROGRAMS)(
    'tells in %s a call of ours from a changed and an old one',
    (language, command, flag, reading) => {
      expect(snippet(language)).not.toBe('');
      const ran = spawnSync(command, [flag, snippet(language) + reading], { input, encoding: 'utf8' });
      if (ran.error) return console.warn(`not run: ${command} is not on this machine`);
      expect([ran.stderr, JSON.parse(ran.stdout)]).toEqual(['', [true, false, false]]);
    },
  );

  it('names every event, the time a receiver has, the repeats and the end of patience', () => {
    for (const event of HOOK_EVENTS) expect(page).toContain(`| \`${event}\` |`);
    expect(page).toContain(`within ${HOOK_TIMEOUT_MS / 1000} seconds`);
    expect(page).toContain('5 s, 5 min, 30 min, 2 h, 5 h, 10 h and once more 10 h');
    expect(HOOK_SCHEDULE_MS.map((wait) => wait / 1000)).toEqual([5, 300, 1800, 7200, 18000, 36000, 36000]);
    expect(HOOK_FAILS_FOR_MS).toBe(5 * 24 * 3_600_000);
  });
});
