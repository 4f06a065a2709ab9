import { clover } from '../../../src/pos/clover';
import { LENGTHS } from '../../../src/pos/clover/api';
import { toDraft } from '../../../src/pos/clover/order';
import { openClover } from '../../support/clover-door';
import { AT } from '../../support/clover-order';
import { LONG, notice } from '../../support/notice-order';

const SUFFIXES = ['', '-r2', '-c1', '-c12', '-x'];
const titled = (suffix: string, changes: object = {}) =>
  notice(suffix === '-x' ? 'CANCELLED #21DE - DO NOT MAKE' : 'CHANGE to #21DE', suffix, changes);

describe.each([
  ['us', {}],
  ['eu', { currency: 'EUR' }],
] as const)('a ticket about a ticket (%s)', (region, changes) => {
  it('stands beside the first, is printed with every word, costs nothing and asks for no money', async () => {
    const { session, send, tickets } = openClover(region);
    await send();
    const receipt = await clover.submitOrder(titled('-x', changes), session(), undefined);
    expect(receipt).toMatchObject({
      completed: ['order', 'print'],
      sent_to_kitchen: true,
      pos_total: 0,
      warnings: [],
    });
    const [, ticket] = tickets();
    expect(ticket).toMatchObject({ visible: true, printed: 1, total: 0, reference: receipt.reference });
    expect(ticket?.lines[0]?.name).toContain('CANCELLED #21DE - DO NOT MAKE');
    expect(ticket?.notes.join()).toContain(LONG);
    expect(JSON.stringify(ticket)).not.toContain('collect');
  });

  it('follows a ticket that was deleted', async () => {
    const { session, send, tickets } = openClover(region);
    await clover.cancel(await send(), session());
    await clover.submitOrder(titled('-x', changes), session(), undefined);
    expect(tickets()).toMatchObject([{ voided: true }, { voided: false, printed: 1 }]);
  });
});

it.each(SUFFIXES)(
  'finds %j and none of the others, though all begin with the same twelve characters',
  async (suffix) => {
    const { clock, session, prepare } = openClover();
    const { order } = await prepare();
    const submit = (reference_suffix: string) =>
      clover.submitOrder({ ...order, reference_suffix }, session(), undefined);
    const find = () => clover.findOrder({ ...order, reference_suffix: suffix }, session());
    for (const other of SUFFIXES.filter((one) => one !== suffix)) await submit(other);
    clock.now = new Date(clock.now.getTime() + 3000);
    expect(await find()).toBeUndefined();
    const made = await submit(suffix);
    clock.now = new Date(clock.now.getTime() + 3000);
    expect(await find()).toMatchObject({ pos_order_id: made.pos_order_id, reference: made.reference });
  },
);

it('does not take a ticket that names another one for that other one', async () => {
  const { clock, session, prepare, send } = openClover();
  const first = await send();
  await clover.cancel(first, session());
  const about = { ...titled('-x'), notes: `Was Ref ${first.reference}` };
  await clover.submitOrder(about, session(), undefined);
  clock.now = new Date(clock.now.getTime() + 3000);
  expect(await clover.findOrder((await prepare()).order, session())).toBeUndefined();
});

describe('words that a line cannot hold', () => {
  const draft = (changes: object = {}) => toDraft({ ...titled('-c123-r4'), ...changes }, AT);
  it('stand whole in the note of the order, before its reference and after the guest', () => {
    const { head, lines, warnings } = draft();
    expect(lines[0]?.note?.length).toBeLessThanOrEqual(LENGTHS.lineNote);
    expect(head.note).toMatch(
      new RegExp(`Boston.*\\nCHANGE to #21DE: .*${LONG}\\nRef ow[0-9a-f]{18}-c123-r4$`, 's'),
    );
    expect(head.externalReferenceId).toHaveLength(LENGTHS.externalReferenceId);
    expect(warnings).toEqual([]);
  });
  it('are said to be missing where the note cannot hold them either, and the guest stays', () => {
    const items = titled('-c1').items.flatMap((item) => [item, item]);
    const { head, warnings } = draft({ items, notes: 'n'.repeat(300) });
    expect(head.note.length).toBeLessThanOrEqual(LENGTHS.orderNote);
    expect(head.note).toMatch(/12 Oak Street.*Ref ow[0-9a-f]{18}-c123-r4$/s);
    expect(warnings.join()).toMatch(/did not fit on the ticket/);
  });
  it('stay in the line where it holds them', () => {
    const items = titled('-c1').items.map((item) => ({ ...item, notes: 'ADD 1 x Coke' }));
    const { head, lines } = draft({ items });
    expect(lines[0]?.note).toContain('ADD 1 x Coke');
    expect(head.note).not.toContain('Coke');
  });
});
