import { holdsCardNumber } from './card-number';
import { currencyDigits, isCurrency, toMinorUnits } from './money';
import { parseOption, parseOptionsText } from './option-text';
import { InputProblems, type Problem, shown } from './problems';
import { readBySchema } from './read';
import { type Order, OrderSchema, type ShopContext } from './schema';

/** Fields that only answers carry: an order may be posted back as it was read. */
const ANSWER_FIELDS = new Set(
  'id number status phone_e164 totals items_match deliveries acked_at created_at updated_at total items_text pickup_local ticket_text order_data location_name pos_state'.split(
    ' ',
  ),
);

/**
 * Unknown input to an order, complete and normalised; throws `InputProblems` that name every refused field.
 * The shop supplies the currency, the country of phone numbers and the zone of local times.
 */
export function parseOrder(input: unknown, shop: ShopContext): Order {
  if (input === null || typeof input !== 'object' || Array.isArray(input)) {
    throw new InputProblems([
      { path: '', message: `The order is ${shown(input)}; send a JSON object with "items".` },
    ]);
  }
  const problems: Problem[] = [];
  const given = withoutAnswerFields(input as Record<string, unknown>);
  const currency =
    typeof given.currency === 'string' && isCurrency(given.currency) ? given.currency : shop.currency;
  const edge = {
    ...given,
    ...(Array.isArray(given.items) && { items: readItems(given.items, currency, problems) }),
  };
  const order = readBySchema(OrderSchema, edge, { path: '', shop: { ...shop, currency }, problems }) as Order;
  refuseCardNumbers(given, '', problems);
  if (problems.length > 0) throw new InputProblems(problems);
  return settle(order);
}

/** Defaults that depend on other fields. */
function settle(order: Order): Order {
  const delivery =
    order.delivery && Object.values(order.delivery).some((value) => value !== null) ? order.delivery : null;
  const type = order.service.type ?? (delivery ? 'delivery' : 'pickup');
  return { ...order, delivery, service: { ...order.service, type } };
}

function withoutAnswerFields(input: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(input).filter(([key]) => !ANSWER_FIELDS.has(key) && key !== '_'));
}

type Raw = Record<string, unknown>;
const isRaw = (value: unknown): value is Raw =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** The forms accepted at the edge only: `price`, `options_text`, options written as plain text. */
function readItems(items: unknown[], currency: string, problems: Problem[]): unknown[] {
  return items.map((item, index) => {
    const path = `items[${index}]`;
    if (!isRaw(item)) return item;
    const { options_text, ...rest } = readPrice(item, { path, currency, problems });
    if (options_text !== undefined && options_text !== null && typeof options_text !== 'string') {
      problems.push({
        path: `${path}.options_text`,
        message: `is ${shown(options_text)}; write text like "no onions; extra cheese".`,
      });
    }
    const listed = Array.isArray(rest.options) ? rest.options : [];
    const written = typeof options_text === 'string' ? parseOptionsText(options_text) : [];
    if (rest.options !== undefined && rest.options !== null && !Array.isArray(rest.options)) return rest;
    const options = [...listed, ...written].map((option, at) =>
      readOption(option, { path: `${path}.options[${at}]`, currency, problems }),
    );
    return { ...rest, options };
  });
}

/** "no onions" never becomes an add-on: where no action was given, or "add" was, the words decide. */
function readOption(option: unknown, at: { path: string; currency: string; problems: Problem[] }): unknown {
  if (typeof option === 'string') return parseOption(option);
  if (!isRaw(option)) return option;
  const priced = readPrice(option, at);
  if (typeof priced.name !== 'string') return priced;
  const said = parseOption(priced.name);
  const decides = isAbsent(priced.action) || (priced.action === 'add' && said.action === 'remove');
  if (!decides || said.action === 'add') return priced;
  return {
    ...priced,
    name: said.name,
    action: said.action,
    portion: priced.portion ?? said.portion,
    quantity: priced.quantity ?? said.quantity,
  };
}

function readPrice(raw: Raw, at: { path: string; currency: string; problems: Problem[] }): Raw {
  const { price, ...rest } = raw;
  if (isAbsent(price)) return rest;
  const refuse = (message: string) => {
    at.problems.push({ path: `${at.path}.price`, message });
    return rest;
  };
  if (!isAbsent(rest.unit_price))
    return refuse('and unit_price are both given; write exactly one of the two.');
  if (typeof price !== 'string')
    return refuse(`${shown(price)} is not text; write it in quotes, for example "15.99".`);
  try {
    const unit_price = toMinorUnits(price.trim(), currencyDigits(at.currency));
    return unit_price < 0 ? refuse(`${shown(price)} is negative; use discounts.`) : { ...rest, unit_price };
  } catch (error) {
    return refuse(
      `${shown(price)} ${(error as RangeError).message}; write decimal text, for example "15.99".`,
    );
  }
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

/** Phone numbers are exempt (a long one can pass Luhn by chance); everything else is looked through. */
function refuseCardNumbers(value: unknown, path: string, problems: Problem[]): void {
  if (path === 'customer.phone') return;
  if (typeof value === 'string' && holdsCardNumber(value)) {
    const message =
      'looks like a payment card number. Card numbers are never taken or stored; remove it and take payment in the POS.';
    problems.push({ path, message });
  } else if (value !== null && typeof value === 'object') {
    for (const [key, child] of Object.entries(value)) {
      const at = Array.isArray(value) ? `${path}[${key}]` : path ? `${path}.${key}` : key;
      refuseCardNumbers(child, at, problems);
    }
  }
}
