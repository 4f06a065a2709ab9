import type { Routes } from '../services';
import { blueprintNotices } from './blueprint-notices';
import { connectionRoutes } from './connections';
import { deliveryRoutes } from './deliveries';
import { deliveryPageRoutes } from './delivery-page';
import { healthRoutes } from './health';
import { helpRoutes } from './help';
import { hookRoutes } from './hooks';
import { keyRoutes } from './keys';
import { locationRoutes } from './locations';
import { mcpRoutes } from './mcp';
import { meRoutes } from './me';
import { menuRoutes } from './menu';
import { menuAliasRoutes } from './menu-aliases';
import { menuMatchRoutes } from './menu-match';
import { menuSyncRoutes } from './menu-sync';
import { openapiRoutes } from './openapi';
import { orderCancelRoutes } from './order-cancel';
import { orderChangeRoutes } from './order-changes';
import { orderEventRoutes } from './order-events';
import { orderLookupRoutes } from './order-lookup';
import { orderParseRoutes } from './order-parse';
import { orderPatchRoutes } from './order-patch';
import { orderQuoteRoutes } from './order-quote';
import { orderValidateRoutes } from './order-validate';
import { orderRoutes } from './orders';
import { pauseRoutes } from './pause';
import { posRoutes } from './pos';
import { posMenuRoutes } from './pos-menu';
import { posWebhookRoutes } from './pos-webhooks';
import { receptionistOrderRoutes } from './receptionist-orders';
import { rehearsalRoutes } from './rehearsal';
import { restaurantRoutes } from './restaurant';
import { twilioRoutes } from './twilio';
import { twilioStatusRoutes } from './twilio-status';
import { twinPageRoutes } from './twin-page';

/** Every resource of the API. A new one is one more line. */
export const routes: Routes[] = [
  blueprintNotices,
  orderRoutes,
  orderPatchRoutes,
  orderCancelRoutes,
  orderChangeRoutes,
  orderEventRoutes,
  orderLookupRoutes,
  orderParseRoutes,
  orderValidateRoutes,
  orderQuoteRoutes,
  receptionistOrderRoutes,
  deliveryRoutes,
  deliveryPageRoutes,
  twinPageRoutes,
  meRoutes,
  restaurantRoutes,
  locationRoutes,
  pauseRoutes,
  keyRoutes,
  connectionRoutes,
  rehearsalRoutes,
  hookRoutes,
  menuRoutes,
  menuMatchRoutes,
  menuSyncRoutes,
  menuAliasRoutes,
  posRoutes,
  posMenuRoutes,
  posWebhookRoutes,
  twilioRoutes,
  twilioStatusRoutes,
  healthRoutes,
  helpRoutes,
  openapiRoutes,
  mcpRoutes,
];
