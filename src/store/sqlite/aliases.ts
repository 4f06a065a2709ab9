import type { Database } from 'better-sqlite3';
import type { AliasRecord, Scope } from '../records';
import type { Store } from '../store';
import { eventRecorder, inShops, type Write } from './events';
import { SELECT_OWNER } from './shops';

type Part = Pick<Store, 'aliases' | 'saveAlias' | 'deleteAlias'>;

const FIELDS = 'id, location_id, said, phrase, item_id, variation_id, option_id, created_at, updated_at';
export const SELECT_ALIASES = `SELECT ${FIELDS} FROM aliases WHERE restaurant_id = ? ORDER BY n`;
export const SELECT_ALIAS = `
  SELECT ${FIELDS} FROM aliases
  WHERE restaurant_id = @restaurant_id AND ifnull(location_id, '') = ifnull(@location_id, '')
    AND phrase = @phrase AND iif(option_id IS NULL, '', item_id) = iif(@option_id IS NULL, '', @item_id)`;

export function aliasStore(db: Database, write: Write): Part {
  const record = eventRecorder(db);
  const list = db.prepare(SELECT_ALIASES);
  const same = db.prepare(SELECT_ALIAS);
  const count = db.prepare('SELECT count(*) FROM aliases WHERE restaurant_id = ?').pluck();
  const insert = db.prepare(`
    INSERT INTO aliases (id, restaurant_id, location_id, said, phrase, item_id, variation_id, option_id, created_at, updated_at)
    VALUES (@id, @restaurant_id, @location_id, @said, @phrase, @item_id, @variation_id, @option_id, @at, @at)`);
  const update = db.prepare(
    'UPDATE aliases SET said = @said, item_id = @item_id, variation_id = @variation_id, option_id = @option_id, updated_at = @at WHERE id = @id',
  );
  const remove = db.prepare('DELETE FROM aliases WHERE id = ?');
  const owner = db.prepare(SELECT_OWNER).pluck();
  const mustOwn = ({ restaurant_id, location_ids }: Scope, location_id: string | null) => {
    const within =
      location_id === null
        ? location_ids === null
        : owner.get(location_id) === restaurant_id && inShops(location_ids, location_id);
    if (!within) throw new Error('An alias for a shop outside its scope.');
  };
  const aliases = ({ restaurant_id, location_ids }: Scope) =>
    (list.all(restaurant_id) as AliasRecord[]).filter(
      ({ location_id }) => location_id === null || inShops(location_ids, location_id),
    );
  return {
    aliases: async (scope) => aliases(scope),
    saveAlias: (scope, { most, ...given }, act) =>
      write(() => {
        const { restaurant_id } = scope;
        mustOwn(scope, given.location_id);
        const row = { ...given, restaurant_id, at: act.at };
        const known = same.get(row) as AliasRecord | undefined;
        if (!known && (count.get(restaurant_id) as number) >= most) return null;
        const { id } = known ?? given;
        if (known) update.run({ ...row, id });
        else insert.run(row);
        const { location_id } = given;
        record(scope, act, { type: known ? 'alias.changed' : 'alias.taught', subject_id: id, location_id });
        const created_at = known?.created_at ?? act.at;
        return { alias: { ...given, id, created_at, updated_at: act.at }, replaced: known !== undefined };
      }),
    deleteAlias: (scope, id, act) =>
      write(() => {
        const known = aliases(scope).find((one) => one.id === id);
        if (!known) return false;
        mustOwn(scope, known.location_id);
        remove.run(id);
        record(scope, act, { type: 'alias.forgotten', subject_id: id, location_id: known.location_id });
        return true;
      }),
  };
}
