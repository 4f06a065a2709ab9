import type { ShopFacts, Vendor } from '../../../pos/vendor';
import { type Check, fault, type Seen, skipped, warning, well } from '../finding';
import { isPlaceholder } from '../placeholder';
import type { Examined, Premises } from '../premises';
import { remedyFor } from '../remedy';

/** Each connection, by logging in and proving that it may create orders at its place. */
export const connections: Check = {
  id: 'connection',
  title: 'Connection',
  look: (premises) =>
    premises.connections.length === 0
      ? [premises.sealed.length > 0 ? skipped('none whose credentials open') : NONE]
      : Promise.all(premises.connections.map((examined) => go(examined, premises))),
};

const NONE = warning({
  found: 'no POS is connected: orders are kept, and sent to nobody',
  fix: 'Run: orderwire connect square (or toast, clover, lightspeed, touchbistro)',
});

async function go(examined: Examined, { visits }: Premises): Promise<Seen> {
  const { connection } = examined;
  const visit = await visits.to(connection);
  if (visit.outcome === 'stayed') return skipped(visit.why, connection.id);
  if (visit.outcome === 'in')
    return well(letIn(visit.vendor, visit.facts, connection.pos_location), connection.id);
  const found = visit.error.message;
  return fault({
    about: connection.id,
    found,
    fix: exampleHint(examined) ?? remedyFor(visit.error, examined),
  });
}

const letIn = (vendor: Vendor, { name }: ShopFacts, posLocation: string) =>
  `${vendor.name} answers as ${name || posLocation}, and these rights may create orders`;

function exampleHint({ connection }: Examined): string | undefined {
  const values = [
    ...Object.entries(connection.credentials),
    ['pos_location', connection.pos_location] as const,
  ];
  const left = values.filter(([, value]) => isPlaceholder(value)).map(([key]) => key);
  return left.length > 0
    ? `Replace the example values of ${left.join(' and ')} with your own, or try "doctor --sandbox" first.`
    : undefined;
}

/** What configuration said of its connections. */
export const notices: Check = {
  id: 'notice',
  title: 'Notice',
  look: (premises) => premises.notices.map((notice) => well(notice)),
};
