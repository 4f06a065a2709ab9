import { cardNumberPaths } from './card-number';
import { currencyDigits, isCurrency, toDecimal, toMinorUnits } from './money';
import { parseOption, parseOptionsText } from './option-text';
import { InputProblems, type Problem, shown } from './problems';
import { readBySchema } from './read';
import { ACTIONS, LIMITS, MAX_MONEY, type Order, OrderSchema, type ShopContext } from './schema';

/** Fields that only answers carry: an order may be posted back as it was read. */
const ANSWER_FIELDS = new Set(
  'id number status previous_status phone_e164 totals items_match deliveries acked_at created_at updated_at total items_text pickup_local ticket_text order_data location_name pos_state'.split(
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
  for (const path of cardNumberPaths(given)) {
    const message =
      'looks like a payment card number. Card numbers are never taken or stored; remove it and take payment in the POS.';
    problems.push({ path, message });
  }
  if (problems.length > 0) throw new InputProblems(problems);
  return settle(order);
}

/** Defaults that depend on other fields. */
function settle(order: Order): Order {
  const { text, street, unit, city, postal_code, ...rest } = order.delivery ?? {};
  const hasAddress = [text, street, unit, city, postal_code].some(Boolean);
  const delivery = hasAddress || Object.values(rest).some(Boolean) ? order.delivery : null;
  // A country or an instruction alone is no address: many tools always send the country.
  const type = order.service.type ?? (hasAddress ? 'delivery' : 'pickup');
  return { ...order, delivery, service: { ...order.service, type } };
}

function withoutAnswerFields(input: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(input).filter(([key]) => !ANSWER_FIELDS.has(key) && key !== '_'));
}

/** A line that was read from words carries where they stood and what they were matched to: it may be ordered as it was read. */
function asOrdered({ span: _span, match: _match, ...line }: Raw): Raw {
  return line;
}

type Raw = Record<string, unknown>;
const isRaw = (value: unknown): value is Raw =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** The forms accepted at the edge only: `price`, `options_text`, options written as plain text. */
function readItems(items: unknown[], currency: string, problems: Problem[]): unknown[] {
  return items.map((item, index) => {
    const path = `items[${index}]`;
    if (!isRaw(item)) return item;
    const { options_text, ...rest } = readPrice(asOrdered(item), { path, currency, problems });
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

/** "no onions" never becomes an add-on: words that say "no" decide whatever the action says, all words where it says nothing. */
function readOption(option: unknown, at: { path: string; currency: string; problems: Problem[] }): unknown {
  if (typeof option === 'string') return readOption(parseOption(option), at);
  if (!isRaw(option)) return option;
  const priced = readPrice(asOrdered(option), at);
  if (typeof priced.name !== 'string' || priced.name.length > LIMITS.name) return priced;
  const said = parseOption(priced.name);
  const saysNo = said.action === 'remove' && (isAbsent(priced.action) || isAction(priced.action));
  if (!saysNo && !isAbsent(priced.action)) return priced;
  const told = {
    ...priced,
    name: said.name,
    action: said.action,
    portion: said.portion === 'whole' ? priced.portion : said.portion,
    quantity: said.quantity === 1 ? priced.quantity : said.quantity,
  };
  // What is left may say "no" again: "extra no onions".
  return readOption(told, at);
}

function readPrice(raw: Raw, at: { path: string; currency: string; problems: Problem[] }): Raw {
  const { price, ...rest } = raw;
  if (isAbsent(price)) return rest;
  const digits = currencyDigits(at.currency);
  const example = `for example "${toDecimal(1599, digits)}"`;
  const refuse = (message: string) => {
    at.problems.push({ path: `${at.path}.price`, message });
    return rest;
  };
  if (!isAbsent(rest.unit_price))
    return refuse('and unit_price are both given; write exactly one of the two.');
  if (typeof price !== 'string')
    return refuse(`${shown(price)} is not text; write it in quotes, ${example}.`);
  try {
    const unit_price = toMinorUnits(price.trim(), digits);
    if (unit_price < 0) return refuse(`${shown(price)} is negative; use discounts.`);
    if (unit_price > MAX_MONEY)
      return refuse(`${shown(price)} is too large; at most ${toDecimal(MAX_MONEY, digits)} fits.`);
    return { ...rest, unit_price };
  } catch (error) {
    return refuse(`${shown(price)} ${(error as RangeError).message}; write decimal text, ${example}.`);
  }
}

const isAction = (value: unknown) => ACTIONS.some((action) => action === value);

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
