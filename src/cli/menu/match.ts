import { parseArgs } from 'node:util';
import type { Match } from '../../menu/match';
import { must, openDoorOf } from '../door';
import { MENU_FLAGS, type MenuCommand } from './options';

type Matched = { phrase: string; match: Match };

const VERDICTS: Record<Match['status'], string> = {
  sure: 'yes',
  unsure: 'ask',
  none: 'not on the menu',
};
/** How it was found, in words. */
const METHODS: Record<NonNullable<Match['method']>, string> = {
  ref: 'by its id',
  alias: 'by an alias',
  exact: 'word for word',
  normalized: 'by its words',
  fuzzy: 'though spelled otherwise',
  manual: 'decided by a person',
};

/** `orderwire menu match "ceaser salad"`: what guests' words mean on the menu, and why. */
export const match: MenuCommand = async ({ args, environment, say }) => {
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options: MENU_FLAGS });
  const phrases = positionals.filter((phrase) => phrase.trim() !== '');
  if (phrases.length === 0) {
    say('Usage: orderwire menu match "large peperoni" "a coke" … [--location loc_1]');
    return 2;
  }
  const door = await openDoorOf(environment, { key: values.key, url: values.url, say });
  try {
    const body = { phrases, ...(values.location && { location_id: values.location }) };
    const { matches } = must<{ matches: Matched[] }>(await door.call('POST', '/v1/menu/match', body));
    for (const line of matches.flatMap(explained)) say(line);
    return matches.every((one) => one.match.status === 'sure') ? 0 : 1;
  } finally {
    await door.close();
  }
};

function explained({ phrase, match: { status, reason, method, score, ...match } }: Matched): string[] {
  const ids = [match.item_id, match.variation_id].filter((id) => id !== null);
  const rival = match.runner_up ? [`runner-up ${match.runner_up.item_id}`] : [];
  const facts = [...ids, ...(method ? [METHODS[method], `score ${score.toFixed(2)}`] : []), ...rival];
  return [
    `${phrase}: ${VERDICTS[status]}`,
    `  ${reason}`,
    ...(facts.length > 0 ? [`  ${facts.join(', ')}`] : []),
  ];
}
