import type { ApiKey } from '../../../store/records';
import { type Check, fault, type Seen, skipped, well } from '../finding';
import { closedBecause } from './database';

/** Whether somebody can still change connections, menus and keys. */
export const keys: Check = {
  id: 'admin-key',
  title: 'Admin key',
  async look(premises) {
    const { books } = premises;
    if (books.state !== 'open') return [skipped(closedBecause(premises))];
    const { store, scopes } = books;
    return Promise.all(scopes.map(async (scope) => seen((await store.keys(scope)).filter(isPersons))));
  },
};

/** The telephone line of this program has a key of its own, which nobody can type. */
const isPersons = ({ name, scope, location_ids }: ApiKey) =>
  scope === 'admin' && location_ids === null && name !== 'Twilio';

function seen(admins: { name: string }[]): Seen {
  if (admins.length > 0)
    return well(`${admins.length} in force (${admins.map(({ name }) => name).join(', ')})`);
  const fix =
    'Set ORDERWIRE_API_KEY to a new text of at least 20 characters that nobody can guess, and start OrderWire again: it becomes an admin key.';
  return fault({
    found: 'no key with the scope admin is in force: nobody can change connections or keys',
    fix,
  });
}
