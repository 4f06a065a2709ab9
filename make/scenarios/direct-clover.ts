import { clover } from '../../src/pos/clover';
import type { PreviewRequest } from '../../src/pos/vendor';
import type { Filter, Module, Scenario } from './blueprint';
import { directRequest, mapped, noteIn, PREVIEW, textOrder } from './direct-order';
import { AT, beginning, tellAndTryAgain, tellManager } from './direct-parts';
import type { HttpGeneration } from './http';
import { above, below, equals, resume, router, sleep, tryAgain, when } from './parts';

/** Clover's lists lag behind its writes: earlier than this, not finding an order proves nothing. */
const VISIBLE_SECONDS = 30;
const SILENCE = { statusCode: 599 };

/**
 * A text message to a Clover ticket with no host. Clover has no key that makes a repeat the same order, so every order is looked for
 * before it is made, and after silence again. One door after the other makes one ticket; two at the same moment can make two.
 */
export function directClover(http: HttpGeneration): Scenario {
  const { requests } = clover.preview(textOrder('order'), PREVIEW);
  const step = (name: PreviewRequest['step']) => {
    const request = requests.find((one) => one.step === name);
    if (!request) throw new Error(`Clover’s preview has no step "${name}".`);
    return withoutOrderType(request);
  };
  const look = (id: number, name: string, onerror: Module[]) =>
    http({ id, name, ...directRequest(step('find'), AT), onerror });
  const make = (id: number, name: string, more: { filter?: Filter; onerror: Module[] }) =>
    http({ id, name, ...directRequest(step('submit'), AT), takesRefusals: true, ...more });
  const print = (id: number, order: string, filter: Filter) =>
    http({
      id,
      name: 'Print',
      ...directRequest(step('print'), { ...AT, answers: { '{order.id}': order } }),
      filter,
      onerror: [tryAgain(id + 1, { count: 5, minutes: 1 })],
    });
  const found = (id: number) => `{{length(${id}.data.elements)}}`;
  const made = (id: number) => when('Made', [below(`{{${id}.statusCode}}`, 300)]);
  const failed = (id: number) => when('Not made, or no answer', [above(`{{${id}.statusCode}}`, 299)]);
  return {
    id: 'direct-clover',
    name: 'OrderWire: text messages to Clover (dishes are not matched)',
    sequential: true,
    flow: [
      ...beginning(SETTINGS, mapped(noteIn(step('submit').body), AT)),
      look(6, 'Is it there already', tellAndTryAgain([7, 8], http, 'Clover')),
      make(9, 'Make the order', {
        filter: when('Not there yet', [equals(found(6), 0)]),
        onerror: [resume(10, SILENCE)],
      }),
      router(
        { id: 11, name: 'Made or not' },
        [print(12, '{{9.data.id}}', made(9))],
        [
          sleep({ id: 14, name: 'Until it would show', filter: failed(9) }, VISIBLE_SECONDS),
          look(15, 'Did it arrive', tellAndTryAgain([16, 17], http, 'Clover')),
          router(
            { id: 18, name: 'Arrived or not' },
            [print(19, '{{15.data.elements[1].id}}', when('It is there', [above(found(15), 0)]))],
            [
              make(21, 'Make it again', {
                filter: when('It is not there', [equals(found(15), 0)]),
                onerror: [resume(22, SILENCE)],
              }),
              router(
                { id: 23, name: 'Now made or not' },
                [print(24, '{{21.data.id}}', made(21))],
                [
                  tellManager(26, http, 'did not get into Clover. Look there, then key it in.', {
                    filter: failed(21),
                  }),
                ],
              ),
            ],
          ),
        ],
      ),
    ],
  };
}

const SETTINGS = {
  pos_token: '',
  pos_location: '',
  currency: 'USD',
  pos_address: 'https://api.clover.com',
};

/** An order type is an id of the restaurant's own, which no screen of Clover's shows; Clover takes an order without one. */
function withoutOrderType(request: PreviewRequest): PreviewRequest {
  const body = request.body as { orderCart?: Record<string, unknown> } | null;
  if (!body?.orderCart) return request;
  const { orderType: _, ...orderCart } = body.orderCart;
  return { ...request, body: { orderCart } };
}
