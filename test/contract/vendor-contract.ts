import { parseMenu } from '../../src/menu/schema';
import { PosError } from '../../src/pos/errors';
import type { FaultName } from '../../src/sandbox/faults';
import {
  type Client,
  openStage,
  type Stage,
  sample,
  send,
  shop,
  ticketsLater,
} from '../support/vendor-doors';

const SECRET_OR_PERSONAL =
  /sandbox-\w+-(?:token|secret)|partner-secret|Ann Lee|555 ?0123|5550123|Oak Street|ann_lee/;

const REAL_FAULTS: FaultName[] = ['lose_reply', 'error_before'];
const ALL_FAULTS: FaultName[] = [...REAL_FAULTS, 'error_after', 'garbage', 'reset'];
jest.setTimeout(20_000);

async function failure(promise: Promise<unknown>): Promise<PosError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof PosError)) throw new Error(`expected a PosError, got ${error}`);
  return error;
}

/** The promises every vendor keeps, whichever client carries the requests. */
export function vendorContract(vendorId: string, client: Client): void {
  describe(`${vendorId}, ${client.name}`, () => {
    let stage: Stage;
    beforeEach(async () => {
      stage = await openStage(vendorId, client);
    });
    afterEach(() => stage.close());
    const arm = (fault: FaultName, seconds = 29, times = 1) => stage.target.arm({ fault, times, seconds });
    const text = () => JSON.stringify(ticketsLater(stage)).toLowerCase();

    it('brings the whole sample order to the kitchen: every line, option, note, fee, guest and address', async () => {
      const receipt = await send(stage, await stage.open());
      expect(receipt).toMatchObject({
        vendor: vendorId,
        sent_to_kitchen: true,
        unmatched: [],
        currency: 'USD',
      });
      const tickets = ticketsLater(stage);
      expect(tickets).toHaveLength(1);
      expect(tickets[0]).toMatchObject({
        visible: true,
        hidden_because: null,
        reference: expect.stringContaining('ow'),
      });
      const words = [
        'pepperoni',
        'cheeseburger',
        'coke zero',
        'extra cheese',
        'mushrooms',
        'left half',
        'no onions',
        'well done',
      ];
      const people = ['ann', 'oak street', 'ring twice', 'napkins'];
      for (const word of [...words, ...people]) expect(text()).toContain(word);
      expect(text()).toMatch(/617[-. )]*555[-. ]*0123/);
      expect(text()).not.toContain('not on the menu');
    });

    // Clover's lists lag behind its writes, so a repeat there takes real seconds: one fault of each sort is enough.
    const faults = client.real ? REAL_FAULTS : ALL_FAULTS;
    it.each(faults)('makes one ticket when the first try ends in %s and is repeated', async (fault) => {
      arm(fault);
      expect((await failure(send(stage, await stage.open()))).kind).toBe('unclear');
      const again = await send(stage, await stage.open());
      expect(again.sent_to_kitchen).toBe(true);
      expect(ticketsLater(stage).map((ticket) => ticket.visible)).toEqual([true]);
      await send(stage, await stage.open());
      expect(ticketsLater(stage)).toHaveLength(1);
      expect(ticketsLater(stage)[0]?.printed).toBeLessThanOrEqual(1);
    });

    it('answers a repeat with the first ticket', async () => {
      const first = await send(stage, await stage.open());
      const second = await send(stage, await stage.open());
      expect(second).toMatchObject({ replayed: true, reference: first.reference });
      expect(second.pos_order_id ?? first.pos_order_id).toBe(first.pos_order_id);
    });

    it('calls a throttled request throttled, and says for how long', async () => {
      const session = await stage.open();
      arm('throttle');
      expect(await failure(send(stage, session))).toMatchObject({
        kind: 'throttled',
        details: { retryAfterSeconds: 2 },
      });
    });

    it('calls an expired token a matter of credentials', async () => {
      const session = await stage.open();
      arm('expired_token', 0, 20);
      expect((await failure(send(stage, session))).kind).toBe('credentials');
    });

    it('fails the connection check when these rights cannot create an order', async () => {
      arm('read_only', 0, 20);
      const check = stage.open().then((session) => stage.vendor.checkConnection(session));
      expect((await failure(check)).kind).toBe('credentials');
    });

    it('calls a host that cannot be reached unreachable: nothing was sent', async () => {
      const session = await stage.open();
      const error = await failure(send(stage, { ...session, baseUrl: stage.nowhere }));
      expect(error.kind).toBe('unreachable');
      expect(ticketsLater(stage)).toHaveLength(0);
    });

    it('names no secret and nothing of the guest in any error', async () => {
      const session = await stage.open();
      const messages: string[] = [];
      for (const fault of [
        'lose_reply',
        'garbage',
        'error_before',
        'throttle',
        'expired_token',
        'read_only',
      ] as const) {
        stage.target.reset();
        arm(fault, 0, 20);
        messages.push((await failure(send(stage, session))).message);
      }
      expect(messages.join('\n')).not.toMatch(SECRET_OR_PERSONAL);
      expect(messages.every((message) => message.length < 400)).toBe(true);
    });

    it('keeps an allergy first on the ticket, in capitals', async () => {
      await send(stage, await stage.open(), sample({ allergy_note: 'peanuts and shellfish' }));
      expect(JSON.stringify(ticketsLater(stage))).toContain('ALLERGY: PEANUTS AND SHELLFISH');
    });

    it('shows its requests without sending them, credentials masked', async () => {
      const session = await stage.open();
      const { requests } = stage.vendor.preview(sample(), session);
      expect(requests.length).toBeGreaterThan(0);
      expect(JSON.stringify(requests)).not.toMatch(/sandbox-\w+-token|sandbox-key|partner-secret/);
      expect(ticketsLater(stage)).toHaveLength(0);
    });

    it('reads the menu, where the POS has one, as a menu of ours', async () => {
      const menu = await stage.vendor.fetchMenu?.(await stage.open());
      if (!menu) return expect(stage.vendor.noSuchApi?.menu).toBeTruthy();
      const names = parseMenu(menu, shop).items.map((item) => item.name);
      for (const name of [/^Pepperoni Pizza/, /^Cheeseburger$/, /^Coke Zero$/]) {
        expect(names).toContainEqual(expect.stringMatching(name));
      }
    });
  });
}
