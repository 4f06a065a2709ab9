import type { Shop } from '../order/shop';
import type { Dish } from './test-dish';

const MARK = 'TEST DO NOT MAKE';
const ADDRESS = {
  street: '1 Test Street',
  city: 'Boston',
  region: 'MA',
  postal_code: '02110',
  country: 'US',
};

type Testing = {
  shop: Pick<Shop, 'id' | 'phone' | 'prep_minutes'> & { delivery: Pick<Shop['delivery'], 'lead_minutes'> };
  dish: Dish;
  type: string;
  now: number;
  /** The shop's orders go elsewhere by themselves: the test is for later, so that it does not, and is released by hand. */
  isElsewhere: boolean;
};

/** A small order that nobody shall make, as `POST /v1/orders` takes it. */
export function testOrderBody({ shop, dish, type, now, isElsewhere }: Testing): object {
  const minutes = shop.prep_minutes + shop.delivery.lead_minutes + 60;
  return {
    external_ref: `test-${new Date(now).toISOString().replaceAll(/[-:]|\.\d+/g, '')}`,
    test: true,
    location_id: shop.id,
    service: { type },
    timing: { requested_at: isElsewhere ? new Date(now + minutes * 60_000).toISOString() : null },
    customer: { name: MARK, phone: shop.phone ?? '+1 617 555 0100' },
    ...(type === 'delivery' && { delivery: ADDRESS }),
    items: [{ ...dish, quantity: '1', notes: MARK }],
    notes: MARK,
  };
}
