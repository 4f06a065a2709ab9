import { readCheck } from './checks';
import { DINING_OPTIONS, type DiningOption, REVENUE_CENTERS, TABLES } from './config';
import { readPrepMinutes, readTimestamp } from './dates';
import { invalid } from './errors';
import { optionalString, readObject, requiredString } from './fields';
import type { ToastOrder } from './order';
import { readExternalId, readReference, resolve, resolveOptional } from './references';

const ORDER_FIELDS = [
  'guid',
  'entityType',
  'externalId',
  'openedDate',
  'promisedDate',
  'diningOption',
  'checks',
  'table',
  'revenueCenter',
  'server',
  'deliveryInfo',
  'requiredPrepTime',
  'numberOfGuests',
  'paidDate',
  'pricingFeatures',
  'curbsidePickupInfo',
  'appliedPackagingInfo',
];
const DELIVERY_FIELDS = [
  ...['address1', 'address2', 'city', 'administrativeArea', 'state', 'zipCode', 'country'],
  ...['latitude', 'longitude', 'notes'],
];
const CURBSIDE_FIELDS = ['guid', 'entityType', 'transportDescription', 'transportColor', 'notes'];

/** Reads the body of `/prices` or `/orders` and refuses whatever Toast would. */
export function readOrder(body: unknown, now: Date): ToastOrder {
  const fields = readObject(body, 'order', ORDER_FIELDS);
  const diningOption = resolve(fields.diningOption, {
    path: 'diningOption',
    type: 'DiningOption',
    among: DINING_OPTIONS,
  });
  if (!Array.isArray(fields.checks) || fields.checks.length === 0)
    throw invalid('checks must contain at least one check');
  const { numberOfGuests = 1 } = fields;
  if (typeof numberOfGuests !== 'number' || !Number.isInteger(numberOfGuests) || numberOfGuests < 0)
    throw invalid('numberOfGuests must be a whole number');
  return {
    externalId: readExternalId(fields.externalId, 'externalId'),
    diningOption,
    ...readTimes(fields, now),
    prepMinutes: readPrepMinutes(fields.requiredPrepTime),
    numberOfGuests,
    revenueCenter:
      resolveOptional(fields.revenueCenter, {
        path: 'revenueCenter',
        type: 'RevenueCenter',
        among: REVENUE_CENTERS,
      })?.guid ?? null,
    table: resolveOptional(fields.table, { path: 'table', type: 'Table', among: TABLES })?.guid ?? null,
    server: readReference(fields.server, 'server')?.guid ?? null,
    delivery: readDelivery(fields.deliveryInfo, diningOption),
    curbside: readCurbside(fields.curbsidePickupInfo),
    checks: fields.checks.map((check, index) => readCheck(check, `checks[${index}]`, diningOption)),
  };
}

function readTimes(
  fields: Record<string, unknown>,
  now: Date,
): Pick<ToastOrder, 'openedDate' | 'promisedDate'> {
  const read = (name: string) => (fields[name] == null ? null : readTimestamp(fields[name], name));
  const openedDate = read('openedDate');
  const promisedDate = read('promisedDate');
  if (promisedDate && promisedDate < (openedDate ?? now))
    throw invalid('promisedDate cannot be earlier than openedDate');
  if (promisedDate && promisedDate < now) throw invalid('promisedDate must be in the future');
  return { openedDate, promisedDate };
}

function readDelivery(value: unknown, { behavior }: DiningOption): ToastOrder['delivery'] {
  if (value === undefined || value === null) {
    if (behavior === 'DELIVERY') throw invalid('deliveryInfo is required for delivery orders');
    return null;
  }
  const fields = readObject(value, 'deliveryInfo', DELIVERY_FIELDS);
  const text = (name: string) => optionalString(fields[name], `deliveryInfo.${name}`);
  const must = (name: string, label: string) =>
    requiredString(fields[name], `deliveryInfo.${name}`, `${label} for delivery address cannot be empty`);
  for (const name of ['latitude', 'longitude'])
    if (fields[name] != null && typeof fields[name] !== 'number')
      throw invalid(`deliveryInfo.${name} must be a number`);
  const state = must('state', 'State');
  if (!/^[A-Z]{2}$/.test(state)) throw invalid('deliveryInfo.state must be two capital letters');
  const country = text('country');
  if (country !== null && !/^[A-Z]{2}$/.test(country))
    throw invalid('deliveryInfo.country must be a two-letter country code');
  return {
    address1: must('address1', 'Address 1'),
    address2: text('address2'),
    city: must('city', 'City'),
    state,
    zipCode: must('zipCode', 'Zip code'),
    country,
    notes: text('notes'),
  };
}

function readCurbside(value: unknown): ToastOrder['curbside'] {
  if (value === undefined || value === null) return null;
  const fields = readObject(value, 'curbsidePickupInfo', CURBSIDE_FIELDS);
  const at = (name: string) => `curbsidePickupInfo.${name}`;
  requiredString(fields.transportDescription, at('transportDescription'));
  return {
    transportDescription: optionalString(fields.transportDescription, at('transportDescription'), 100),
    transportColor: optionalString(fields.transportColor, at('transportColor'), 20),
    notes: optionalString(fields.notes, at('notes'), 100),
  };
}
