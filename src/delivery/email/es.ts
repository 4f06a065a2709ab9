import { spokenMoney } from '../../order/money';
import type { OrderOption } from '../../order/schema';
import type { LinkAction } from './alert-kinds';
import type { Outcome } from './daily-summary';
import { esAlerts, orders } from './es-alerts';
import { esRehearsal } from './es-rehearsal';
import type { Texts } from './texts';

const links: Record<LinkAction, string> = {
  rehearsal: 'Abrir el ensayo',
  go_live: 'Empezar de verdad',
  order: 'Abrir el pedido',
  answer: 'Dar la respuesta',
  keyed_in: 'Ya lo tecleé',
  retry: 'Intentar otra vez',
  seen: 'Ya lo he visto',
  connection: 'Abrir la conexión',
  hook: 'Abrir los webhooks',
  twin: '¿El mismo o uno nuevo?',
};

const outcomes: Record<Outcome, string> = {
  in_pos: 'en el POS',
  by_hand: 'tecleado a mano',
  scheduled: 'sale a su hora',
  waiting: 'aún en espera',
  failed: 'no está en el POS',
  cancelled: 'cancelado',
};

const services = {
  pickup: 'PARA RECOGER',
  delivery: 'A DOMICILIO',
  dine_in: 'EN MESA',
  curbside: 'EN EL COCHE',
} as const;
const actions: Record<OrderOption['action'], string> = {
  add: '',
  remove: 'SIN ',
  extra: 'EXTRA ',
  light: 'POCO ',
  side: 'APARTE: ',
  substitute: 'CAMBIAR POR ',
};
const portions = { whole: '', left: 'MITAD IZQUIERDA: ', right: 'MITAD DERECHA: ' } as const;

/** Everything a mail says in Spanish. */
export const es: Texts = {
  newOrder: 'Pedido nuevo',
  keyIn: 'TECLEAR A MANO:',
  service: ({ service }) => services[service.type ?? 'pickup'],
  option: ({ portion, action, name, quantity }) =>
    `${portions[portion]}${actions[action]}${name}${quantity > 1 ? ` ×${quantity}` : ''}`,
  payment: ({ payment, currency }, total) => {
    const how = payment.method ? ` (${payment.method})` : '';
    if (payment.state === 'paid') return `PAGADO${how}`;
    return `NO PAGADO${how}, cobrar ${total === null ? 'el precio del POS' : spokenMoney(total, currency)}`;
  },
  test: 'PRUEBA, NO PREPARAR',
  allergy: 'ALERGIA',
  asap: 'LO ANTES POSIBLE',
  wanted: 'Para',
  today: 'hoy',
  notToday: 'NO ES HOY',
  details: 'Datos del pedido',
  order: 'Pedido',
  guest: 'Cliente',
  someGuest: 'Cliente',
  phone: 'Teléfono',
  address: 'Dirección',
  atTheDoor: 'En la puerta',
  table: 'Mesa',
  party: 'Personas',
  taken: 'Tomado',
  items: 'Platos',
  instructions: 'Indicaciones',
  tip: 'Propina',
  told: 'DICHO AL CLIENTE',
  computed: 'Calculado, sin impuestos',
  keyInByHand: 'No hay ningún POS conectado: teclee este pedido a mano.',
  byItself: (pos) => `${pos} recibe este pedido por sí solo: no lo teclee. Si no llega, otro correo lo dirá.`,
  mayBeThere: (pos, reference) => ({
    title: `Puede que ya esté en ${pos}.`,
    text: `Busque ${reference} en ${pos} antes de teclearlo.`,
  }),
  isNotThere: (pos) => ({ title: `NO está en ${pos}.`, text: 'Tecléelo a mano.' }),
  afterwards: 'Cuando esté tecleado',
  stopped:
    'OrderWire se ha detenido: no vuelve a enviar este pedido por sí solo, así que teclearlo no puede duplicarlo.',
  reference: 'Referencia',
  whatToDo: 'Qué hacer',
  meanwhile: 'Qué hace OrderWire mientras tanto',
  why: 'Motivo',
  alerts: esAlerts,
  rehearsal: esRehearsal,
  links,
  summaryOf: (day) => `Pedidos del ${day}`,
  summaryLine: (came, open) => (open > 0 ? `${orders(came)}, ${open} sin llegar a la cocina` : orders(came)),
  noOrders: 'No hubo pedidos.',
  allWell: 'Todos los pedidos llegaron a la cocina.',
  someMissing: (open) => `Sin llegar a la cocina: ${orders(open)}.`,
  ordersCame: 'recibidos',
  notInKitchen: 'sin llegar a la cocina',
  allOrders: 'Todos los pedidos',
  otherOrders: 'Los demás pedidos',
  andMore: (more) => `Y ${more} más.`,
  outcomes,
  toldTo: 'Dicho',
  charged: 'Cobrado',
  differenceLabel: 'Diferencia',
  toldButCharged: (told, charged) => `dicho ${told}, cobrado ${charged}`,
  toldVersusCharged: (count) => `Dicho y cobrado, ${orders(count)}`,
  buttonsNote: 'Esto solo abre una página: nada cambia hasta que pulse el botón que hay allí.',
  footer: (shop) => `Enviado por OrderWire para ${shop}.`,
};
