import { allergyText } from '../../order/ticket-text';
import { toDate } from '../../order/time';
import { PosError } from '../errors';
import { fitText } from '../fit-text';
import { kitchenNote } from '../kitchen-note';
import { type PosOrder, referenceOf } from '../pos-order';
import type { Token } from '../vendor';
import { LENGTHS, type ToastOrder, toToastDate } from './api';
import { toCheckMoney } from './check';
import { toDeliveryInfo } from './delivery-info';
import { toCustomer } from './guest';
import { claimsOf } from './login';
import { toReference } from './pos-id';
import { toSelections } from './selections';

/** What staff call the ticket by where Toast has given it no number yet. */
export function shortNumber(reference: string): string {
  return reference.slice(2, 6).toUpperCase();
}

type Place = { posLocation: string; settings: Record<string, string | undefined>; token?: Token };

/**
 * The externalId of an order: our reference, behind the naming authority that Toast has assigned, from the setting or the token
 * (https://doc.toasttab.com/openapi/orders/tag/Data-definitions/schema/ExternalReference).
 */
export function externalIdOf(order: PosOrder, at: Place): string {
  return withAuthority(referenceOf(order, { vendor: 'toast', posLocation: at.posLocation }), at);
}

export function withAuthority(reference: string, { settings, token }: Omit<Place, 'posLocation'>): string {
  const authority = settings.authority?.trim().replace(/:$/, '') || claimsOf(token).authority;
  return authority ? `${authority}:${reference}` : reference;
}

type Context = Place & {
  diningOption: string;
  /** Toast's own total from `/prices`, minor units; null while it is not known. */
  total: number | null;
};

/**
 * An order as Toast takes it (https://doc.toasttab.com/doc/devguide/apiCreatingOrders.html), and what did not fit. Toast has no note for a
 * whole order, so its words ride as special requests: an allergy on every line, as each prep station prints its own, the rest on the first.
 */
export function toToastOrder(order: PosOrder, at: Context): { order: ToastOrder; warnings: string[] } {
  const externalId = externalIdOf(order, at);
  const guest = toCustomer(order, at.settings);
  const money = toCheckMoney(order, at);
  const note = orderWords(order, [...money.words, ...guest.words]);
  const lines = toSelections(order, { reference: externalId, settings: at.settings, ...note });
  const wanted = order.timing.requested_at && toToastDate(toDate(order.timing.requested_at));
  const deliveryInfo = toDeliveryInfo(order);
  return {
    order: {
      entityType: 'Order',
      externalId,
      diningOption: toReference(at.diningOption, 'DiningOption'),
      ...(wanted && { openedDate: wanted, promisedDate: wanted }),
      ...(order.service.party_size && { numberOfGuests: order.service.party_size }),
      ...(deliveryInfo && { deliveryInfo }),
      checks: [
        {
          entityType: 'Check',
          // Not -c1, as a change ticket's own externalId ends: whether Toast tells the ids of orders and checks apart is nowhere said.
          externalId: `${externalId}-check`,
          tabName: tabName(order, at.posLocation),
          ...(guest.customer && { customer: guest.customer }),
          selections: lines.selections,
          ...money.parts,
        },
      ],
    },
    warnings: [...guest.warnings, ...money.warnings, ...note.warnings, ...lines.warnings],
  };
}

/** TEST and allergy for every line; service, wanted time, money, guest, address and notes for the first. */
function orderWords(order: PosOrder, extra: string[]) {
  const allergy = allergyText(order);
  if (allergy && allergy.length > LENGTHS.orderNote) {
    const message = `The allergy note has ${allergy.length} characters and a ticket takes ${LENGTHS.orderNote}. Shorten it: it is never cut.`;
    throw new PosError('rejected', 'toast', message, { code: 'ALLERGY_TOO_LONG' });
  }
  const calm: PosOrder = { ...order, test: false, allergy_note: null, items: [] };
  const note = kitchenNote(calm, { vendor: 'toast', max: LENGTHS.orderNote, extra });
  return {
    onEach: [order.test ? 'TEST, DO NOT MAKE' : '', allergy ?? ''],
    onFirst: [note.text],
    warnings: note.warnings,
  };
}

/** The tab's name, which the kitchen display shows for orders still to come. */
function tabName(order: PosOrder, posLocation: string): string {
  const number = shortNumber(referenceOf(order, { vendor: 'toast', posLocation }));
  const marks = `${order.test ? 'TEST ' : ''}${allergyText(order) ? 'ALLERGY ' : ''}`;
  const name = order.customer.name ?? 'Phone guest';
  return `${fitText(`${marks}${name}`, LENGTHS.tabName - number.length - 1)} ${number}`;
}
