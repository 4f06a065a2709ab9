import { flag, metadata, object, oneOf, type Parsed, text } from './shape';

// Lengths and enums: https://developer.squareup.com/reference/square/objects/Fulfillment, read 2026-11-24.
const address = object({
  address_line_1: text(),
  address_line_2: text(),
  address_line_3: text(),
  locality: text(),
  sublocality: text(),
  administrative_district_level_1: text(),
  postal_code: text(),
  country: text({ max: 2 }),
  first_name: text(),
  last_name: text(),
});

const recipient = object({
  customer_id: text({ max: 191 }),
  display_name: text({ max: 255 }),
  email_address: text({ max: 255 }),
  phone_number: text({ max: 17 }),
  address,
});

const scheduleType = oneOf('FulfillmentScheduleType', ['SCHEDULED', 'ASAP']);

export const fulfillment = object({
  uid: text({ max: 60 }),
  type: oneOf('FulfillmentType', ['PICKUP', 'SHIPMENT', 'DELIVERY']),
  state: oneOf('FulfillmentState', ['PROPOSED', 'RESERVED', 'PREPARED', 'COMPLETED', 'CANCELED', 'FAILED']),
  metadata,
  pickup_details: object({
    recipient,
    expires_at: text(),
    auto_complete_duration: text(),
    schedule_type: scheduleType,
    pickup_at: text(),
    pickup_window_duration: text(),
    prep_time_duration: text(),
    note: text({ max: 500 }),
    cancel_reason: text({ max: 100 }),
    is_curbside_pickup: flag,
    curbside_pickup_details: object({ curbside_details: text({ max: 250 }), buyer_arrived_at: text() }),
  }),
  shipment_details: object({
    recipient,
    carrier: text({ max: 50 }),
    shipping_note: text({ max: 500 }),
    shipping_type: text({ max: 50 }),
    tracking_number: text({ max: 100 }),
    tracking_url: text({ max: 2000 }),
    expected_shipped_at: text(),
    cancel_reason: text({ max: 100 }),
  }),
  delivery_details: object({
    recipient,
    schedule_type: scheduleType,
    deliver_at: text(),
    prep_time_duration: text(),
    delivery_window_duration: text(),
    note: text({ max: 550 }),
    completed_at: text(),
    cancel_reason: text({ max: 100 }),
    courier_pickup_at: text(),
    courier_pickup_window_duration: text(),
    is_no_contact_delivery: flag,
    dropoff_notes: text({ max: 550 }),
    courier_provider_name: text({ max: 255 }),
    courier_support_phone_number: text({ max: 17 }),
    square_delivery_id: text({ max: 50 }),
    external_delivery_id: text({ max: 50 }),
    managed_delivery: flag,
  }),
});

export type FulfillmentDraft = Parsed<typeof fulfillment>;
export type RecipientDraft = Parsed<typeof recipient>;
