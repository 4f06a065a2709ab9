import type { Field, Setting } from '../vendor';
import type { SquareCredential } from './api';

export const credentials: Field<SquareCredential>[] = [
  {
    key: 'access_token',
    label: 'Access Token',
    help: 'In the [Square Developer Console](https://developer.squareup.com/apps): your application, Credentials, the Production or Sandbox access token.',
    required: true,
    secret: true,
  },
  {
    key: 'webhook_secret',
    label: 'Webhook Signature Key',
    help: 'In the [Square Developer Console](https://developer.squareup.com/apps): Webhooks, Subscriptions. Only needed for status updates.',
    secret: true,
  },
];

export const settings: Setting[] = [
  {
    key: 'unpaid_orders',
    label: 'Unpaid Orders',
    help: 'Square shows only paid orders to the kitchen. How should an order that the guest has not paid yet be recorded?',
    required: true,
    choices: [
      {
        value: 'external_tender',
        label: 'Record an External Tender: Kitchen Sees It, Square Takes a Fee of About 1%',
      },
      {
        value: 'cash_tender',
        label: 'Record a Cash Tender: Kitchen Sees It, the Cash Drawer Report Counts It',
      },
      { value: 'leave_open', label: 'Leave It Open: Costs Nothing, but Square POS Does Not Show It' },
    ],
  },
  {
    key: 'delivery_as',
    label: 'Delivery Orders As',
    help: 'Square hides delivery orders made by API from sellers without a partnership; pickup with the address in the note is always shown.',
    choices: [
      { value: 'pickup', label: 'Pickup, Address in the Note' },
      { value: 'delivery', label: 'Delivery (Square Partners Only)' },
    ],
    default: 'pickup',
  },
];
