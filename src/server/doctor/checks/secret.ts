import { type Check, fault, type Seen, skipped, well } from '../finding';
import type { Premises } from '../premises';

/** Whether the credentials in the database open under the secret that is set now. */
export const secret: Check = {
  id: 'secret',
  title: 'Secret',
  look: (premises) => [seen(premises)],
};

function seen({ sealed, keyless, config, simulated }: Premises): Seen {
  if (simulated) return skipped('only what configuration holds is tried against the simulators');
  const [first] = sealed;
  if (first) {
    const found =
      keyless ??
      `The credentials of ${sealed.map(({ id }) => id).join(', ')} do not open: ${first.why.split('. ')[0]}.`;
    const file = `${config.database}.secret`;
    const fix = config.secret
      ? `Set ORDERWIRE_SECRET to what it was when they were saved, or take it away if ${file} is still there.`
      : `Put ${file} back from a backup, or set ORDERWIRE_SECRET to what it was.`;
    return fault({ found, fix });
  }
  if (keyless === null) return well('every stored credential opens');
  return well(`${keyless} The first start makes it.`);
}
