import { shopProblems } from '../../src/order/shop';

const hours = (open: string, close: string, last_order: string | null) => [
  { day: 5, service: 'pickup' as const, open, close, last_order },
];
const messages = (...entry: Parameters<typeof hours>) =>
  shopProblems({ hours: hours(...entry) }).map(({ path, message }) => `${path} ${message}`);

it.each<Parameters<typeof hours>>([
  ['11:00', '22:00', '21:30'],
  ['11:00', '22:00', '22:00'],
  ['11:00', '01:00', '00:30'],
  ['11:00', '01:00', '23:30'],
  ['00:00', '00:00', '23:59'],
  ['11:00', '22:00', null],
])('takes a last order while the shop is open: %s to %s, last %s', (...entry) => {
  expect(messages(...entry)).toEqual([]);
});

it.each<Parameters<typeof hours>>([
  ['11:00', '22:00', '22:30'],
  ['11:00', '22:00', '10:30'],
  ['11:00', '01:00', '01:30'],
])('refuses one that nobody can give: %s to %s, last %s', (...entry) => {
  expect(messages(...entry)).toEqual([
    `hours[0].last_order "${entry[2]}" is not between ${entry[0]} and ${entry[1]}.`,
  ]);
});

it('names what is no time of day, once', () => {
  expect(messages('11:00', '25:00', '21:30')).toEqual([
    'hours[0].close "25:00" is not a time of day; write "11:00".',
  ]);
});
