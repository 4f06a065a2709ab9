import { menu } from '../../src/cli/menu';
import { seedMenu } from '../support/menus';
import { OrderApi } from '../support/order-api';

let api: OrderApi;
beforeEach(async () => {
  api = await OrderApi.start();
  await api.app.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(() => api.stop());

async function run(...args: string[]) {
  const lines: string[] = [];
  const at = ['--url', api.app.listeningOrigin, '--key', 'mario-read'];
  const say = (line: string) => lines.push(line);
  return { exitCode: await menu({ args: ['match', ...args, ...at], environment: {}, say }), lines };
}

it('says of each phrase what it means, how that was found, and why', async () => {
  await api.call('PUT', '/v1/menu', { key: 'mario-admin', body: seedMenu });
  const { exitCode, lines } = await run('large peperoni pizza', 'unicorn pie');
  expect(exitCode).toBe(1);
  expect(lines[0]).toBe('large peperoni pizza: yes');
  expect(lines[1]).toMatch(/^ {2}"large peperoni pizza" is .*Pepperoni Pizza$/);
  expect(lines[2]).toMatch(/^ {2}\S+.*, though spelled otherwise, score 0\.\d\d$/);
  expect(lines.slice(3)).toEqual(['unicorn pie: not on the menu', '  "unicorn pie" is not on the menu.']);
});

it('says what is missing where there is no menu, and how to call it', async () => {
  await expect(run('a coke')).rejects.toThrow('has no menu yet');
  expect(await run()).toMatchObject({ exitCode: 2, lines: [expect.stringContaining('Usage')] });
});
