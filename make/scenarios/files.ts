import { type Scenario, toBlueprint } from './blueprint';
import { connectWebhooks } from './connect-webhooks';
import { directClover } from './direct-clover';
import { directSquare } from './direct-square';
import { type HttpGeneration, httpV3, httpV4 } from './http';
import { ordersToPos } from './orders-to-pos';
import { posFailureAlert } from './pos-failure-alert';
import { repairPoll } from './repair-poll';

/** Every scenario that is published. */
const SCENARIOS: ((http: HttpGeneration) => Scenario)[] = [
  ordersToPos,
  connectWebhooks,
  repairPoll,
  posFailureAlert,
  directSquare,
  directClover,
];
const GENERATIONS: Record<string, HttpGeneration> = { '': httpV4, 'http-v3/': httpV3 };

/** Every blueprint by its path: for the current HTTP app, and under `http-v3` for the legacy one. */
export function blueprintFiles(): Record<string, string> {
  const files = Object.entries(GENERATIONS).flatMap(([folder, http]) =>
    SCENARIOS.map((build) => {
      const scenario = build(http);
      return [`${folder}${scenario.id}.json`, `${JSON.stringify(toBlueprint(scenario), null, 2)}\n`];
    }),
  );
  return Object.fromEntries(files);
}
