import type { HttpResponse } from '../../http';
import type { StaffedSimulator } from '../notification';
import { jsonReply } from '../replies';
import type { SimulatorContext, SimulatorRequest } from '../simulator';
import { ACCOUNT, OPEN_ITEM_PLU, PRODUCTS } from './account';
import { isCancellation, OrderDesk } from './order-desk';
import { Outbound } from './outbound';
import { act, ringUp } from './staff';
import { toTicket } from './tickets';
import { TOKEN_PATH, TokenDesk } from './tokens';

const ORDER_PATH = /^\/([^/]+)\/order\/([^/]+)$/;

const FACTS: Record<string, string> = {
  client_id: ACCOUNT.clientId,
  client_secret: ACCOUNT.clientSecret,
  channel_name: ACCOUNT.channelName,
  channel_link_id: ACCOUNT.channelLinkId,
  webhook_secret: ACCOUNT.webhookSecret,
  open_item_plu: OPEN_ITEM_PLU,
  menu: [...PRODUCTS].map(([plu, name]) => `${name} (${plu})`).join(', '),
};

/**
 * Deliverect's Channel API, the gateway that can stand before TouchBistro, and the staff of the POS behind it. The channel is
 * told by webhook what becomes of its orders; nothing can be read.
 */
export function createDeliverectSimulator(): StaffedSimulator {
  let tokens = new TokenDesk();
  let outbound = new Outbound();
  let desk = new OrderDesk(outbound);
  const isLogin = ({ method, path }: SimulatorRequest) => method === 'POST' && path === TOKEN_PATH;

  function postOrder(request: SimulatorRequest, context: SimulatorContext): HttpResponse {
    const [, channelName = '', channelLinkId = ''] = ORDER_PATH.exec(request.path) ?? [];
    const refusal = tokens.refuse(request, context, channelName);
    if (refusal) return refusal;
    return channelLinkId === ACCOUNT.channelLinkId ? desk.post(request.body, context.now) : notFound();
  }

  return {
    vendor: 'deliverect',
    facts: FACTS,
    isLogin,
    isOrderWrite: ({ method, path, body }) =>
      method === 'POST' && ORDER_PATH.test(path) && !isCancellation(body),
    handle(request, context) {
      desk.settle(context.now);
      if (isLogin(request)) return tokens.issue(request, context);
      return request.method === 'POST' && ORDER_PATH.test(request.path)
        ? postOrder(request, context)
        : notFound();
    },
    tickets(now) {
      desk.settle(now);
      return desk.records.map(toTicket);
    },
    notifications(now) {
      desk.settle(now);
      return outbound.due(now);
    },
    subscribe: (webhook) => outbound.subscribe(webhook),
    act(ticketId, action, now) {
      desk.settle(now);
      return act(desk, { ticketId, action, now });
    },
    ringUp: (now) => ringUp(desk, now),
    reset: () => {
      tokens = new TokenDesk();
      outbound = new Outbound();
      desk = new OrderDesk(outbound);
    },
  };
}

const notFound = (): HttpResponse => jsonReply(404, { message: 'There is nothing at this address.' });
