import type { Degraded } from '../order/delivery';
import { DEGRADE_RUNGS } from '../order/shop';
import { degrade } from '../pos/degrade';
import { PosError } from '../pos/errors';
import { placeOrder } from '../pos/place-order';
import type { Prepared } from '../pos/prepare';
import type { Receipt } from '../pos/receipt';
import type { Claim, Decide, Exchange } from '../store/delivery-records';
import type { Destination } from './destination';
import { recorded } from './exchange-record';
import { afterAbsence, afterError, afterHold, afterReceipt, type OutcomeContext } from './outcome';
import type { Outlet, PosOutlets } from './pos-outlet';
import { type MenuParts, prepare } from './prepared';
import { rehearse } from './rehearsal/rehearse';
import { isRehearsal } from './rehearsal/row';
import { rungSuffix } from './rungs';
import { isNotice, toNotice } from './ticket';
import { voidTicket } from './void-ticket';

export type PosParts = MenuParts & {
  outlets: PosOutlets;
  context: (claim: Claim) => OutcomeContext;
  now: () => number;
  concurrent: (lane: string) => number;
};
type Sent = { receipt: Receipt; degraded: Degraded[] } | 'absent' | { hold: PosError };

/** Sends tickets to POS systems: looks first whenever the ticket may be there, and never makes a second. */
export function posDestination(parts: PosParts): Destination {
  return {
    concurrent: ({ lane }) => parts.concurrent(lane),
    async send(claim) {
      if (isRehearsal(claim.delivery)) return rehearse(claim, parts);
      const context = parts.context(claim);
      const exchanges: Exchange[] = [];
      const decide = await sendOnce({ ...claim, exchanges }, parts)
        .then((sent) => toDecision(sent, context))
        .catch(async (error: unknown): Promise<Decide> => {
          if (!(error instanceof PosError)) throw error;
          await learnFrom(error, claim, parts);
          return (row) => afterError(row, error, context);
        });
      return (row, subject) => {
        const change = decide(row, subject);
        return change && { ...change, exchanges };
      };
    },
  };
}

/** A claim, and what its attempt sends and gets. */
type Attempted = Claim & { exchanges: Exchange[] };

/** A refusal may mean that the menu has changed; wrong credentials concern everything that goes there. */
async function learnFrom(
  error: PosError,
  { delivery }: Claim,
  { posMenus, outlets }: PosParts,
): Promise<void> {
  if (error.kind === 'rejected') posMenus.forget(delivery.target);
  if (error.kind !== 'credentials') return;
  await outlets.note(delivery.restaurant_id, delivery.target, { status: 'blocked', reason: error.message });
}

function toDecision(sent: Sent, context: OutcomeContext): Decide {
  if (sent === 'absent') return (row) => afterAbsence(row, context);
  if ('hold' in sent) return (row) => afterHold(row, sent.hold, context);
  return (row, subject) => afterReceipt(row, sent, subject, context);
}

/** A token may have been withdrawn before its time: one new log-in, and once more. A refused token has made nothing. */
async function sendOnce(claim: Attempted, parts: PosParts): Promise<Sent> {
  const { restaurant_id, target } = claim.delivery;
  try {
    return await send(claim, parts);
  } catch (error) {
    const expired =
      error instanceof PosError && error.kind === 'credentials' && error.details.httpStatus === 401;
    if (!expired || !(await parts.outlets.renew(restaurant_id, target))) throw error;
    return send(claim, parts);
  }
}

async function send(claim: Attempted, parts: PosParts): Promise<Sent> {
  const { delivery } = claim;
  const opened = await parts.outlets.open(delivery.restaurant_id, delivery.target);
  const limited = parts.limits.of(opened, delivery.target, 'order');
  const outlet = recorded(limited, claim.exchanges, parts.now);
  const { vendor, session } = outlet;
  // Looked at as late as can be: what was planned live may have been overtaken by the switch.
  if (await parts.outlets.isRehearsed(delivery.restaurant_id, delivery.target))
    return { hold: switched(vendor) };
  const voiding = await voidTicket(delivery, outlet);
  if ('receipt' in voiding) return { ...voiding, degraded: [] };
  const prepared = isNotice(delivery)
    ? toNotice(claim, voiding.refusal)
    : await prepare(claim, opened, parts);
  if (prepared instanceof PosError) return { hold: prepared };
  const { order, degraded } = lesserForm(prepared, claim, outlet);
  const resend = {
    ...prepared,
    order: { ...order, reference_suffix: `${delivery.suffix}${rungSuffix(delivery.rung)}` },
  };
  if (delivery.rung > 0) {
    // Another door may have had more luck with the order as it was.
    const whole = await vendor.findOrder?.({ ...prepared.order, reference_suffix: delivery.suffix }, session);
    if (whole) return { receipt: await vendor.submitOrder(prepared.order, session, whole), degraded: [] };
  }
  if (delivery.state === 'verifying') return verify(resend, outlet, degraded);
  const lookFirst = delivery.attempts.length > 1;
  return { receipt: await placeOrder({ vendor, prepared: resend, session, lookFirst }), degraded };
}

/** Nobody was told that this order is only rehearsed: a person decides, and at its time the ticket to key in goes out. */
function switched({ id, name }: Outlet['vendor']): PosError {
  const message = `Not sent: ${name} is in rehearsal since before this could leave. Key it in, or go live and try again.`;
  return new PosError('rejected', id, message, { code: 'REHEARSAL' });
}

/** Found: what is missing (payment, print) is completed. Not found: proved absent, or sent again where the vendor's own key makes that safe. */
async function verify(prepared: Prepared, { vendor, session }: Outlet, degraded: Degraded[]): Promise<Sent> {
  const found = await vendor.findOrder?.(prepared.order, session);
  if (found || vendor.resubmit === 'same-key') {
    return { receipt: await placeOrder({ vendor, prepared, session, lookFirst: true }), degraded };
  }
  return 'absent';
}

/** The order as this rung of the ladder sends it; the next one down where a rung changes nothing. */
function lesserForm({ order }: Prepared, { delivery, shop }: Claim, { vendor, session }: Outlet) {
  const context = { vendor, settings: session.settings, refusal: delivery.reason?.message ?? '' };
  if (delivery.rung === 0) return { order, degraded: [] };
  for (const rung of DEGRADE_RUNGS.slice(delivery.rung - 1)) {
    const lesser = shop.degrade.includes(rung) ? degrade(order, rung, context) : null;
    if (lesser) return lesser;
  }
  throw new PosError('rejected', vendor.id, delivery.reason?.message ?? `${vendor.name} refused the order.`, {
    code: delivery.reason?.vendor_code ?? undefined,
  });
}
