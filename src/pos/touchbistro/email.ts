import { referenceOf } from '../pos-order';
import { toReceipt } from '../receipt';
import { nameOnly, type Way } from './modes';

/** Nothing is sent from here: the ticket is in `staff_text`, for an e-mail or a printer, and staff key it in. Never called accepted. */
export const email: Way = {
  async submitOrder(order, session) {
    return toReceipt(order, {
      vendor: 'touchbistro',
      vendorName: 'TouchBistro',
      reference: referenceOf(order, { vendor: 'touchbistro', posLocation: session.posLocation }),
      pos_order_id: null,
      state: 'not_sent',
      completed: [],
      warnings: [
        'TouchBistro publishes no API: send the ticket text to the restaurant, where staff key it in.',
      ],
    });
  },
  async checkConnection() {
    return nameOnly('TouchBistro by e-mail ticket (nothing reaches the POS by itself)');
  },
  preview() {
    return {
      requests: [],
      unmatched: [],
      warnings: ['Nothing is sent to TouchBistro: the ticket goes out as text.'],
    };
  },
};
