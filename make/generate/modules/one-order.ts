import type { Parameter } from '../component';

/** Which order is meant. */
export const orderId: Parameter = {
  name: 'id',
  type: 'text',
  label: 'Order ID',
  help: 'ID of a trigger, Create Order or Search Orders: `ord_…`',
  required: true,
};
/** Its address. */
export const AT_ORDER = '/v1/orders/{{encodeURL(parameters.id)}}';
