import { Type } from 'typebox';
import { orderInputSchema } from '../order/input-schema';
import { orNull } from '../order/or-null';
import { OrderSchema } from '../order/schema';
import { ORDER_STATUSES } from '../order/status';
import { published, ref } from './documentation';

const money = orNull(Type.Integer({ description: 'Minor units.' }));
const time = Type.String({ format: 'date-time' });
const { timing } = OrderSchema.properties;

/** An order as every answer shows it. */
export const OrderAnswerSchema = Type.Object(
  {
    ...OrderSchema.properties,
    external_ref: Type.String({ description: 'Your reference, or the id where you gave none.' }),
    location_id: Type.String(),
    timing: Type.Object({ ...timing.properties, placed_at: Type.String() }),
    id: Type.String({ description: '`ord_…`' }),
    number: Type.String({ description: 'Ticket number: counts from 1 in each shop on each business day.' }),
    status: Type.Enum([...ORDER_STATUSES], { type: 'string' }),
    previous_status: orNull(Type.Enum([...ORDER_STATUSES], { type: 'string' })),
    totals: Type.Object({ quoted: money, computed: money, pos: money }),
    items_match: Type.Array(
      Type.Object({ path: Type.String(), match: Type.Object({}, { additionalProperties: true }) }),
      { description: 'How each line was matched to the menu.' },
    ),
    deliveries: Type.Array(ref('Delivery'), { description: 'Where it went or goes, oldest first.' }),
    acked_at: orNull(time),
    created_at: time,
    updated_at: time,
    phone_e164: orNull(Type.String()),
    total: orNull(
      Type.String({ description: 'The total told to the guest, else the computed one: "29.98".' }),
    ),
    items_text: Type.String(),
    pickup_local: Type.String({ description: "The wanted time on the shop's clock, or ASAP." }),
    ticket_text: Type.String({ description: 'The kitchen ticket in plain text.' }),
    order_data: Type.String({ description: 'The whole order as JSON text.' }),
  },
  { $id: 'Order' },
);

/** What `POST /v1/orders` takes; `parseOrder` reads it. */
export const OrderInputSchema = Type.Unsafe<unknown>(published(orderInputSchema()) as object);
