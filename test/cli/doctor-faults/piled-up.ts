import { DAY, type Fault, hook, row } from './plant';

/** What only time brings. */
export const PILED_UP: Fault[] = [
  {
    fault: 'no admin key',
    plant: (house) =>
      house.inStore(async (store) => {
        for (const { id } of await store.keys(house.scope)) await store.revokeKey(house.scope, id, house.act);
      }),
    check: 'admin-key',
    found: /nobody can change connections or keys/,
    fix: /Set ORDERWIRE_API_KEY to a new text/,
  },
  {
    fault: 'a hook that its receiver has given up',
    plant: hook('https://hooks.marios.test/orders', { active: false, disabled_reason: 'It answered 410.' }),
    check: 'hook',
    about: 'hk_1',
    found: /hooks\.marios\.test is switched off: It answered 410\./,
    fix: /PATCH \/v1\/hooks\/hk_1 \{"active": true\}/,
  },
  {
    fault: 'a hook that has failed for two days',
    plant: hook('https://hooks.marios.test/orders', { failing_since: Date.now() - 2 * DAY }),
    check: 'hook',
    found: /nothing but failures since 2 days ago; no call has come through yet/,
    fix: /POST \/v1\/hooks\/hk_1\/test/,
  },
  {
    fault: 'a hook into a private network',
    plant: hook('https://10.0.0.7/orders'),
    check: 'hook',
    found: /10\.0\.0\.7 is not called: its address leads into a private network/,
    fix: /public https address and subscribe again/,
  },
  {
    fault: 'mail that nobody sends',
    plant: row(''),
    check: 'outbox',
    found: /1 message or ticket should have left/,
    fix: /Start OrderWire: it sends them/,
  },
  {
    fault: 'a destination that is closed',
    plant: row(
      "INSERT INTO blocked_lanes VALUES ('pos:square:con_env', 'rst_1', 'loc_1', 'Reconnect Square.', 1000, 2000)",
    ),
    check: 'outbox',
    about: 'con_env',
    found: /closed since .*: Reconnect Square\./,
    fix: /Repair what the reason names/,
  },
  {
    fault: 'a ticket that waits for a person',
    plant: row("UPDATE deliveries SET state = 'needs_attention', next_attempt_at = NULL"),
    check: 'outbox',
    outcome: 'warn',
    found: /1 message or ticket wait for a person/,
    fix: /say what became of it/,
  },
];
