import type { LanguagePack, Role } from './pack';

/** Two languages in one sentence; where a word is of both, the first one has it. */
export function merged(first: LanguagePack, second: LanguagePack): LanguagePack {
  const roles = Object.keys(first.words) as Exclude<Role, 'time' | 'address'>[];
  const known = new Set([...Object.keys(first.numbers), ...roles.flatMap((role) => first.words[role])]);
  const isNew = (phrase: string) => !known.has(phrase);
  const words = roles.map((role) => [role, [...first.words[role], ...second.words[role].filter(isNew)]]);
  const numbers = Object.entries(second.numbers).filter(([word]) => isNew(word));
  return {
    ...first,
    numbers: { ...first.numbers, ...Object.fromEntries(numbers) },
    words: Object.fromEntries(words) as LanguagePack['words'],
    kinds: { ...second.kinds, ...first.kinds },
    food: [...first.food, ...second.food],
    apart: { ...second.apart, ...first.apart },
    generalFirst: first.generalFirst || second.generalFirst,
    everyday: [...first.everyday, ...second.everyday],
    clock: {
      ...joined(phrasesOf(first.clock), phrasesOf(second.clock)),
      hours: { ...second.clock.hours, ...first.clock.hours },
    },
    street: joined(first.street, second.street),
  };
}

const phrasesOf = ({ hours: _, ...lists }: LanguagePack['clock']) => lists;

function joined<T extends Record<string, string[]>>(first: T, second: T): T {
  return Object.fromEntries(
    Object.entries(first).map(([key, phrases]) => [key, [...phrases, ...(second[key] ?? [])]]),
  ) as T;
}
