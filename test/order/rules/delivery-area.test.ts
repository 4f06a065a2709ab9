import { placeOf } from '../../../src/order/rules/delivery-area';

const BOSTON = ['02215', '02134'];
const LONDON = ['SW1A', 'SW1 1AA'];
const blank = {
  text: null,
  street: null,
  unit: null,
  city: null,
  region: null,
  postal_code: null,
  country: null,
  instructions: null,
};

it.each<[string, string[], object, string]>([
  ['everywhere where nothing is listed', [], { postal_code: '99999' }, 'inside'],
  ['a listed code', BOSTON, { postal_code: '02215' }, 'inside'],
  ['its longer form', BOSTON, { postal_code: '02215-1234' }, 'inside'],
  ['another code', BOSTON, { postal_code: '02139' }, 'outside'],
  ['a code in the address', BOSTON, { text: '12 Oak St Apt 4, Boston, MA 02215' }, 'inside'],
  ['another code in the address', BOSTON, { text: '12 Oak St, Cambridge, MA 02139' }, 'outside'],
  ['a house number that looks like a code', BOSTON, { text: '02215 Oak St, Boston' }, 'unknown'],
  ['an address without a code', BOSTON, { text: '12 Oak St' }, 'unknown'],
  ['a part of a code', LONDON, { postal_code: 'sw1a 2aa' }, 'inside'],
  ['a code without its blank', LONDON, { postal_code: 'SW1A2AA' }, 'inside'],
  ['a code whose beginning is the same', LONDON, { postal_code: 'SW1B 2AA' }, 'outside'],
  ['a whole code said in two words', LONDON, { text: '10 Downing Street, London SW1 1AA' }, 'inside'],
])('knows %s', (_what, listed, address, place) => {
  expect(placeOf({ ...blank, ...address }, listed)).toBe(place);
});

it('knows nothing of an order without an address', () => {
  expect(placeOf(null, BOSTON)).toBe('unknown');
});
