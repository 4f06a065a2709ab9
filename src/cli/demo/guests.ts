import { FACTS as TWILIO } from '../../sandbox/twilio/facts';
import type { DemoDelivery, DemoHouse } from './house';

type Say = (line: string) => void;
type Texted = { replies: { body: string }[] };
type Called = { sid: string; waiting_for: string | null; lines: { who: string; text: string }[] };
type Listed = { data: { id: string; number: string; source: { channel: string }; items_text: string }[] };

const ANN = TWILIO.guest_ann;
const BEN = TWILIO.guest_ben;
const LINE = TWILIO.phone_number;
const TEXTS = ['two large pepperoni pizzas no onions and a coke zero, for pickup', 'YES'];
const SPOKEN = ['a large supreme pizza with extra cheese and garlic knots', "i'll pick it up", 'yes please'];

/** Two guests order in their own words, one by text and one by phone: each a ticket. Whether both are. */
export async function playGuests(house: DemoHouse, say: Say): Promise<boolean> {
  say('== A guest texts, another one calls: Twilio is played by the sandbox ==\n');
  await openLine(house, say);
  const texted = await text(house, say);
  const called = await call(house, say);
  const bySms = await toKitchen(house, { channel: 'sms', vendor: 'square', say });
  const byPhone = await toKitchen(house, { channel: 'phone', vendor: 'toast', say });
  return texted && called && bySms && byPhone;
}

/** What an owner does once: the menus are read, the shop gets its number, and Twilio learns whom to call. */
async function openLine(house: DemoHouse, say: Say): Promise<void> {
  for (const connection_id of ['con_square', 'con_toast', 'con_clover', 'con_lightspeed']) {
    await house.call('POST', '/v1/menu/sync', { connection_id });
  }
  await house.call('PATCH', '/v1/locations/loc_1', { twilio_numbers: [LINE] });
  const number = `/2010-04-01/Accounts/${TWILIO.account_sid}/IncomingPhoneNumbers/${TWILIO.phone_number_sid}.json`;
  const SmsUrl = `${house.apiUrl}/twilio/sms`;
  const VoiceUrl = `${house.apiUrl}/twilio/voice`;
  const response = await fetch(`${house.sandboxUrl}/twilio${number}`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${TWILIO.account_sid}:${TWILIO.auth_token}`)}` },
    body: new URLSearchParams({ SmsUrl, VoiceUrl }),
  });
  if (!response.ok) throw new Error(`The number could not be set up: ${await response.text()}`);
  say(`The menu is read from the POS, and ${LINE} calls ${SmsUrl} and ${VoiceUrl}.\n`);
}

async function text(house: DemoHouse, say: Say): Promise<boolean> {
  let last = '';
  for (const body of TEXTS) {
    say(`  Ann texts: ${body}`);
    const { replies } = await house.phone<Texted>('/texts', { from: ANN, to: LINE, body });
    last = replies.map((reply) => reply.body).join(' ');
    say(`    answer: ${last || 'NONE'}`);
  }
  return /order #\d+ is in/i.test(last);
}

async function call(house: DemoHouse, say: Say): Promise<boolean> {
  say('\n  Ben calls:');
  let call = await house.phone<Called>('/calls', { from: BEN, to: LINE });
  let told = 0;
  const tell = () => {
    for (const { who, text: words } of call.lines.slice(told)) {
      if (who !== 'twilio') say(`    ${who}: ${words}`);
    }
    told = call.lines.length;
  };
  tell();
  for (const speech of SPOKEN) {
    if (call.waiting_for === null) break;
    call = await house.phone<Called>(`/calls/${call.sid}/input`, { speech });
    tell();
  }
  return call.lines.some(({ text: words }) => /order number is \d+/i.test(words));
}

type Way = { channel: string; vendor: string; say: Say };

/** The order as it was understood, sent to a POS; its words reach the kitchen. */
async function toKitchen(house: DemoHouse, { channel, vendor, say }: Way): Promise<boolean> {
  const { data } = await house.call<Listed>('GET', '/v1/orders?limit=10');
  const order = data.find(({ source }) => source.channel === channel);
  if (!order) {
    say(`NO ORDER CAME BY ${channel}.`);
    return false;
  }
  const before = (await house.tickets(vendor)).length;
  const path = `/v1/orders/${order.id}/deliveries?wait=20`;
  const sent = await house.call<DemoDelivery>('POST', path, { connection_id: `con_${vendor}` });
  const made = (await house.tickets(vendor)).length - before;
  say(`\nOrder ${order.number}, ${order.items_text}: ${sent.receipt?.status_text ?? sent.state}`);
  return made === 1;
}
