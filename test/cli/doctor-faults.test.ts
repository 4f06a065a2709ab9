import { ExaminedHouse } from '../support/examined-house';

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
