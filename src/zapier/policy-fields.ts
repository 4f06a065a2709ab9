import type { PlainInputField } from 'zapier-platform-core';

/** What the step does with an order, whatever the order says. */
export const policies: PlainInputField[] = [
  {
    key: 'max_age_minutes',
    label: 'Refuse Orders Older Than (Minutes)',
    type: 'integer',
    default: '45',
    helpText:
      'Zapier can hold a run and replay it hours later; nobody wants that meal any more. Scheduled orders count from the wanted time.',
  },
  {
    key: 'unsure_items',
    label: 'If We Are Not Sure What Was Meant',
    type: 'string',
    default: 'hold',
    choices: { hold: 'Do Not Send, Ask', open_item: 'Send It Anyway, Marked CHECK' },
    helpText:
      'When the words can mean two dishes, or a size is missing. The error holds the question to ask.',
  },
  {
    key: 'unknown_items',
    label: 'If an Item Is Not on the Menu',
    type: 'string',
    default: 'open_item',
    choices: { open_item: 'Send It Anyway, Marked CHECK', hold: 'Do Not Send' },
    helpText:
      'Sent anyway, staff read the words that were said. Never applies to allergies. Toast needs a fallback item for it.',
  },
  {
    key: 'when_refused',
    label: 'If the POS Cannot Take the Order',
    type: 'string',
    default: 'error',
    choices: {
      error: 'Stop With an Error',
      continue: 'Continue, So That a Later Step Can Alert Someone',
    },
    helpText:
      'Continue: the step succeeds with Sent to Kitchen false and the ticket as Staff Text. A wrong connection always stops.',
  },
  {
    key: 'editor_test',
    label: 'When I Press Test in the Editor',
    type: 'string',
    default: 'preview',
    choices: {
      preview: 'Show What Would Be Sent, Send Nothing',
      test_ticket: 'Send a Real Ticket Marked TEST, DO NOT MAKE',
    },
    helpText: 'Zapier runs the step for real when you test it. A published Zap always sends.',
  },
  {
    key: 'aliases',
    label: 'Words Your Guests Use',
    dict: true,
    helpText:
      'What guests say on the left, the name on your menu on the right: `the works`, `Supreme Pizza`.',
  },
];
