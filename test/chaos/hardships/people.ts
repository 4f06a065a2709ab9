import { setTimeout as wait } from 'node:timers/promises';
import { orderThread } from '../../../src/delivery/email/message-id';
import { expectThat, type Hardship } from './hardship';
import { type Stage, until, withStage } from './stage';

const orderId = async (answer: Response) => ((await answer.json()) as { id: string }).id;
const mailsOf = (stage: Stage, isIt: (message_id: string) => boolean) =>
  stage.world.mailbox.list().filter(({ message_id }) => isIt(message_id));

/** The mail server has the mail but never says so, and then the program dies. */
export const mailsAgain: Hardship = {
  promise: 'mails an order again, as the same mail, when it is killed while the mail server keeps silent',
  run: () =>
    withStage({}, async (stage) => {
      await stage.mustStart();
      stage.world.mailbox.arm({ fault: 'hang_after_data', times: 1 });
      const id = await orderId(await stage.order('CA-1'));
      const mails = () => mailsOf(stage, (message_id) => message_id === orderThread(id)).length;
      await until('the mail that nobody confirms', () => mails() === 1);
      await stage.program.end('SIGKILL');
      await stage.mustStart();
      await until('the same mail again', () => mails() === 2);
      return undefined;
    }),
};

/** `faster` makes three seconds of a minute. */
const SOON = { email_after_seconds: 10, ticket_after_seconds: 60 };

/** A POS that is down for good: the deadline passes while the program dies and comes back. */
export const handsOver: Hardship = {
  promise: 'hands an order to a person at its deadline, once, and sends nothing by itself from then on',
  run: () =>
    withStage({}, async (stage) => {
      await stage.mustStart();
      await stage.setFallback(SOON);
      stage.world.find('square')?.arm({ fault: 'error_before', times: 10_000, seconds: 0 });
      await stage.order('CA-1');
      const isOut = () => stage.posRows().every(({ state }) => state === 'needs_attention');
      for (let kills = 0; kills < 20 && !isOut(); kills++) {
        await wait(150);
        await stage.program.end('SIGKILL');
        await stage.mustStart();
      }
      const fallbacks = () => mailsOf(stage, (message_id) => message_id.startsWith('<fallback'));
      await until('the fallback ticket', () => isOut() && fallbacks().length > 0, 20_000);
      stage.world.disarm();
      await stage.program.end('SIGKILL');
      await stage.mustStart();
      await wait(2_000);
      expectThat(
        new Set(fallbacks().map((mail) => mail.message_id)).size === 1,
        'There are several fallback tickets.',
      );
      expectThat(stage.tickets() === 0, 'It went on sending although a person has the ticket.');
      return `${fallbacks().length} mails of one Message-ID`;
    }),
};
