import type { Link } from './alert-kinds';
import type { Block } from './blocks';
import type { Texts } from './texts';

/** Links as buttons; none where there is no public address to lead to. */
export function buttonsOf(links: Link[], texts: Texts): Block[] {
  if (links.length === 0) return [];
  const buttons = links.map(({ action, url }) => ({ label: texts.links[action], url }));
  return [{ kind: 'buttons', buttons, note: texts.buttonsNote }];
}
