import { emailDestination } from '../delivery/email';
import { MailError } from '../delivery/email/mail-error';
import { createEngine, type Engine } from '../delivery/engine';
import type { SpeedLimits } from '../delivery/pos-outlet';
import { smsDestination } from '../delivery/sms';
import { scopeOf } from '../delivery/subject';
import { TIMING, type Timing } from '../delivery/timing';
import { webhookDestination } from '../delivery/webhook';
import type { Log } from '../delivery/worker';
import { servingOf } from '../menu/serving';
import { QUOTE_LIFE } from '../quote/check-order';
import type { Config } from './config';
import { hookData } from './hook-data';
import { createHttpClient } from './http-client';
import type { Mailer } from './mailer';
import { storedOutlets } from './outlets';
import type { App, Services } from './services';

type Parts = Pick<Services, 'store' | 'directory' | 'now' | 'newId' | 'links' | 'menus' | 'hookDesk'> & {
  log: Log;
  timing?: Timing;
  /** A clock that nobody sets. */
  steady?: () => number;
  limits?: SpeedLimits;
  /** null: nothing can be mailed. */
  mailer: Pick<Mailer, 'send'> | null;
  config: Pick<Config, 'twilio' | 'publicBaseUrl'>;
};

/** The delivery engine with everything that reaches the outside. */
export function openEngine(parts: Parts): Engine {
  const {
    store,
    now,
    newId,
    log,
    menus,
    hookDesk,
    timing = TIMING,
    steady = () => performance.now(),
  } = parts;
  return createEngine({
    store,
    now,
    steady,
    newId,
    log,
    timing,
    limits: parts.limits,
    outlets: storedOutlets(parts),
    // What may be in the POS already is completed, whatever has run out since.
    storedMenu: ({ delivery, order, shop }) =>
      delivery.unproved || order === null
        ? menus.of(scopeOf(delivery), shop)
        : menus.for(scopeOf(delivery), shop, {
            at: now(),
            serving: servingOf(order.order, shop, { takenAt: order.created_at, grace: QUOTE_LIFE }),
          }),
    destinations: {
      email: mailDestination(parts, timing),
      sms: textDestination(parts, timing),
      webhook: webhookDestination({
        store,
        http: hookDesk.http,
        timing,
        now,
        newId,
        secretsOf: (hook, at) => hookDesk.secretsOf(hook, at),
        dataOf: (claim) => hookData(claim, { store, menus }),
      }),
    },
  });
}

/** The engine's words in the server's log. */
export function toLog(app: App): Log {
  return (level, message, facts = {}) => app.log[level](facts, message);
}

function textDestination({ store, links, now, config }: Parts, timing: Timing) {
  const { twilio, publicBaseUrl } = config;
  const { sender, from, apiUrl, authTokens } = twilio;
  const isTold = publicBaseUrl !== null && authTokens.length > 0;
  return smsDestination({
    store,
    now,
    timing,
    http: createHttpClient(),
    account: sender && { ...sender, from, apiUrl },
    pageOf: (row) => links.to(row),
    twinPageOf: (order) => links.toTwin(order),
    statusUrl: ({ id, restaurant_id }) =>
      isTold
        ? `${publicBaseUrl}/twilio/status?${new URLSearchParams({ restaurant: restaurant_id, delivery: id })}`
        : null,
  });
}

function mailDestination({ store, links, now, mailer }: Parts, timing: Timing) {
  return emailDestination({
    store,
    now,
    timing,
    pageOf: (row) => links.to(row),
    twinPageOf: (order) => links.toTwin(order),
    sitePage: (path) => links.toPage(path),
    posLocation: async (row) => (await store.connection(scopeOf(row), row.target))?.pos_location ?? '',
    async sendMail(mail) {
      if (mailer) return mailer.send(mail);
      throw new MailError(
        'permanent',
        'No mail server is set; set SMTP_URL, or nobody is told.',
        'NO_SERVER',
      );
    },
  });
}
