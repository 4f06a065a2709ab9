const en = {
  title: 'Orders',
  search: 'Find an order',
  help: 'The last four digits of the phone, the order’s number, or a name.',
  find: 'Find',
  latest: 'The latest',
  found: (count: number, query: string) => `${count} for “${query}”`,
  none: (query: string) => `No order for “${query}”. Try the last four digits of the phone.`,
  noOrders: 'No orders yet.',
  isCut: 'There are more; only the latest are shown.',
};
const es: typeof en = {
  title: 'Pedidos',
  search: 'Buscar un pedido',
  help: 'Las cuatro últimas cifras del teléfono, el número del pedido o un nombre.',
  find: 'Buscar',
  latest: 'Los últimos',
  found: (count, query) => `${count} para «${query}»`,
  none: (query) => `Ningún pedido para «${query}». Pruebe con las cuatro últimas cifras del teléfono.`,
  noOrders: 'Aún no hay pedidos.',
  isCut: 'Hay más; solo se muestran los últimos.',
};
export const ORDERS_WORDS = { en, es };
