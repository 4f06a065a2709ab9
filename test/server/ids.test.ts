import { createIds, createSecret, keyPrefix } from '../../src/server/ids';

it('makes ids that sort as they were made, within a millisecond and when the clock steps back', () => {
  let at = 1_700_000_000_000;
  const next = createIds(() => at);
  const ids = [next('ord'), next('ord'), next('ord')];
  at -= 5_000;
  ids.push(next('ord'));
  at += 10_000;
  ids.push(next('ord'));
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(5);
  for (const id of ids) expect(id).toMatch(/^ord_[0-9A-HJKMNP-TV-Z]{26}$/);
});

it('begins an id with the time, as a ULID does', () => {
  expect(
    createIds(
      () => 1_469_918_176_385,
      (size) => Buffer.alloc(size),
    )('key'),
  ).toBe('key_01ARYZ6S410000000000000000');
});

it('makes keys nobody can guess, and shows only the beginning of one', () => {
  const [one, other] = [createSecret(), createSecret()];
  expect(one).not.toBe(other);
  expect(keyPrefix(one)).toBe(one.slice(0, 12));
  expect(keyPrefix('hunter2')).toBe('h');
});
