import type { Standing } from '../../../store/condition';
import { type Check, fault, type Seen, skipped, warning, well } from '../finding';
import type { Books, Premises } from '../premises';
import { closedBecause } from './database';
import { agoText } from './hooks';

/** The worker takes what is due within seconds; so long means that there is none. */
const OVERDUE_MS = 5 * 60_000;

/** Whether everything that has to leave does leave. */
export const outbox: Check = {
  id: 'outbox',
  title: 'Outbox',
  async look(premises) {
    const { books } = premises;
    if (books.state !== 'open') return [skipped(closedBecause(premises))];
    const seen = [
      ...overdue(books, premises),
      ...(await closedLanes(books, premises)),
      ...waiting(books, premises),
    ];
    return seen.length > 0 ? seen : [well('nothing is stuck')];
  },
};

type Open = Extract<Books, { state: 'open' }>;

function overdue({ condition }: Open, { now, running }: Premises): Seen[] {
  const late = condition.overdue(now() - OVERDUE_MS);
  if (!late) return [];
  const fix =
    running === 'this'
      ? 'Start OrderWire again, and look into its log: its worker has stopped.'
      : 'Start OrderWire: it sends them, or mails the tickets of those that have become too old.';
  return [fault({ found: `${rows(late)} should have left ${agoText(now() - late.oldest)}`, fix })];
}

/** A destination that takes nothing, with all that waits for it. */
async function closedLanes({ store }: Open, { now }: Premises): Promise<Seen[]> {
  // A lane's next check lies ahead: all of them are asked for.
  const lanes = await store.blockedLanes(Number.MAX_SAFE_INTEGER);
  return Promise.all(
    lanes.map(async ({ lane, reason, blocked_at }) => {
      const count = await store.waitingIn(lane);
      const about = lane.split(':').at(-1) ?? lane;
      const found = `closed since ${agoText(now() - blocked_at)}, and ${rows({ count })} wait: ${reason}`;
      const fix = 'Repair what the reason names; what waits then goes out by itself.';
      return fault({ about, found, fix });
    }),
  );
}

function waiting({ condition }: Open, { now }: Premises): Seen[] {
  const people = condition.waitingForPeople();
  if (!people) return [];
  const found = `${rows(people)} wait for a person, the oldest since ${agoText(now() - people.oldest)}`;
  return [
    warning({
      found,
      fix: 'Open each from its mail, or with orderwire orders show, and say what became of it.',
    }),
  ];
}

const rows = ({ count }: Pick<Standing, 'count'>) =>
  count === 1 ? '1 message or ticket' : `${count} messages and tickets`;
