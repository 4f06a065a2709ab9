import type { Database } from 'better-sqlite3';

/** What waits for an hour of the day (an order for later) stays where it is. */
const HAS_BEGUN = "state <> 'held'";
const moved = (table: string, moment: string, where: string) =>
  `UPDATE ${table} SET ${moment} = ${moment} + @by WHERE ${moment} IS NOT NULL AND ${where}`;

const BACK = [
  ...['next_attempt_at', 'deadline_at', 'alert_at', 'check_at'].map((moment) =>
    moved('deliveries', moment, HAS_BEGUN),
  ),
  moved('blocked_lanes', 'check_at', 'true'),
  moved('pos_news', 'due_at', 'true'),
];
/** Of all waits only this one proves something: that a vendor which kept silent has no ticket. It is never cut short. */
const AHEAD = [moved('deliveries', 'next_attempt_at', "state = 'unknown'")];

/** Inside a write: moves every wait along with a clock that was set. A clock set ahead merely ends the others. */
export function clockMover(db: Database): (by: number) => void {
  const back = BACK.map((sql) => db.prepare(sql));
  const ahead = AHEAD.map((sql) => db.prepare(sql));
  return (by) => {
    for (const statement of by < 0 ? back : ahead) statement.run({ by });
  };
}
