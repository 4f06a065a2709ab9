import { spokenMoney } from '../../order/money';
import type { KitchenTicket } from '../../sandbox/simulator';
import { toTable } from '../table';

/** What one POS showed at the end. */
export type Outcome = {
  name: string;
  /** The number that the restaurant was given, where the POS gives one at once. */
  ticketNumber: string | null;
  tickets: KitchenTicket[];
  told: number;
};

const COLUMNS = ['POS', 'ticket', 'lines', 'told / POS total', 'kitchen sees it', 'tickets after repeats'];

/** Whether the demo kept its promise at this POS: one ticket, and the kitchen sees it. */
export function isWell({ tickets }: Outcome): boolean {
  return tickets.length === 1 && tickets[0]?.visible === true;
}

/** The table at the end of the demo. */
export function reportTable(outcomes: Outcome[]): string {
  const rows = outcomes.map((outcome) => {
    const [ticket] = outcome.tickets;
    const money = (amount: number) => spokenMoney(amount, ticket?.currency ?? 'USD');
    return [
      outcome.name,
      ticket ? `#${outcome.ticketNumber ?? ticket.ticket_number}` : 'none',
      String(ticket?.lines.length ?? 0),
      ticket ? `${money(outcome.told)} / ${money(ticket.total)}` : '',
      ticket?.visible ? 'yes' : `NO: ${ticket?.hidden_because ?? 'no ticket'}`,
      String(outcome.tickets.length),
    ];
  });
  return toTable([COLUMNS, ...rows]);
}
