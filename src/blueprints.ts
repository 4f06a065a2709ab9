/** The scenarios for Make that are published under make/blueprints, and the version of each: one more when what it does changes. */
export const BLUEPRINT_VERSIONS = {
  'orders-to-pos': 1,
  'connect-webhooks': 1,
  'repair-poll': 1,
  'pos-failure-alert': 1,
  'direct-square': 1,
  'direct-clover': 1,
} as const;
export type BlueprintId = keyof typeof BLUEPRINT_VERSIONS;

/** How a scenario names itself in its requests: `orders-to-pos@1`. */
export function stampOf(id: BlueprintId): string {
  return `${id}@${BLUEPRINT_VERSIONS[id]}`;
}
