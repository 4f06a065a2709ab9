import type { HttpResponse } from '../../http';
import { jsonReply } from '../replies';
import { ACCOUNT, API_VERSION } from './account';
import { getCall } from './calls';
import { createMessage, getMessage, listMessages } from './messages';
import { getNumber, listNumbers, updateNumber } from './numbers';
import type { RestCall } from './rest-call';

type Handler = (call: RestCall) => HttpResponse;

/** Method and path below `/2010-04-01/Accounts/{AccountSid}`; `*` stands for an id. */
const ROUTES: Record<string, Handler> = {
  'GET .json': getAccount,
  'POST /Messages.json': createMessage,
  'GET /Messages.json': listMessages,
  'GET /Messages/*.json': getMessage,
  'GET /IncomingPhoneNumbers.json': listNumbers,
  'GET /IncomingPhoneNumbers/*.json': getNumber,
  'POST /IncomingPhoneNumbers/*.json': updateNumber,
  'GET /Calls/*.json': getCall,
};

const COMPILED = Object.entries(ROUTES).map(([route, handler]) => {
  const [method = '', pattern = ''] = route.split(' ');
  const path = pattern.replaceAll('.', '\\.').replaceAll('*', '([^/.]+)');
  return { method, path: new RegExp(`^${path}$`), handler };
});

/** The handler and the ids in the path; 'wrong_method' where only the method is wrong, undefined where nothing is. */
export function findRoute(
  method: string,
  path: string,
): { handler: Handler; ids: string[] } | 'wrong_method' | undefined {
  const matching = COMPILED.filter((route) => route.path.test(path));
  const route = matching.find((one) => one.method === method);
  if (route) return { handler: route.handler, ids: route.path.exec(path)?.slice(1) ?? [] };
  return matching.length > 0 ? 'wrong_method' : undefined;
}

function getAccount(): HttpResponse {
  return jsonReply(200, {
    sid: ACCOUNT.sid,
    friendly_name: ACCOUNT.name,
    status: 'active',
    type: 'Full',
    uri: `/${API_VERSION}/Accounts/${ACCOUNT.sid}.json`,
  });
}
