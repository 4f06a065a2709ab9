import type { OptionGroup } from '../schema';
import { mergeChoices } from './choices';
import { freeIds, inOurOrder, pairUp, type Source } from './pair-up';

/** All groups, and what each of theirs is called now. */
export type MergedGroups = { groups: OptionGroup[]; ids: Map<string, string> };

/** Their option groups among ours. A group itself has no id of a vendor's: its options have. */
export function mergeGroups(ours: OptionGroup[], theirs: OptionGroup[], source: Source): MergedGroups {
  const { vendor, leads } = source;
  const idsOf = ({ options }: OptionGroup) =>
    options.flatMap(({ pos }) => (vendor !== null && pos[vendor] ? [pos[vendor]] : []));
  const pairs = pairUp(ours, theirs, { ...source, idsOf });
  const newId = freeIds(ours, source);
  const merged = theirs.map((one) => {
    const own = pairs.get(one);
    return own ? mergeGroup(own, one, source) : { ...one, id: newId(one.id) };
  });
  const ids = new Map(theirs.map(({ id }, index) => [id, merged[index]?.id ?? id]));
  const paired = new Set(pairs.values());
  const left = ours.filter((one) => !paired.has(one)).map((one) => withoutVendor(one, source));
  return { groups: leads ? [...merged, ...left] : inOurOrder(ours, [...merged, ...left]), ids };
}

function mergeGroup(own: OptionGroup, one: OptionGroup, source: Source): OptionGroup {
  const options = mergeChoices(own.options, one.options, { ...source, keepsOwn: true });
  if (!source.leads) return { ...own, options };
  const aliases = [...new Set([...own.aliases, ...one.aliases])];
  return { ...one, id: own.id, aliases, portions: own.portions || one.portions, options };
}

/** Without the options that only this vendor knew. */
function withoutVendor(group: OptionGroup, source: Source): OptionGroup {
  return { ...group, options: mergeChoices(group.options, [], { ...source, keepsOwn: true }) };
}
