import { ticketReference } from '../../order/reference';
import { PosError, type PosErrorKind } from '../../pos/errors';
import type { Prepared } from '../../pos/prepare';
import type { Claim, Decide, Exchange } from '../../store/delivery-records';
import { mustChange } from '../change';
import { recorded } from '../exchange-record';
import type { Outlet, PosOutlets } from '../pos-outlet';
import { type MenuParts, prepare } from '../prepared';
import { orderOf } from '../subject';
import { TIMING } from '../timing';
import { foundIn, linesOf } from './find';
import type { Finding, FindingKind } from './finding';
import { notSent, rehearsedReceipt, type Seen } from './receipt';

type Parts = MenuParts & { outlets: PosOutlets; now: () => number };

/** A POS that cannot be reached is asked again so often; then that is what was found. */
const MOST_TRIES = 3;
const PASSES: PosErrorKind[] = ['unreachable', 'unclear', 'throttled'];
const FOUND: Record<PosErrorKind, FindingKind> = {
  credentials: 'credentials',
  rejected: 'refused',
  throttled: 'unreachable',
  unreachable: 'unreachable',
  unclear: 'unreachable',
};

/** Does all that comes before sending: reads, matches, prices and previews. The POS is only asked, and the row ends unsent. */
export async function rehearse(claim: Claim, parts: Parts): Promise<Decide> {
  const exchanges: Exchange[] = [];
  try {
    return ended(claim, await tryOut(claim, exchanges, parts), exchanges);
  } catch (error) {
    if (!(error instanceof PosError)) throw error;
    if (PASSES.includes(error.kind) && claim.delivery.failures < MOST_TRIES - 1) return again(error);
    return ended(claim, seenOf(claim, [{ kind: FOUND[error.kind], message: error.message }]), exchanges);
  }
}

async function tryOut(claim: Claim, exchanges: Exchange[], parts: Parts): Promise<Seen> {
  const { restaurant_id, target } = claim.delivery;
  const opened = await parts.outlets.open(restaurant_id, target);
  const outlet = recorded(parts.limits.of(opened, target, 'order'), exchanges, parts.now);
  const prepared = await prepare(claim, opened, parts);
  const reference = referenceOf(claim, outlet);
  if (prepared instanceof PosError) {
    return { ...seenOf(claim, [{ kind: 'held', message: prepared.message }]), reference };
  }
  const priced = await price(prepared, outlet);
  const shown = preview(prepared, outlet, parts.now());
  exchanges.push(...shown.exchanges);
  const total = priced.total ?? null;
  const findings = [
    ...foundIn(prepared, { total, shop: claim.shop, vendor: outlet.vendor }),
    ...priced.findings,
    ...shown.findings,
  ];
  return {
    ...seenOf(claim, findings),
    reference,
    total,
    lines: linesOf(prepared),
    unmatched: prepared.unmatched,
  };
}

/** Where a question was open already when the order came, that stands first. */
function seenOf({ delivery }: Claim, findings: Finding[]): Seen {
  const { hold } = delivery.payload;
  const held = typeof hold === 'string' ? [{ kind: 'held' as const, message: hold }] : [];
  return { reference: '', total: null, lines: [], unmatched: [], findings: [...held, ...findings] };
}

const referenceOf = (claim: Claim, { session }: Outlet) =>
  ticketReference({ pos_location: session.posLocation, external_ref: orderOf(claim).external_ref });

type Priced = { total: number | null; findings: Finding[] };

/** The POS's own price, where it has a way to tell one. */
async function price({ order }: Prepared, { vendor, session }: Outlet): Promise<Priced> {
  try {
    return { total: (await vendor.quote?.(order, session))?.total ?? null, findings: [] };
  } catch (error) {
    if (!(error instanceof PosError) || error.kind !== 'rejected') throw error;
    return { total: null, findings: [{ kind: 'refused', message: error.message }] };
  }
}

type Shown = { exchanges: Exchange[]; findings: Finding[] };

/** The very requests that would leave, masked; what they are refused for before they leave is found here. */
function preview({ order }: Prepared, { vendor, session }: Outlet, at: number): Shown {
  const { http: _http, token: _token, ...context } = session;
  try {
    const { requests } = vendor.preview(order, context);
    const exchanges = requests.map(({ method, url, headers, body }) => ({
      at,
      request: `${method} ${url}\n${headerLines(headers)}\n\n${JSON.stringify(body) ?? ''}`,
      reply: 'Rehearsal: not sent.',
    }));
    return { exchanges, findings: [] };
  } catch (error) {
    if (!(error instanceof PosError)) throw error;
    return { exchanges: [], findings: [{ kind: 'refused', message: error.message }] };
  }
}

const headerLines = (headers: Record<string, string>) =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');

function ended(claim: Claim, seen: Seen, exchanges: Exchange[]): Decide {
  const { receipt, message } = rehearsedReceipt(claim, seen);
  const ends = { outcome: 'ok', http_status: null, vendor_code: null, message: notSent(claim) } as const;
  const reason = { kind: 'rehearsal', vendor_code: null, message };
  return (row) => mustChange(row, 'rehearsed', { reason, receipt, ends, exchanges });
}

function again({ kind, message, details }: PosError): Decide {
  const { retry } = TIMING;
  const at_least_ms = (details.retryAfterSeconds ?? 0) * 1000;
  const why = { vendor_code: details.code ?? null, message };
  return (row) =>
    mustChange(row, 'unreachable', {
      next: { backoff: { ...retry, at_least_ms } },
      reason: { kind, ...why },
      ends: { outcome: kind, http_status: details.httpStatus ?? null, ...why },
      failed: true,
    });
}
