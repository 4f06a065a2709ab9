import { kindOfStatus, PosError } from '../../src/pos/errors';

it.each([
  [400, 'rejected'],
  [401, 'credentials'],
  [403, 'credentials'],
  [404, 'rejected'],
  [408, 'unclear'],
  [409, 'rejected'],
  [413, 'rejected'],
  [422, 'rejected'],
  [429, 'throttled'],
  [302, 'unclear'],
  [500, 'unclear'],
  [502, 'unclear'],
  [504, 'unclear'],
  [0, 'unclear'],
])('a status of %i means %s where the vendor says nothing more', (status, kind) => {
  expect(kindOfStatus(status)).toBe(kind);
});

it('remembers what was done before it went wrong, and keeps everything else', () => {
  const error = new PosError('throttled', 'square', 'Slow down.', {
    code: 'RATE_LIMITED',
    retryAfterSeconds: 2,
  });
  const progress = { pos_order_id: 'O1', completed: ['order' as const] };
  const after = error.after(progress);
  expect(after).toBeInstanceOf(PosError);
  expect(after).toMatchObject({
    kind: 'throttled',
    vendor: 'square',
    message: 'Slow down.',
    details: { code: 'RATE_LIMITED', retryAfterSeconds: 2, progress },
  });
  expect(error.details.progress).toBeUndefined();
});
