import type { PlainInputField } from 'zapier-platform-core';

/** The choice of a shop of the Order API's restaurant. */
export function shopField(helpText: string): PlainInputField {
  return { key: 'location_id', label: 'Shop', type: 'string', dynamic: 'location.id.name', helpText };
}
