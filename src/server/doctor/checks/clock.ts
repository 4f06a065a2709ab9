import { type Check, fault, skipped, warning, well } from '../finding';

const LATE_MS = 30_000;
/** Webhook signatures and log-ins of several vendors are refused when a clock is off by five minutes. */
const WRONG_MS = 5 * 60_000;

/** This machine's clock against the `Date` header of whoever answered. */
export const clock: Check = {
  id: 'clock',
  title: 'Clock',
  last: true,
  look({ witness }) {
    const verdict = witness.verdict();
    if (!verdict) return [skipped('nobody who was asked told the time')];
    const { host, skewMs } = verdict;
    const off = Math.abs(skewMs);
    if (off < LATE_MS) return [well(`agrees with ${host}`)];
    const found = `${inWords(off)} ${skewMs > 0 ? 'ahead of' : 'behind'} ${host}`;
    const fix =
      'Let the machine set its clock from the network: sudo timedatectl set-ntp true, or the time settings of the system.';
    return [off < WRONG_MS ? warning({ found, fix }) : fault({ found, fix })];
  },
};

function inWords(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} minutes`;
}
