import { DELIVERY_EVENTS, type DeliveryEvent, nextStep } from '../../src/delivery/next-step';
import { DELIVERY_STATES, type DeliveryState } from '../../src/order/delivery';

/** The life of a delivery, one line a state: event → where it leads. What is not here must be impossible. */
const LIFE: Record<DeliveryState, string> = {
  pending:
    'start→sending held→held rejected→refused credentials→blocked out_of_time→needs_attention seen→delivered retry→pending resolve→manual_done abandon→abandoned',
  held: 'release→pending held→held out_of_time→needs_attention seen→delivered retry→pending resolve→manual_done abandon→abandoned',
  sending:
    'delivered→delivered delivered_degraded→delivered_degraded rejected→refused held→held throttled→retry_wait unreachable→retry_wait unclear→unknown credentials→blocked interrupted→unknown rehearsed→abandoned',
  unknown:
    'verify→verifying out_of_time→needs_attention seen→delivered retry→pending resolve→manual_done abandon→abandoned',
  verifying:
    'delivered→delivered delivered_degraded→delivered_degraded rejected→refused held→held throttled→unknown unreachable→unknown unclear→unknown credentials→blocked interrupted→unknown absent→pending unverifiable→needs_attention',
  retry_wait:
    'start→sending out_of_time→needs_attention seen→delivered retry→pending resolve→manual_done abandon→abandoned',
  blocked:
    'repaired→pending out_of_time→needs_attention seen→delivered retry→pending resolve→manual_done abandon→abandoned',
  refused:
    'degrade→pending held→held out_of_time→needs_attention seen→delivered retry→pending resolve→manual_done abandon→abandoned',
  delivered: 'confirmed→confirmed_by_pos revoked→refused abandon→abandoned',
  delivered_degraded: 'confirmed→confirmed_by_pos revoked→refused abandon→abandoned',
  confirmed_by_pos: 'revoked→refused abandon→abandoned',
  needs_attention: 'seen→delivered retry→pending resolve→manual_done abandon→abandoned',
  manual_done: '',
  abandoned: '',
};

const pairs = DELIVERY_STATES.flatMap((state) =>
  DELIVERY_EVENTS.map((event) => [state, event] as [DeliveryState, DeliveryEvent]),
);

describe('the life of a delivery', () => {
  it.each(pairs)('%s + %s', (state, event) => {
    const said = new Map(LIFE[state].split(' ').map((one) => one.split('→') as [string, string]));
    expect(nextStep({ state, unproved: false }, event)?.state ?? null).toBe(said.get(event) ?? null);
  });

  it.each(pairs)('never sends again what may be in the POS already: %s + %s', (state, event) => {
    const next = nextStep({ state, unproved: true }, event);
    const proves = ['absent', 'rejected', 'revoked', 'delivered', 'delivered_degraded', 'seen'];
    if (next && !proves.includes(event)) expect(next).toMatchObject({ unproved: true });
    if (next?.state === 'pending') expect(event).toBe('absent');
  });

  it('forgets the doubt once the vendor has answered', () => {
    expect(nextStep({ state: 'verifying', unproved: true }, 'absent')).toEqual({
      state: 'pending',
      unproved: false,
    });
  });

  it('ends for good when a person keyed it in or it was given up', () => {
    for (const state of ['manual_done', 'abandoned'] as const) {
      for (const event of DELIVERY_EVENTS) expect(nextStep({ state, unproved: false }, event)).toBeNull();
    }
  });

  it('sends nothing by itself once a person has the fallback ticket', () => {
    const automatic = ['start', 'verify', 'release', 'repaired', 'degrade'] as const;
    for (const event of automatic)
      expect(nextStep({ state: 'needs_attention', unproved: false }, event)).toBeNull();
  });
});
