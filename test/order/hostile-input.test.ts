import { oneItem, problemsOf } from './shops';

describe('hostile input is refused quickly', () => {
  const nested = (depth: number) => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);
  const long = 'no '.repeat(80_000);

  it.each([
    ['deep nesting in an unknown field', oneItem({}, { x: nested(100_000) }), 'x'],
    ['deep nesting in a known field', oneItem({}, { notes: nested(100_000) }), 'notes'],
    ['deep nesting in a quantity', oneItem({ quantity: nested(100_000) }), 'items[0].quantity'],
    [
      'deep nesting in a time',
      oneItem({}, { timing: { requested_at: nested(100_000) } }),
      'timing.requested_at',
    ],
    ['deep nesting in an option', oneItem({ options: nested(100_000) }), 'items[0].options[0]'],
    ['a very long option', oneItem({ options: [long] }), 'items[0].options[0].name'],
    ['a very long option with a name', oneItem({ options: [{ name: long }] }), 'items[0].options[0].name'],
    ['a very long name', oneItem({ name: long }), 'items[0].name'],
    ['a very long key', oneItem({}, { [long]: 1 }), `${long.slice(0, 60)}…`],
    ['very many digits', oneItem({}, { notes: '4 '.repeat(100_000) }), 'notes'],
    ['very many items', { items: Array(50_000).fill({}) }, 'items'],
  ])('%s', (_, input, path) => {
    const started = performance.now();
    expect(problemsOf(input).map((problem) => problem.path)).toContain(path);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
