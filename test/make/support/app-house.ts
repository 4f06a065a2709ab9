import { join } from 'node:path';
import { DeliveryHouse } from '../../support/delivery-house';
import { CustomApp } from '../interpreter/custom-app';

const FOLDER = join(__dirname, '../../../make/app');

/** The Make app at work: the real Order API and the sandbox's POS behind it, sending only what it is told to. */
export class AppHouse {
  private constructor(
    readonly house: DeliveryHouse,
    readonly app: CustomApp,
  ) {}

  static async open(vendor = 'square'): Promise<AppHouse> {
    const house = await DeliveryHouse.open(vendor);
    await house.api.call('PATCH', '/v1/locations/loc_1', { body: { auto_deliver: false } });
    await house.api.call('POST', '/v1/menu/sync?location_id=loc_1');
    return new AppHouse(house, connected('mario-write', house.address));
  }

  /** The same app with another key. */
  as(apiKey: string): CustomApp {
    return connected(apiKey, this.house.address);
  }

  close(): Promise<void> {
    return this.house.close();
  }
}

/** The app with a connection to an address. */
export function connected(apiKey: string, address: string): CustomApp {
  return new CustomApp(FOLDER, { address, apiKey });
}

export const coke = { name: 'coke zero', quantity: '2' };
export const burger = {
  name: 'cheeseburger',
  quantity: '1',
  options: [{ name: 'onions', action: 'remove' }],
};

/** An order as the app's form takes it. */
export const orderForm = (external_ref: string, more: object = {}) => ({
  external_ref,
  customer: { name: 'Ann Lee', phone: '+1 617 555 0123', email: 'ann_lee@example.com' },
  items: [coke],
  ...more,
});

/** How a run ends that cannot succeed: "DataError: …". */
export const failure = (run: Promise<unknown>): Promise<string> =>
  run.then(
    () => 'no failure',
    ({ type, message }: { type: string; message: string }) => `${type}: ${message}`,
  );
