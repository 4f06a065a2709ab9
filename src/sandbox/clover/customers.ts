import type { HttpResponse } from '../../http';
import { jsonReply } from '../replies';
import { CUSTOMER } from './bodies';
import { notFound } from './errors';
import { page, readFilters } from './paging';
import { readList, readText } from './read';
import type { Call, Customer, World } from './world';

/** `POST customers`: a person must exist here before an order can name them. */
export function createCustomer(call: Call): HttpResponse {
  const customer = { id: call.world.makeId('CUST'), merchantId: call.merchant.id, body: call.body(CUSTOMER) };
  call.world.customers.set(customer.id, customer);
  return jsonReply(200, toWireCustomer(customer));
}

export function getCustomer(call: Call): HttpResponse {
  const customer = call.world.customers.get(call.ids[0] ?? '');
  if (customer?.merchantId !== call.merchant.id) throw notFound();
  return jsonReply(200, toWireCustomer(customer));
}

export function listCustomers(call: Call): HttpResponse {
  const filters = readFilters(call.query, ['phoneNumber', 'id', 'firstName', 'lastName']);
  const found = [...call.world.customers.values()]
    .filter(({ merchantId }) => merchantId === call.merchant.id)
    .filter((customer) =>
      filters.every(({ field, passes }) =>
        field === 'phoneNumber'
          ? readList(customer.body, 'phoneNumbers').some(({ phoneNumber }) => passes(phoneNumber))
          : passes(field === 'id' ? customer.id : customer.body[field]),
      ),
    );
  const { elements } = page(found, call.query);
  return jsonReply(200, { elements: elements.map(toWireCustomer) });
}

/** The first customer's name and telephone number, as a ticket shows them. */
export function describeCustomer(world: World, id: string | undefined): string | null {
  const body = world.customers.get(id ?? '')?.body;
  if (!body) return null;
  const phone = readList(body, 'phoneNumbers').map((entry) => readText(entry, 'phoneNumber'))[0] ?? null;
  const words = [readText(body, 'firstName'), readText(body, 'lastName'), phone];
  return words.filter((word) => word !== null).join(' ') || null;
}

function toWireCustomer({ id, body }: Customer) {
  return {
    id,
    firstName: body.firstName,
    lastName: body.lastName,
    marketingAllowed: body.marketingAllowed === true,
  };
}
