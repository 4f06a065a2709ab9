import type { MenuOption, MenuVariation } from '../schema';
import { freeIds, inOurOrder, mergedPrice, pairUp, posOfOthers, type Source } from './pair-up';

/** Sizes of a dish and options of a group are merged alike. */
type Choice = MenuVariation | MenuOption;
/** `keepsOwn`: what no POS knows stays, as somebody wrote it. */
type How = Source & { keepsOwn: boolean };

/** Their choices among ours: our ids and aliases stay, other vendors' ids too; what only this vendor had and has no more goes. */
export function mergeChoices<T extends Choice>(ours: T[], theirs: T[], how: How): T[] {
  const { vendor, leads, keepsOwn } = how;
  const idsOf = ({ pos }: T) => (vendor !== null && pos[vendor] ? [pos[vendor]] : []);
  const pairs = pairUp(ours, theirs, { ...how, idsOf });
  const newId = freeIds(ours, how);
  const theyChoose = theirs.some((one) => one.default);
  const merged = theirs.map((one) => {
    const own = pairs.get(one);
    return own ? mergeChoice(own, one, { ...how, theyChoose }) : { ...one, id: newId(one.id) };
  });
  const paired = new Set(pairs.values());
  const left = ours
    .filter((one) => !paired.has(one))
    .filter((one) => hasIds(posOfOthers(one, how)) || (keepsOwn && !hasIds(one.pos)))
    .map((one) => ({ ...one, pos: posOfOthers(one, how) }));
  return leads ? [...merged, ...left] : inOurOrder(ours, [...merged, ...left]);
}

const hasIds = (pos: Record<string, string>) => Object.keys(pos).length > 0;

function mergeChoice<T extends Choice>(own: T, one: T, how: Source & { theyChoose: boolean }): T {
  const pos = { ...posOfOthers(own, how), ...one.pos };
  if (!how.leads) return { ...own, pos };
  const aliases = [...new Set([...own.aliases, ...one.aliases])];
  const price = mergedPrice(own, one, how);
  return { ...one, id: own.id, aliases, price, pos, default: how.theyChoose ? one.default : own.default };
}
