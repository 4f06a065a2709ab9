import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MailErrorKind } from '../../src/delivery/email/mail-error';
import { ATTEMPT_OUTCOMES, DELIVERY_STATES } from '../../src/order/delivery';
import type { PosErrorKind } from '../../src/pos/errors';
import { HELP_ANCHORS, HELP_PAGE, helpFor } from '../../src/server/help';
import { PROBLEM_KINDS } from '../../src/server/problem';
import { helpPage } from '../../src/web/help-page';

const SOURCES = join(__dirname, '../../src');

/** Where sources write a code of their own or look up a vendor's: a `code:`, a call that makes the error, a table of next steps. */
const WRITES_CODE =
  /\bcode:[^,}\n]*|(?:refusal|refused|refuseSetting|PosError|MailError)\([\s\S]*?\);|^const (?:KINDS|NEXT_STEPS|NEXT_BY_CODE)\b[\s\S]*?^};/gm;
const CODE = /'([A-Z][A-Z_]{2,}|[a-z]+(?:_[a-z]+)+)'|^ {2}(\w+):/gm;

function codesIn(text: string): string[] {
  return [...text.matchAll(WRITES_CODE)].flatMap(([span]) =>
    [...span.matchAll(CODE)].map(([, written, key]) => written ?? key ?? ''),
  );
}

const files = ['pos', 'server/open-engine.ts', 'server/outlets.ts', 'server/connection-directory.ts'];
const codes = new Set(
  files
    .flatMap((name) =>
      name.endsWith('.ts')
        ? [name]
        : readdirSync(join(SOURCES, name), { recursive: true, encoding: 'utf8' })
            .filter((file) => file.endsWith('.ts'))
            .map((file) => join(name, file)),
    )
    .flatMap((file) => codesIn(readFileSync(join(SOURCES, file), 'utf8'))),
);

const KINDS: Record<PosErrorKind, true> = {
  credentials: true,
  rejected: true,
  throttled: true,
  unreachable: true,
  unclear: true,
};
const MAILS: Record<MailErrorKind, true> = {
  temporary: true,
  permanent: true,
  credentials: true,
  unclear: true,
};
const MAIL_OUTCOMES = ATTEMPT_OUTCOMES.filter((one) => one !== 'ok' && one !== 'throttled');

const missing = (names: string[]) => names.filter((name) => !HELP_ANCHORS.has(name.toLowerCase()));

it('explains every problem that the API answers', () => {
  expect(missing(Object.keys(PROBLEM_KINDS))).toEqual([]);
});

it('explains every code that a POS error can carry, and every kind of it', () => {
  expect(codes.size).toBeGreaterThan(60);
  expect([...codes]).toEqual(
    expect.arrayContaining(['UNSURE_ITEM', 'NO_SERVER', 'DELETED', 'invalid_modifier']),
  );
  expect(missing([...codes, ...Object.keys(KINDS)])).toEqual([]);
});

it('explains where a delivery can stand, and what happens to mails', () => {
  expect(missing([...DELIVERY_STATES, 'scheduled', 'hook', 'sms'])).toEqual([]);
  expect(missing([...Object.keys(MAILS), ...MAIL_OUTCOMES].map((kind) => `mail-${kind}`))).toEqual([]);
});

it('keeps the four headings, and each anchor leads to one place', () => {
  const headings = [...HELP_PAGE.matchAll(/^## (.*)$/gm)].map(([, title]) => title);
  expect(headings.slice(0, 4)).toEqual(['API errors', 'Item matching', 'Order format', 'Rate limits']);
  const anchors = [...HELP_PAGE.matchAll(/<a id="([^"]+)"/g)].map(([, id]) => id);
  expect(anchors).toHaveLength(new Set(anchors).size);
});

it('leads to the code, else to what is broader', () => {
  expect(helpFor('UNSURE_ITEM', 'rejected')).toBe('/help#unsure_item');
  expect(helpFor('SOMETHING_NEW', 'rejected')).toBe('/help#rejected');
  expect(helpFor(null)).toBe('/help');
});

it('shows the page with every anchor and no mark left over', () => {
  const page = helpPage(HELP_PAGE);
  for (const anchor of HELP_ANCHORS) expect(page).toContain(`<a id="${anchor}"></a>`);
  expect(page).toContain('<h2>API errors</h2>');
  expect(page).toContain('<code>Authorization: Bearer &lt;key&gt;</code>');
  expect(page).not.toMatch(/&lt;a |^#|`|\]\(/m);
});
