import { messageId, orderThread } from '../../../src/delivery/email/message-id';

it('is the same for the same, and another for anything else', () => {
  const id = messageId({ purpose: 'undelivered', about: ['ord_1', 0] });
  expect(messageId({ purpose: 'undelivered', about: ['ord_1', 0] })).toBe(id);
  const others = [
    messageId({ purpose: 'undelivered', about: ['ord_1', 1] }),
    messageId({ purpose: 'undelivered', about: ['ord_10'] }),
    messageId({ purpose: 'held', about: ['ord_1', 0] }),
    messageId({ purpose: 'undelivered', about: ['ord_1,0'] }),
    orderThread('ord_1'),
  ];
  expect(new Set([id, ...others]).size).toBe(6);
});

it('has the form that mail programs thread by, whatever it is made from', () => {
  for (const about of ['ord_1', '\r\nBcc: x', '<a@b>', 'ñ🍕']) {
    expect(messageId({ purpose: 'new_order\r\n>', about: [about] })).toMatch(
      /^<[a-z-]+\.[0-9a-f]{32}@orderwire\.invalid>$/,
    );
  }
});
