import { SEED_RESTAURANT } from '../seed-menu';
import { ALL_ITEMS } from './catalog';
import { CLOSEOUT_HOUR } from './dates';
import { guid } from './guid';

export const RESTAURANT_GUID = guid('Restaurant', SEED_RESTAURANT.name);
export const MANAGEMENT_GROUP_GUID = guid('ManagementGroup', SEED_RESTAURANT.name);

/** Minutes that orders take when they do not say so themselves. */
export const PREP_MINUTES = { TAKE_OUT: 15, DELIVERY: 45, DINE_IN: 0 } as const;

const { address } = SEED_RESTAURANT;

/** The restaurants API's answer for this restaurant. */
export function restaurantInfo() {
  return {
    guid: RESTAURANT_GUID,
    general: {
      name: SEED_RESTAURANT.name,
      locationName: 'Downtown',
      locationCode: '1',
      description: '',
      timeZone: SEED_RESTAURANT.timezone,
      closeoutHour: CLOSEOUT_HOUR,
      managementGroupGuid: MANAGEMENT_GROUP_GUID,
      currencyCode: SEED_RESTAURANT.currency,
      firstBusinessDate: 20200101,
      archived: false,
    },
    urls: {
      website: null,
      facebook: null,
      twitter: null,
      orderOnline: null,
      purchaseGiftCard: null,
      checkGiftCard: null,
    },
    location: {
      address1: address.line1,
      address2: null,
      city: address.city,
      stateCode: address.region,
      administrativeArea: null,
      zipCode: address.postalCode,
      country: SEED_RESTAURANT.country,
      phone: SEED_RESTAURANT.phone.slice(2),
      phoneCountryCode: '1',
      latitude: 42.3601,
      longitude: -71.0523,
    },
    schedules: { daySchedules: {}, weekSchedule: {} },
    delivery: { enabled: true, minimum: 0, area: null },
    onlineOrdering: { enabled: true, scheduling: true, specialRequests: true, specialRequestsMessage: '' },
    prepTimes: {
      deliveryPrepTime: PREP_MINUTES.DELIVERY,
      deliveryTimeAfterOpen: 0,
      deliveryTimeBeforeClose: 0,
      takeoutPrepTime: PREP_MINUTES.TAKE_OUT,
      takeoutTimeAfterOpen: 0,
      takeoutTimeBeforeClose: 0,
      takeoutThrottlingTime: 0,
      deliveryThrottlingTime: 0,
    },
  };
}

/** The restaurants that have connected themselves to this partner. */
export function connectedRestaurants() {
  const connected = '2026-01-05T15:00:00.000000Z';
  return [
    {
      restaurantGuid: RESTAURANT_GUID,
      managementGroupGuid: MANAGEMENT_GROUP_GUID,
      deleted: false,
      restaurantName: SEED_RESTAURANT.name,
      locationName: 'Downtown',
      createdByEmailAddress: 'owner@marios.example',
      externalGroupRef: null,
      externalRestaurantRef: null,
      modifiedDate: Date.parse(connected),
      createdDate: Date.parse(connected),
      isoModifiedDate: connected,
      isoCreatedDate: connected,
    },
  ];
}

/** The stock API names only what has run out or is counted; an item it does not name is in stock. */
export function inventory(status: string | null) {
  if (status !== null && status !== 'OUT_OF_STOCK') return [];
  return ALL_ITEMS.filter((item) => item.soldOut).map((item) => ({
    guid: item.guid,
    itemGuidValidity: 'VALID',
    status: 'OUT_OF_STOCK',
    quantity: null,
    multiLocationId: item.multiLocationId,
    versionId: item.guid,
  }));
}
