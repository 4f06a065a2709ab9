import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BLUEPRINT_VERSIONS, type BlueprintId } from '../../src/blueprints';
import { Scenario } from '../make/interpreter/scenario';
import { published, settingsOf } from '../make/support/published';
import { openStreet } from '../make/support/sandbox-street';
import { OrderApi } from '../support/order-api';

const PAGE = readFileSync(join(__dirname, '../../docs/make.md'), 'utf8');
const IDS = Object.keys(BLUEPRINT_VERSIONS) as BlueprintId[];
/** The bodies of the page's own commands. */
const bodies = [...PAGE.matchAll(/-d '(\{.*?\})'/gs)].map(([, text = '']) => text);

describe('docs/make.md', () => {
  it.each(IDS)('names %s and every setting of it', (id) => {
    expect(PAGE).toContain(`\`${id}\``);
    const names = settingsOf(published(id)).map(({ name }) => name);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(PAGE).toContain(`\`${name}\``);
  });

  it('gives commands that the API takes as they stand', async () => {
    const api = await OrderApi.start();
    const [key, order] = bodies;
    expect(await api.call('POST', '/v1/keys', { body: key })).toMatchObject({
      status: 201,
      body: { scopes: ['read', 'write'] },
    });
    expect((await api.call('POST', '/v1/orders', { body: order })).status).toBe(201);
    await api.stop();
  });

  it.each([
    ['direct-square', 'square', 'access_token', 'location_id'],
    ['direct-clover', 'clover', 'us_access_token', 'us_merchant_id'],
  ] as const)('counts the credits of %s as they are', async (id, pos, token, place) => {
    const street = await openStreet();
    const settings = {
      pos_token: street.fact(pos, token),
      pos_location: street.fact(pos, place),
      pos_address: `${street.url}/${pos}`,
    };
    const scenario = new Scenario(published(id, settings));
    await scenario.run({ MessageSid: 'SM1', From: '+16175550123', Body: 'a coke' });
    expect(PAGE).toContain(`| \`${id}\` | ${scenario.operations} a text`);
    await street.close();
  });
});
