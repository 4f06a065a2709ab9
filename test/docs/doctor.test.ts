import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKS } from '../../src/server/doctor/checks';

const page = readFileSync(join(__dirname, '../../docs/doctor.md'), 'utf8');
const anchors = [...page.matchAll(/<a id="([^"]+)"><\/a>/g)].map(([, id]) => id);

it('explains every check of the doctor once, in the order of its report', () => {
  expect(anchors).toEqual(['setting', ...CHECKS.map(({ id }) => id)]);
});

it('names each check as the report does', () => {
  const missing = CHECKS.filter(({ title }) => !page.includes(`**${title}**`));
  expect(missing.map(({ title }) => title)).toEqual([]);
});
