import { expect, ticketsOf } from '../findings';
import type { Page, ZapStep } from '../page';
import { openPage, type Scene } from '../scene';
import { newSms } from '../twilio';

const ORDER = 'two large pepperoni pizzas no onions and a coke zero';

/** A text becomes a ticket in Square, Toast and Clover, through Zapier alone; the guest is answered. */
export async function textToPos({ house, zap, inbox }: Scene): Promise<string> {
  const page = openPage('text-to-pos');
  const numbers: string[] = [];
  for (const pos of ['Square', 'Toast', 'Clover']) {
    const steps = withPos(page, pos);
    const text = newSms(ORDER);
    const outcomes = await zap.run(steps, text);
    // Zapier runs a step again after a lost reply: the same text is still one ticket.
    await zap.run(steps.slice(0, 2), text);
    const [ticket, ...more] = await ticketsOf(house, pos.toLowerCase());
    expect(more.length === 0, `one ticket in ${pos}`);
    const lines = JSON.stringify(ticket?.lines);
    expect(/no onions/i.test(lines), `"no onions" on the ticket in ${pos}: ${lines}`);
    expect(/coke zero/i.test(lines), `the Coke Zero in ${pos}: ${lines}`);
    numbers.push(`${pos} #${outcomes.get(2)?.get('Ticket Number')}`);
  }
  const answers = await inbox(newSms('').get('From') ?? '');
  expect(answers.length === 3, `an answer to each text, there are ${answers.length}`);
  return `${numbers.join(', ')}; "${answers.at(-1)}"`;
}

/** The same Zap with this POS in step 2. */
function withPos({ steps }: Page, pos: string): ZapStep[] {
  return steps.map((step) =>
    step.number === 2
      ? { ...step, operation: `Create ${pos} Order`, fields: [...step.fields, ...(step.own[pos] ?? [])] }
      : step,
  );
}
