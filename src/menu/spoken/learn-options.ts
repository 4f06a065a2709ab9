import { ACTION_WORDS } from '../said-as';
import type { OptionGroup } from '../schema';
import { normalise } from '../words';
import type { Lexicon } from './lexicon';
import { Parts } from './parts';

/** An option whose name says what to do with it ("Extra Cheese") is heard by the food alone: the action has its own words. */
export function learnOptions(lexicon: Lexicon, group: OptionGroup): void {
  const leads = new Set(ACTION_WORDS.map(normalise));
  const parts = new Parts(
    group.options.map(({ name }) => name),
    lexicon.kinds,
  );
  for (const option of group.options) {
    for (const name of [option.name, ...option.aliases]) {
      const sense = { kind: 'option', group_id: group.id, option_id: option.id } as const;
      const phrase = withoutLead(normalise(name), leads);
      lexicon.learn(phrase, [{ ...sense, how: name === option.name ? 'name' : 'alias' }]);
      if (name !== option.name) continue;
      for (const { words, how } of parts.of(phrase)) lexicon.learn(words, [{ ...sense, how }]);
    }
  }
}

function withoutLead(phrase: string, leads: Set<string>): string {
  const [first = '', ...rest] = phrase.split(' ');
  return rest.length > 0 && leads.has(first) ? rest.join(' ') : phrase;
}

/** A group's name is never ordered itself: "for toppings", "all the toppings". */
export function learnGroup(lexicon: Lexicon, group: OptionGroup): void {
  for (const name of [group.name, ...group.aliases].map(normalise)) {
    if (name === '') continue;
    lexicon.entry(name).groups.push(group.id);
    for (const word of new Set([name, ...name.split(' ')])) {
      const entry = lexicon.entry(word);
      if (entry.senses.length === 0 && entry.number === null) entry.role ??= 'filler';
    }
  }
}
