import type { Choice, Field, Session, Setting } from '../vendor';
import { LENGTHS, type ToastCredential } from './api';
import { configChoices } from './config';
import { POS } from './pos-id';
import { fetchMenu } from './published-menu';

export const credentials: Field<ToastCredential>[] = [
  {
    key: 'client_id',
    label: 'Client ID',
    help: 'From Toast, when it approves the integration: each environment has its own. Credentials made in Toast Web (standard API access) may only read.',
    required: true,
  },
  {
    key: 'client_secret',
    label: 'Client Secret',
    help: 'Given by Toast together with the client id.',
    required: true,
    secret: true,
  },
  {
    key: 'webhook_secret',
    label: 'Webhook Secret',
    help: 'Toast gives one for each webhook subscription it sets up; several stand with spaces between them. Only needed for status updates.',
    secret: true,
  },
];

export const settings: Setting[] = [
  {
    key: 'dining_option_id',
    label: 'Dining Option',
    help: "Used for every order. Empty: the restaurant's takeout, curbside, delivery or dine-in option, as the order needs.",
    fetchChoices: configChoices('diningOptions'),
  },
  {
    key: 'fallback_item_id',
    label: 'Fallback Item',
    help: 'A menu item with an open price, for words that match nothing on the menu ("Phone Order Item"). Toast takes no line without an item.',
    fetchChoices: openPriceItems,
  },
  {
    key: 'prepaid_payment_type_id',
    label: 'Prepaid Payment Type',
    help: 'The "other payment" that records orders paid elsewhere. Make one in Toast Web: Payments, Other Payment Options.',
    fetchChoices: configChoices('alternatePaymentTypes'),
  },
  {
    key: 'fallback_guest_email',
    label: 'Fallback Guest Email',
    help: `Toast demands an e-mail for each pickup and delivery guest. Used where the guest gave none that Toast takes: at most ${LENGTHS.email} characters, letters, digits and _ (orders@example.com).`,
  },
  {
    key: 'delivery_fee_charge_id',
    label: 'Delivery Fee Charge',
    help: 'A service charge with an open amount. Empty: the fee stands on the ticket for staff to add.',
    fetchChoices: configChoices('serviceCharges', (charge) => charge.amountType === 'OPEN'),
  },
  {
    key: 'discount_id',
    label: 'Discount',
    help: 'A check discount with an open amount. Empty: the discount stands on the ticket for staff to take off.',
    fetchChoices: configChoices(
      'discounts',
      (discount) =>
        discount.type === 'OPEN_FIXED' && discount.selectionType === 'CHECK' && discount.active !== false,
    ),
  },
  {
    key: 'menus_api',
    label: 'Menus API',
    help: 'Ordering partners must read menus with version 3, all others with version 2. Empty: as the credentials allow.',
    choices: [
      { value: 'v3', label: 'Version 3 (Ordering Partners)' },
      { value: 'v2', label: 'Version 2' },
    ],
  },
  {
    key: 'authority',
    label: 'Naming Authority',
    help: `The name that Toast has assigned to the integration (at most ${LENGTHS.authority} characters): it stands before our reference in each external id. Empty: as the token says.`,
  },
];

async function openPriceItems(session: Session): Promise<Choice[]> {
  const { items } = await fetchMenu(session);
  return items
    .filter((item) => item.pos[POS.open])
    .map((item) => ({
      value: item.pos[POS.id] ?? '',
      label: [item.category, item.name].filter(Boolean).join(': '),
    }));
}
