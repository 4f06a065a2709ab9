import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Capability, Vendor } from '../../src/pos/vendor';
import { findVendor, vendorIds } from '../../src/pos/vendors';

const README = join(__dirname, '../../README.md');
const COLUMNS: [title: string, capability: Capability | 'orders'][] = [
  ['orders', 'orders'],
  ['payments', 'payments'],
  ['menu', 'menu'],
  ['locations', 'locations'],
  ['quote', 'quote'],
  ['cancel', 'cancel'],
  ['webhooks', 'webhooks'],
];
const PRESENT: Record<Capability | 'orders', (vendor: Vendor) => boolean> = {
  orders: () => true,
  payments: (vendor) => Boolean(vendor.payments),
  menu: (vendor) => Boolean(vendor.fetchMenu),
  locations: (vendor) => Boolean(vendor.listLocations),
  quote: (vendor) => Boolean(vendor.quote),
  cancel: (vendor) => Boolean(vendor.cancel),
  webhooks: (vendor) => Boolean(vendor.readWebhook),
};

function cell(vendor: Vendor, capability: Capability | 'orders'): string {
  if (PRESENT[capability](vendor)) return 'yes';
  const missing = capability !== 'orders' && vendor.noSuchApi?.[capability];
  return missing ? 'no such API' : 'not yet';
}

/** The table that the README shows, from the definitions themselves. */
function capabilityTable(): string {
  const rows = vendorIds.map((id) => {
    const vendor = findVendor(id);
    return vendor
      ? `| ${[vendor.name, ...COLUMNS.map(([, capability]) => cell(vendor, capability))].join(' | ')} |`
      : '';
  });
  const head = `| POS | ${COLUMNS.map(([title]) => title).join(' | ')} |`;
  return [head, `|${'---|'.repeat(COLUMNS.length + 1)}`, ...rows].join('\n');
}

/** Read only to be refused in words. */
const ELSEWHERE = new Set(['DATABASE_URL']);
const BLOCK = /(<!-- capabilities: [^>]*-->\n)[\s\S]*?(<!-- \/capabilities -->)/;

it('tells truly what each POS can do (UPDATE_DOCS=1 writes the table)', () => {
  const text = readFileSync(README, 'utf8');
  const expected = text.replace(BLOCK, `$1${capabilityTable()}\n$2`);
  if (process.env.UPDATE_DOCS) writeFileSync(README, expected);
  else expect(text).toBe(expected);
});

it.each(['README.md', '.env.example'])('names in %s every variable that the configuration reads', (page) => {
  const source = [
    'config.ts',
    'first-shop.ts',
    'connections.ts',
    'configured-connections.ts',
    'twilio-settings.ts',
  ]
    .map((file) => readFileSync(join(__dirname, '../../src/server', file), 'utf8'))
    .join('\n');
  const read = new Set(
    [...source.matchAll(/\b(?:environment|env)\.([A-Z_]+)|'([A-Z]+(?:_[A-Z]+)+|HOST|PORT)'/g)].map(
      (match) => match[1] ?? match[2] ?? '',
    ),
  );
  const text = readFileSync(join(README, '..', page), 'utf8');
  const missing = [...read].filter((name) => !text.includes(name) && !ELSEWHERE.has(name));
  expect([...read].length).toBeGreaterThan(15);
  expect(missing).toEqual([]);
});
