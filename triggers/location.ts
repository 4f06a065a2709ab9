import type { Bundle, ZObject } from 'zapier-platform-core';
import { asText } from '../src/pos/json';
import { requireOrderApi } from '../src/zapier/connection-needs';
import { explain } from '../src/zapier/explain';
import { createOrderApi } from '../src/zapier/order-api';
import { createZapierHttp } from '../src/zapier/zapier-http';

/** The hidden source of the Shop dropdown. */
export const location = {
  key: 'location' as const,
  noun: 'Shop',
  display: {
    label: 'Shops',
    description: 'Triggers when a dropdown needs the list of shops of the Order API.',
    hidden: true,
  },
  operation: { perform: fetchLocations, sample: { id: 'loc_1', name: "Mario's Downtown" } },
};

/** The restaurant's shops. */
export async function fetchLocations(z: ZObject, { authData }: Bundle) {
  return explain({ errors: z.errors, authData }, async () => {
    requireOrderApi(authData, 'This list');
    const shops = await createOrderApi(createZapierHttp(z), authData).fetchList('/v1/locations', {});
    return shops.map((shop) => ({
      id: asText(shop.id) ?? '',
      name: asText(shop.name) ?? asText(shop.id) ?? '',
    }));
  });
}
