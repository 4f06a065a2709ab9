import { previewOf } from '../preview';
import { defineVendor } from '../vendor';
import { fetchAnswer } from './answer';
import { TIMEOUT_MS, toLightspeed, toOrderBody } from './api';
import { fetchPosOrder } from './check';
import { credentials, settings } from './fields';
import { fetchLocation, listLocations } from './locations';
import { fetchMenu } from './menu';
import { oauth } from './oauth';
import { orderPath, toLightspeedOrder } from './order';
import { locationId, refuseOtherSeries } from './product';
import { deliveryModeOf } from './profile';
import { readinessPath, refuseMissingSetUp } from './readiness';
import { endpointOf, submitOrder } from './submit';
import { authenticate } from './token';
import { readWebhook } from './webhook';

/** Lightspeed Restaurant K-Series (https://api-docs.lsk.lightspeed.app): readiness, then the order, which Lightspeed queues and decides later. */
export const lightspeed = defineVendor({
  id: 'lightspeed',
  name: 'Lightspeed Restaurant',
  docs: 'https://api-docs.lsk.lightspeed.app/operation/operation-apeplacetogoorder',
  support: 'https://k-series-support.lightspeedhq.com',
  credentials,
  settings,
  limits: { requestsPerSecond: 3, concurrent: 2 },
  timeoutMs: TIMEOUT_MS,
  openItems: 'fallback_item',
  openOptions: 'note',
  resubmit: 'same-key',
  payments: 'recorded with a paid order, tip included',
  noSuchApi: {
    cancel: 'Lightspeed has no call that cancels an order: the restaurant voids it on the POS.',
    quote: 'Lightspeed has no call that prices an order without placing it.',
  },

  authenticate,
  oauth,
  submitOrder,

  async checkConnection(session) {
    refuseOtherSeries(session);
    const location = await fetchLocation(session);
    await refuseMissingSetUp(session);
    return location;
  },
  fetchShop: fetchLocation,
  listLocations,
  fetchMenu,

  readWebhook,
  fetchPosOrder,
  fetchAnswer,

  preview(order, context) {
    const id = locationId(context.posLocation);
    const { order: body, warnings } = toLightspeedOrder(order, {
      ...context,
      endpointId: endpointOf(context) ?? '{endpoint_id}',
      profileCode: context.settings.order_profile_code || profilePlaceholder(deliveryModeOf(order)),
    });
    const readiness = toLightspeed(context, 'GET', readinessPath(context.posLocation));
    const submit = toLightspeed(context, 'POST', orderPath(order), toOrderBody(id, body));
    return { requests: [previewOf('find', readiness), previewOf('submit', submit)], unmatched: [], warnings };
  },
});

/** Which profile it will be is read from Lightspeed when the order is sent. */
function profilePlaceholder(mode: string): string | undefined {
  return mode === 'NONE' ? undefined : `{order profile for ${mode}}`;
}
