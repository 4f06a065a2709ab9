import { kitchenBoard } from '../../src/sandbox/kitchen-screen';
import type { KitchenTicket } from '../../src/sandbox/simulator';

const ticket: KitchenTicket = {
  vendor: 'square',
  id: 'order-1',
  ticket_number: '12',
  reference: null,
  visible: true,
  hidden_because: null,
  voided: false,
  title: 'Ann',
  service: 'pickup',
  requested_at: null,
  customer: 'Ann',
  lines: [{ quantity: '1', name: 'Coke', options: [], note: null, total: 250 }],
  notes: [],
  charges: [],
  discounts: [],
  tip: 0,
  total: 250,
  currency: 'USD',
  payment: 'paid',
  printed: 1,
  created_at: '2026-11-24T18:00:00Z',
};
const voided = { ...ticket, visible: false, hidden_because: 'It was canceled.', voided: true };
const board = (one: KitchenTicket): string => kitchenBoard([one]).text;

it('shows a ticket that waits for the cook as it is', () => {
  expect(board(ticket)).toContain('<h3>#12');
  expect(board(ticket)).not.toMatch(/VOID|Not shown/);
});

it('strikes a voided ticket through where the cook has its slip, and counts it no more as work', () => {
  const shown = board(voided);
  expect(shown).toContain('<article class="ticket void">');
  expect(shown).toContain('<strong>VOID</strong> #12');
  expect(shown).not.toContain('Not shown to staff');
  expect(shown).toContain('<h2>Square <span>0</span></h2>');
});

it('keeps a voided ticket that never reached the kitchen in the drawer', () => {
  expect(board({ ...voided, printed: 0 })).toContain('Not shown to staff (1)');
});

it('gives staff a button for each step that works without a script, but none for what is void', () => {
  expect(board(ticket)).toContain(
    '<button formaction="/_sandbox/square/tickets/order-1/complete" aria-label="Done #12">Done</button>',
  );
  expect(board(ticket).match(/<button formaction=/g)).toHaveLength(4);
  expect(board(voided)).not.toContain('formaction');
});

it('has no buttons for a POS without staff', () => {
  expect(board({ ...ticket, vendor: 'touchbistro' })).not.toContain('formaction');
  expect(board(ticket)).not.toContain('/_sandbox/touchbistro/ring-up');
  expect(board(ticket)).toContain('action="/_sandbox/deliverect/ring-up"');
});
