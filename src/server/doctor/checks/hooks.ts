import type { HookRecord } from '../../../store/records';
import { type AddressPolicy, assertPublicAddress, RefusedAddress } from '../../public-address';
import { type Check, fault, type Seen, skipped, warning, well } from '../finding';
import type { Books, Premises } from '../premises';
import { closedBecause } from './database';

const HOUR_MS = 3_600_000;

/** Whether each hook is on, may be called, and is answered. */
export const hooks: Check = {
  id: 'hook',
  title: 'Hook',
  async look(premises) {
    const { books } = premises;
    if (books.state !== 'open') return [skipped(closedBecause(premises))];
    const lists = await Promise.all(books.scopes.map((scope) => books.store.hooks(scope)));
    return lists.flat().map((hook) => hookSeen(hook, { books, premises }));
  },
};

type Around = { books: Extract<Books, { state: 'open' }>; premises: Premises };

function hookSeen(hook: HookRecord, { books, premises }: Around): Seen {
  const { id: about, target_url, active, disabled_reason, failing_since } = hook;
  const host = URL.canParse(target_url) ? new URL(target_url).host : 'its address';
  if (!active) {
    const found = `${host} is switched off: ${disabled_reason ?? 'no reason is kept.'}`;
    const fix = `Repair the receiver and switch it on, PATCH /v1/hooks/${about} {"active": true}; or delete a hook that nobody needs.`;
    return fault({ about, found, fix });
  }
  const rule = refusedRule(target_url, premises.config.addresses);
  if (rule) {
    const fix = `Give the receiver a public https address and subscribe again; then DELETE /v1/hooks/${about}.`;
    return fault({ about, found: `${host} is not called: its address ${rule}`, fix });
  }
  const success = books.condition.lastSuccess(about);
  const last =
    success === null ? 'no call has come through yet' : `last answered ${agoText(premises.now() - success)}`;
  if (failing_since === null) return well(`${host}, ${last}`, about);
  const found = `${host} has answered nothing but failures since ${agoText(premises.now() - failing_since)}; ${last}`;
  const fix = `Repair the receiver, and try it with POST /v1/hooks/${about}/test: after five days of failures it is switched off.`;
  return premises.now() - failing_since > HOUR_MS
    ? fault({ about, found, fix })
    : warning({ about, found, fix });
}

function refusedRule(target_url: string, policy: AddressPolicy): string | null {
  try {
    assertPublicAddress(target_url, policy);
    return null;
  } catch (error) {
    if (!(error instanceof RefusedAddress)) throw error;
    return error.rule;
  }
}

/** "3 hours ago". */
export function agoText(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  if (minutes < 120) return `${minutes} minutes ago`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} hours ago` : `${Math.floor(hours / 24)} days ago`;
}
