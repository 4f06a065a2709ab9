import { parseOrder } from '../../order/parse';
import { InputProblems } from '../../order/problems';
import type { Order } from '../../order/schema';
import type { Shop } from '../../order/shop';
import type { ReceptionistCall } from '../../store/receptionist/records';
import type { OrderInput } from '../order-api';
import { compose } from '../receptionist/compose';
import type { ReadText } from '../receptionist/reading';
import { fitText } from '../receptionist/row-values';

const LONGEST_NOTE = 2_000;

/** A call as an order with every field; `questions`: what a person must settle before it is cooked. */
export type BridgedOrder = { reference: string; order: Order; questions: string[] };

/** A call's order as it travels. Nobody stands between it and the kitchen, so what is open is written on the ticket. */
export async function orderOfCall(
  call: ReceptionistCall,
  { shop, read }: { shop: Shop; read: ReadText },
): Promise<BridgedOrder> {
  const { order: input, questions } = await compose(call, { shop, read });
  const reference = input.external_ref;
  try {
    return { reference, order: parseOrder(toBridged(input, questions), shop), questions };
  } catch (error) {
    if (!(error instanceof InputProblems)) throw error;
    const paths = error.problems.map(({ path }) => path);
    const asked = [...questions, `Listen to the call: these parts could not be read: ${paths.join(', ')}.`];
    return { reference, order: parseOrder(toBridged(without(input, paths), asked), shop), questions: asked };
  }
}

function toBridged(input: OrderInput, questions: string[]): OrderInput {
  const { source, notes, items } = input as OrderInput & {
    source?: object;
    notes?: string | null;
    items: object[];
  };
  const check = questions.length > 0 ? `CHECK: ${questions.join(' ')}` : null;
  return {
    ...input,
    // The receiver knows neither our shops nor the ids of a menu that was only read here.
    location_id: null,
    items: items.map((item) => ({
      ...item,
      menu_item_id: null,
      variation_id: null,
      options: optionsOf(item),
    })),
    source: { ...source, channel: 'bridge' },
    notes: fitText([check, notes].filter(Boolean).join('\n') || null, LONGEST_NOTE),
  };
}

const optionsOf = ({ options = [] }: { options?: unknown[] }) =>
  options.map((option) => (typeof option === 'object' ? { ...option, option_id: null } : option));

/** What is left where parts are refused: an order that tells of itself is better than none. */
function without(input: OrderInput, paths: string[]): OrderInput {
  const refused = new Set(paths.map((path) => path.split(/[.[]/)[0]));
  const kept = Object.fromEntries(Object.entries(input).filter(([key]) => !refused.has(key)));
  return {
    items: [{ name: 'CALL NOT UNDERSTOOD', quantity: '1' }],
    ...kept,
    external_ref: input.external_ref,
  };
}
