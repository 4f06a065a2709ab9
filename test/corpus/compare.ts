import type { Reading } from './answer';
import type { Choice, Line, Meaning } from './meaning';

/** How an answer stands to what was meant. `items` and `options` count what was meant, what was found of it, and what is right. */
export type Verdict = {
  exact: boolean;
  asked: boolean;
  items: { meant: number; right: number };
  options: { meant: number; found: number; right: number; actionRight: number };
  /** How much differs: for showing the worst first. */
  differences: number;
};

export function compare(means: Meaning, said: Reading): Verdict {
  const { pairs, left } = pair(means.lines, said.lines);
  const facts = factsRight(means, said);
  const options = pairs.map(({ meant, said }) => compareChoices(meant.choices, said?.choices ?? []));
  const sum = (count: (one: (typeof options)[number]) => number) =>
    options.reduce((total, one) => total + count(one), 0);
  const wholeLines = pairs.filter(({ meant, said }) => said && sameLine(meant, said)).length;
  const exact = wholeLines === pairs.length && left.length === 0 && facts;
  return {
    exact,
    asked: said.asked,
    items: {
      meant: pairs.length,
      right: pairs.filter(({ meant, said }) => said && sameDish(meant, said)).length,
    },
    options: {
      meant: sum(({ meant }) => meant),
      found: sum(({ found }) => found),
      right: sum(({ right }) => right),
      actionRight: sum(({ actionRight }) => actionRight),
    },
    differences:
      left.length +
      Number(!facts) +
      pairs.filter(({ meant, said }) => !said || !sameDish(meant, said)).length +
      sum(({ meant, right, extra }) => meant - right + extra),
  };
}

/** Service, time and words to keep, where the phrase says what they should be. */
function factsRight({ service, at, kept = [] }: Meaning, said: Reading): boolean {
  const words = said.words.toLowerCase();
  return (
    (service === undefined || service === said.service) &&
    (at === undefined || at === said.at || (at !== null && (said.at ?? '').toLowerCase().includes(at))) &&
    kept.every((word) => words.includes(word.toLowerCase()))
  );
}

type Pair = { meant: Line; said: Line | undefined };

/** Each line that was meant with the line said that comes nearest to it, whole lines first; without regard to order. */
function pair(meant: Line[], said: Line[]): { pairs: Pair[]; left: Line[] } {
  const left = [...said];
  const take = (fits: (line: Line) => boolean, worth: (line: Line) => number) => {
    const best = left.filter(fits).sort((a, b) => worth(b) - worth(a))[0];
    if (best) left.splice(left.indexOf(best), 1);
    return best;
  };
  const found = new Map<Line, Line | undefined>();
  for (const line of meant)
    found.set(
      line,
      take(
        (one) => sameLine(line, one),
        () => 0,
      ),
    );
  for (const line of meant.filter((one) => !found.get(one)))
    found.set(
      line,
      take(
        (one) => meet(line.items, one.items),
        (one) => compareChoices(line.choices, one.choices).right + Number(sameDish(line, one)),
      ),
    );
  return { pairs: meant.map((line) => ({ meant: line, said: found.get(line) })), left };
}

function sameLine(meant: Line, said: Line): boolean {
  if (meant.quantity === null) return said.open;
  const { meant: count, right, extra } = compareChoices(meant.choices, said.choices);
  return sameDish(meant, said) && right === count && extra === 0;
}

function sameDish(meant: Line, said: Line): boolean {
  const quantity = meant.quantity === said.quantity || [meant.quantity, said.quantity].includes(null);
  if (meant.open !== said.open || !quantity) return false;
  return meant.open
    ? meet(meant.items, said.items)
    : meant.items[0] === said.items[0] && meant.size === said.size;
}

/** A pizza has no left: halves may change places, as long as all of them do. */
function compareChoices(meant: Choice[], said: Choice[]): Choices {
  const [straight, turned] = [said, said.map(mirrored)].map((one) => compareEach(meant, one)) as [
    Choices,
    Choices,
  ];
  return turned.right > straight.right ? turned : straight;
}

const MIRROR: Record<Choice['portion'], Choice['portion']> = { whole: 'whole', left: 'right', right: 'left' };
const mirrored = (choice: Choice): Choice => ({ ...choice, portion: MIRROR[choice.portion] });

type Choices = { meant: number; found: number; right: number; actionRight: number; extra: number };

function compareEach(meant: Choice[], said: Choice[]): Choices {
  const left = [...said];
  let right = 0;
  let found = 0;
  let actionRight = 0;
  for (const choice of meant) {
    const whole = left.find((one) => sameChoice(choice, one));
    const near = whole ?? left.find((one) => choice.open === one.open && meet(choice.options, one.options));
    const all = whole ? [] : removals(choice, left);
    const met = whole !== undefined || all.length > 0;
    right += Number(met);
    found += Number(met || near !== undefined);
    actionRight += Number(met || near?.action === choice.action);
    const gone = left.filter(
      (one) => one.action === 'remove' && !one.open && one.options[0] === choice.instead,
    );
    for (const one of [...(all.length > 0 ? all : near ? [near] : []), ...gone])
      left.splice(left.indexOf(one), 1);
  }
  return { meant: meant.length, found, right, actionRight, extra: left.length };
}

/** "No beans" where the menu has two kinds: leaving off both is what was meant, and needs no question. */
function removals({ options, open, action }: Choice, said: Choice[]): Choice[] {
  if (!open || action !== 'remove') return [];
  const off = said.filter((one) => one.action === 'remove' && !one.open && meet(options, one.options));
  return off.length === options.length ? off : [];
}

function sameChoice(meant: Choice, said: Choice): boolean {
  const action = meant.action === said.action || said.action === null;
  const rest = meant.portion === said.portion && meant.quantity === said.quantity;
  return meant.open === said.open && meet(meant.options, said.options) && action && rest;
}

/** While something is open, a question that names nothing can be about all of it. */
function meet(a: string[], b: string[]): boolean {
  return a.length === 0 || b.length === 0 || a.some((one) => b.includes(one));
}
