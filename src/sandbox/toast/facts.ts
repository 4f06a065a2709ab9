import { ALL_GROUPS, OPEN_PRICE_ITEM } from './catalog';
import { ALTERNATE_PAYMENT_TYPES, DINING_OPTIONS, DISCOUNTS, SERVICE_CHARGES } from './config';
import { CLIENTS, NAMING_AUTHORITY } from './login';
import { EVENT_CATEGORIES, WEBHOOK_SECRET } from './outbound';
import { MANAGEMENT_GROUP_GUID, RESTAURANT_GUID } from './restaurant';

/** What someone needs to know to use this restaurant, and how often they logged in. */
export function facts(loginsInBusiestHour: number): Record<string, string> {
  const [partner, standard] = CLIENTS;
  const openGroup = ALL_GROUPS.find((group) => group.items.includes(OPEN_PRICE_ITEM));
  return {
    client_id: partner.id,
    client_secret: partner.secret,
    read_only_client_id: standard.id,
    read_only_client_secret: standard.secret,
    naming_authority: NAMING_AUTHORITY,
    restaurant_guid: RESTAURANT_GUID,
    management_group_guid: MANAGEMENT_GROUP_GUID,
    fallback_item: `${openGroup?.guid}/${OPEN_PRICE_ITEM.guid}`,
    ...named('dining_option', DINING_OPTIONS),
    ...named('payment_type', ALTERNATE_PAYMENT_TYPES),
    ...named('service_charge', SERVICE_CHARGES),
    ...named('discount', DISCOUNTS),
    webhook_secret: WEBHOOK_SECRET,
    webhook_events: EVENT_CATEGORIES.join(', '),
    logins: `${loginsInBusiestHour} in the busiest hour; Toast asks for at most 2`,
  };
}

function named(prefix: string, entities: readonly { guid: string; name: string }[]): Record<string, string> {
  const key = (name: string) =>
    `${prefix}_${name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^_|_$/g, '')}`;
  return Object.fromEntries(entities.map(({ guid, name }) => [key(name), guid]));
}
