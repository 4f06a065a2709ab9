import { FACTS } from '../../../src/sandbox/twilio/facts';
import { openWebhook } from '../../make/interpreter/webhook-address';
import { expect, ticketsOf } from '../findings';
import { filledIn, imported } from '../make-account';
import { openPage, type Scene } from '../scene';
import { alertsHere } from '../twilio';

const WORDS = 'Two large pepperoni, "extra crispy", no onions please';

/** Twilio calls the scenario; the guest's words are on a Square ticket, once for one message. */
export async function makeTextToSquare({ house, square }: Scene): Promise<string> {
  const here = { ...square, ...alertsHere(house.sandboxUrl) };
  const settings = filledIn('direct-square', openPage('make-text-to-square'), here);
  const scenario = imported('direct-square', settings);
  const webhook = await openWebhook(scenario);
  try {
    const text = {
      MessageSid: 'SM0001',
      From: FACTS.guest_ann ?? '',
      To: FACTS.phone_number ?? '',
      Body: WORDS,
    };
    const send = () => fetch(webhook.url, { method: 'POST', body: new URLSearchParams(text) });
    const answer = await (await send()).text();
    // Twilio calls again where its first call was not answered in time.
    await send();
    const [ticket, ...more] = await ticketsOf(house, 'square');
    expect(ticket !== undefined && more.length === 0, 'one ticket of one message');
    expect(JSON.stringify(ticket).includes('no onions please'), "the guest's own words on the ticket");
    expect(answer.includes('Thank you'), 'an answer to the guest');
    return `Square #${ticket?.ticket_number}, ${scenario.operations} operations`;
  } finally {
    await webhook.close();
  }
}
