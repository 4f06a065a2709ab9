import { MailError } from '../../../delivery/email/mail-error';
import { createMailer } from '../../mailer';
import { changeShop } from '../change-shop';
import { type Check, fault, type Seen, skipped, warning, well } from '../finding';
import type { Premises } from '../premises';

const NONE = warning({
  found: 'SMTP_URL is not set: nobody will be told when an order cannot reach the POS',
  fix: 'Set SMTP_URL and RESTAURANT_EMAIL: see docs/email.md.',
});

/** The mail server: connected and logged in to, and given nothing. Without one nobody is told when an order cannot be delivered. */
export const mail: Check = {
  id: 'mail',
  title: 'Mail',
  look: async (premises) => [
    premises.config.smtpUrl === null ? NONE : await logIn(premises.config.smtpUrl, premises),
  ],
};

async function logIn(smtpUrl: string, { config: { emailFrom: from }, patienceMs }: Premises): Promise<Seen> {
  const timeouts = { connectMs: patienceMs, answerMs: patienceMs, mailMs: patienceMs };
  const mailer = createMailer({ smtpUrl, from, timeouts });
  try {
    await mailer.check();
    return well(`${new URL(smtpUrl).host} lets us in; mails are from ${from}`);
  } catch (error) {
    if (!(error instanceof MailError)) throw error;
    return fault({ found: error.message, fix: fixFor(error) });
  } finally {
    mailer.close();
  }
}

function fixFor({ kind }: MailError): string {
  return kind === 'credentials'
    ? 'Write user and password into SMTP_URL again (many providers want an app password; @ is written %40): see docs/email.md.'
    : 'Write host and port of SMTP_URL as your provider gives them: see docs/email.md.';
}

/** Whether somebody hears of each shop's orders. */
export const shopMail: Check = {
  id: 'shop-mail',
  title: 'E-mail of',
  look: (premises) => (premises.config.smtpUrl === null ? [] : mailboxes(premises)),
};

function mailboxes(premises: Premises): Seen[] {
  if (premises.simulated) return [skipped('the simulated mailbox takes every mail')];
  return premises.shops.map((shop) =>
    shop.email !== null
      ? well(`alerts and tickets go to ${shop.email}`, shop.id)
      : fault({
          about: shop.id,
          found: `${shop.name} has no e-mail address: its alerts and the tickets of last resort go nowhere`,
          fix: changeShop(premises, shop, { email: 'kitchen@your-restaurant.com' }),
        }),
  );
}
