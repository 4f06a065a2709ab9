/** What a new menu changes, as the API answers it. */
export type MenuAnswer = {
  items: number;
  changed: {
    kind: 'item' | 'option_group';
    name: string;
    change: 'added' | 'changed' | 'removed';
    aliases: { said: string }[];
    orders: { number: string; say: string }[];
  }[];
};

const MOST_NAMED = 12;
const WORDS = { added: 'New', changed: 'Changed', removed: 'Gone' } as const;

/** A new menu in a few lines: how much it holds, what is new about it, and what that hits. */
export function changeLines({ items, changed }: MenuAnswer): string[] {
  const kinds = Object.entries(WORDS).flatMap(([change, word]) => {
    const names = changed.filter((one) => one.change === change).map(({ name }) => name);
    const more = names.length > MOST_NAMED ? `, and ${names.length - MOST_NAMED} more` : '';
    return names.length > 0
      ? [`  ${word} (${names.length}): ${names.slice(0, MOST_NAMED).join(', ')}${more}`]
      : [];
  });
  const hits = changed.flatMap(({ aliases, orders }) => [
    ...aliases.map(({ said }) => `  ! Guests' words "${said}" mean nothing any more: teach them anew.`),
    ...orders.map(({ number, say }) => `  ! Order #${number} is still to be sent: ${say}`),
  ]);
  const dishes = items === 1 ? '1 dish' : `${items} dishes`;
  return [`${dishes}${changed.length === 0 ? ', nothing new' : ''}`, ...kinds, ...hits];
}
