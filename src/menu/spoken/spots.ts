import type { Word } from '../words';
import type { Lexicon } from './lexicon';
import type { Spot } from './when';

/** What an order says that is no food: its times and addresses, in order. */
export function spotsIn(words: Word[], lexicon: Lexicon): Spot[] {
  const { root } = lexicon;
  const isFood = (at: number) => {
    const next = root.next.get(words[at]?.stem ?? '')?.next.get(words[at + 1]?.stem ?? '');
    return (next?.entry?.senses.length ?? 0) > 0;
  };
  const addresses = lexicon.addresses.find(words, isFood);
  const inAddress = (spot: Spot) => addresses.some(({ from, to }) => spot.from < to && from < spot.to);
  const times = lexicon.times.find(words).filter((spot) => !inAddress(spot));
  return [...addresses, ...times].sort((a, b) => a.from - b.from);
}
