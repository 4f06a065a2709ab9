import type { Vendor } from '../../pos/vendor';

/** A connection as the API answers it, as far as this command reads it. */
export type Answer = {
  id: string;
  name: string;
  location_id: string;
  default: boolean;
  status: 'untested' | 'ok' | 'blocked';
  status_reason: string | null;
  webhook_url: string;
};

/** What works and what to do next, in plain words. */
export function report(answer: Answer, vendor: Vendor): string[] {
  const { id, name, status, status_reason, location_id } = answer;
  if (status !== 'ok') {
    const verdict = status === 'blocked' ? 'does not work yet' : 'could not be checked just now';
    return [
      `${name} is stored as ${id}, but it ${verdict}:`,
      `  ${status_reason}`,
      `Next: orderwire connect ${vendor.id} --id ${id}, with the field that is to change (--access_token …), or nothing to check again.`,
    ];
  }
  const goes = answer.default
    ? `New orders of ${location_id} go there by themselves.`
    : `It is not the default of ${location_id}: orders go there only when they are sent there by hand.`;
  return [
    `${name} works: these credentials may create orders. It is ${id}.`,
    goes,
    ...updates(answer, vendor),
    `Next: send a test order (orderwire test-order --connection ${id}) and look at the kitchen. docs/vendors/${vendor.id}.md says what ${vendor.name} needs.`,
  ];
}

/** How the POS tells what becomes of an order, where it can. */
function updates({ webhook_url }: Answer, vendor: Vendor): string[] {
  if (!vendor.readWebhook) return [];
  return webhook_url.startsWith('https:')
    ? [
        `For status updates give ${vendor.name} this address, and the secret of its calls to the connection: ${webhook_url}`,
      ]
    : [`For status updates ${vendor.name} needs an https address of this server: set PUBLIC_BASE_URL.`];
}
