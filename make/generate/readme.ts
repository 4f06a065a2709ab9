import type { Module } from './component';

/** The page that people see beside the app in Make. */
export function readme(modules: Module[]): string {
  const rows = modules.map(({ label, description }) => `| ${label} | ${description} |`);
  return [
    '# OrderWire',
    '',
    'Phone and text orders in, kitchen tickets out, through an Order API of your own.',
    '',
    '**Connection.** The public `https://` address of your Order API and a key with the scope `write`. Trying it asks whose key it is.',
    '',
    '| Module | What it does |',
    '|---|---|',
    ...rows,
    '',
    '**When something fails.** 429 becomes RateLimitError, 502, 503 and 504 ConnectionError: switch on "Store incomplete executions" and Make tries again by itself. Everything else is a sentence with the next step, and is not tried again.',
    '',
    'Amounts are whole minor units (`1599` is $15.99); `price` takes decimal text (`15.99`). An order is known by its Order Reference: the same one never makes a second ticket.',
    '',
  ].join('\n');
}
