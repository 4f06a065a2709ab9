import { ExaminedHouse } from '../support/examined-house';
import { MACHINE } from './doctor-faults/machine';
import { PILED_UP } from './doctor-faults/piled-up';
import { set } from './doctor-faults/plant';
import { POS } from './doctor-faults/pos';
import { TELEPHONE } from './doctor-faults/telephone';
import { WAY_IN } from './doctor-faults/way-in';

const FAULTS = [...MACHINE, ...WAY_IN, ...POS, ...TELEPHONE, ...PILED_UP];

let house: ExaminedHouse;
beforeEach(async () => {
  house = await ExaminedHouse.build();
});
afterEach(() => house.remove());

it('has no red line in a house where all is well', async () => {
  const { exitCode, findings } = await house.examine();
  expect(findings.filter(({ outcome }) => outcome === 'fail')).toEqual([]);
  expect(exitCode).toBe(0);
});

it('finds that the public address leads here, as only this server can answer it', async () => {
  await house.open();
  const PUBLIC_BASE_URL = `http://127.0.0.1:${house.environment.PORT}`;
  set({ PUBLIC_BASE_URL, ORDERWIRE_ALLOW_PRIVATE_HOOKS: '1' })(house);
  const { findings } = await house.examine();
  const found = findings.filter(({ check, outcome }) => check === 'public-address' && outcome === 'ok');
  expect(found).toMatchObject([{ found: `${PUBLIC_BASE_URL} leads here` }]);
});

it.each(FAULTS)('finds $fault and names the fix', async (row) => {
  await row.plant(house);
  const { exitCode, findings } = await house.examine({ now: row.now });
  const outcome = row.outcome ?? 'fail';
  const seen = findings.filter((one) => one.check === row.check && one.outcome === outcome);
  const { about = seen[0]?.about ?? null } = row;
  expect(seen).toContainEqual(
    expect.objectContaining({
      about,
      found: expect.stringMatching(row.found),
      fix: expect.stringMatching(row.fix),
    }),
  );
  if (outcome === 'fail') expect(exitCode).toBe(1);
  expect(JSON.stringify(findings)).not.toMatch(/hunter2|a-wrong-token|older token/);
});

it('counts at least twenty faults', () => {
  expect(new Set(FAULTS.map(({ fault }) => fault)).size).toBeGreaterThanOrEqual(20);
});
