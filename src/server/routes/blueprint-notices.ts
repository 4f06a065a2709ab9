import { BLUEPRINT_VERSIONS, type BlueprintId } from '../../blueprints';
import type { App } from '../services';

/** How a scenario of ours names itself: `orders-to-pos@1`. */
const STAMP = /^([a-z-]{1,40})@(\d{1,6})$/;

/**
 * A scenario that was imported lives on in its owner's account, and no update reaches it. So each of its answers says when a newer
 * one is published, and the log does once.
 */
export function blueprintNotices(app: App): void {
  const told = new Set<string>();
  app.addHook('onSend', async (request, reply, payload) => {
    const notice = noticeFor(request.headers['x-orderwire-blueprint']);
    if (!notice) return payload;
    reply.header('X-OrderWire-Warning', notice);
    const key = `${request.access?.key.restaurant_id} ${notice}`;
    if (!told.has(key)) {
      told.add(key);
      request.log.warn({ key: request.access?.key.id }, notice);
    }
    return payload;
  });
}

/** Null for what is current, newer than this program, or not ours. */
function noticeFor(stamp: unknown): string | null {
  const [, name = '', version] = STAMP.exec(String(stamp)) ?? [];
  if (!Object.hasOwn(BLUEPRINT_VERSIONS, name)) return null;
  const current = BLUEPRINT_VERSIONS[name as BlueprintId];
  if (Number(version) >= current) return null;
  return `The Make blueprint ${name} is at version ${current}; this scenario is version ${version}. Import the new one and switch this one off.`;
}
