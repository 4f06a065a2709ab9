import { Type } from 'typebox';
import { callAnswer, checkCall } from '../call-time';
import { checkedOrderFields } from '../call-time-schema';
import { answers } from '../documentation';
import { OrderInputSchema } from '../order-schema';
import { takeBodyAsIs } from '../read-request';
import type { App, Services } from '../services';

const schema = {
  tags: ['Orders'],
  summary: 'What is left to ask, and what cannot be had, while the guest is on the line; nothing is stored',
  consumes: ['application/json', 'application/x-www-form-urlencoded'],
  body: OrderInputSchema,
  response: answers({ 200: Type.Object(checkedOrderFields) }, [400, 404, 413, 415]),
};

export function orderValidateRoutes(app: App, services: Services): void {
  const route = { schema, config: { scope: 'read' }, validatorCompiler: takeBodyAsIs } as const;
  app.post('/v1/orders/validate', route, async (request) => {
    const { checked } = await checkCall(request, { body: request.body }, services);
    return callAnswer(checked);
  });
}
