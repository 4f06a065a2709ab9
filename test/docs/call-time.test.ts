import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULE_CODES } from '../../src/order/rules/rule';
import { RULES } from '../../src/order/rules/rules';
import { shopProblems } from '../../src/order/shop';

const page = readFileSync(join(__dirname, '../../docs/call-time.md'), 'utf8');

it('explains every refusal, and says truly whether it is looked at again before sending', () => {
  for (const code of RULE_CODES) {
    const [row = ''] = page.split('\n').filter((line) => line.startsWith(`| \`${code}\` |`));
    const again = row.split('|')[3]?.trim() ?? '';
    expect([code, /^(yes|no)/.exec(again)?.[0]]).toEqual([
      code,
      RULES[code].moments.includes('send') ? 'yes' : 'no',
    ]);
  }
});

it('shows settings that a shop can have', () => {
  const [, settings = ''] = /`PATCH [^`]*`:\n\n```json\n([\s\S]*?)```/.exec(page) ?? [];
  expect(shopProblems(JSON.parse(settings))).toEqual([]);
});
