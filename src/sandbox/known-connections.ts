import { Sandbox } from './sandbox';

/** A connection to a simulator, in the shape that `ORDERWIRE_CONNECTIONS` and the API use. */
export type KnownConnection = {
  id: string;
  vendor: string;
  name: string;
  pos_location: string;
  environment: 'sandbox';
  api_url: string;
  credentials: Record<string, string>;
  settings: Record<string, string>;
};

/** A working connection to each simulator served at `base` (`http://127.0.0.1:8090`): for the demo, the doctor and the tests. */
export function knownConnections(base: string): KnownConnection[] {
  const facts = new Sandbox().facts();
  const fact = (vendor: string, name: string) => facts[vendor]?.[name] ?? '';
  const common = (vendor: string, name: string) => ({
    id: `con_${vendor}`,
    vendor,
    name,
    environment: 'sandbox' as const,
    api_url: `${base}/${vendor}`,
  });
  return [
    {
      ...common('square', 'Square'),
      pos_location: fact('square', 'location_id'),
      credentials: { access_token: fact('square', 'access_token') },
      settings: { unpaid_orders: 'external_tender' },
    },
    {
      ...common('toast', 'Toast'),
      pos_location: fact('toast', 'restaurant_guid'),
      credentials: { client_id: fact('toast', 'client_id'), client_secret: fact('toast', 'client_secret') },
      settings: {
        authority: fact('toast', 'naming_authority'),
        fallback_item_id: fact('toast', 'fallback_item'),
        delivery_fee_charge_id: fact('toast', 'service_charge_delivery_fee'),
        prepaid_payment_type_id: fact('toast', 'payment_type_phone_prepaid'),
        fallback_guest_email: 'orders@marios.example',
      },
    },
    {
      ...common('clover', 'Clover'),
      pos_location: fact('clover', 'us_merchant_id'),
      credentials: { access_token: fact('clover', 'us_access_token') },
      settings: {
        region: 'us',
        delivery_fee_item_id: fact('clover', 'us_delivery_fee_item').split(' ').at(-1) ?? '',
      },
    },
    {
      ...common('lightspeed', 'Lightspeed Restaurant'),
      pos_location: fact('lightspeed', 'business_location_id'),
      credentials: {
        client_id: fact('lightspeed', 'client_id'),
        client_secret: fact('lightspeed', 'client_secret'),
        refresh_token: fact('lightspeed', 'refresh_token'),
        endpoint_id: fact('lightspeed', 'endpoint_id'),
      },
      settings: {
        delivery_fee_sku: fact('lightspeed', 'delivery_fee_sku'),
        fallback_item_id: fact('lightspeed', 'open_item_sku'),
      },
    },
    {
      ...common('touchbistro', 'TouchBistro (Partner Endpoint)'),
      pos_location: 'marios-downtown',
      credentials: { access_token: fact('touchbistro', 'api_key') },
      settings: { mode: 'partner' },
    },
  ];
}
