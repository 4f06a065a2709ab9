/** What mails say of a rehearsal in English. */
export const enRehearsal = {
  mark: 'REHEARSAL',
  newOrder: (pos: string) => ({
    title: `REHEARSAL: ${pos} does not get this order.`,
    text: 'Key it in as ever.',
  }),
  of: (day: string): string => `Rehearsal of ${day}`,
  verdict: (orders: number, good: number, toFix: number): string => {
    const came = orders === 1 ? '1 order' : `${orders} orders`;
    return toFix === 0 ? `${came}, nothing to fix` : `${came}: ${good} right, ${toFix} to fix`;
  },
  compared: (orders: number, good: number, toFix: number): string => {
    const came = orders === 1 ? '1 order' : `${orders} orders`;
    const fix = toFix === 0 ? 'nothing to fix' : `${toFix} to fix, here they are`;
    return `${came}: ${good} exactly as rung up, ${fix}`;
  },
  notCompared: (pos: string): string =>
    `The orders in ${pos} could not be read, so nothing was compared with what staff rang up. Right means: every dish was sure, and the price was not another.`,
  good: 'right',
  exact: 'as rung up',
  toFix: 'to fix',
  came: 'orders',
  fixTitle: 'To fix',
  ready: 'A clean night: you can go live.',
  readyText: (pos: string): string => `From then on ${pos} gets every new order by itself.`,
  stays: 'It stays a rehearsal until you say otherwise: nothing is sent.',
};
