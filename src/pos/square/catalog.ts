import { asList, asObject, type Json } from '../json';

/** Whether a catalogue object is there for this location; where nothing is said, it is there for all. Variations and modifiers say it for themselves. */
export function isSoldAt(object: Json, location: string): boolean {
  if (object.is_deleted === true || asObject(object.item_data).is_archived === true) return false;
  const listed = (key: string) => Array.isArray(object[key]) && (object[key] as unknown[]).includes(location);
  return object.present_at_all_locations === false
    ? listed('present_at_location_ids')
    : !listed('absent_at_location_ids');
}

/** What one location changes about a variation or a modifier: its price, and whether it is sold out. */
export function overrideAt(data: Json, location: string): Json {
  return asList(data.location_overrides).find((one) => one.location_id === location) ?? {};
}
