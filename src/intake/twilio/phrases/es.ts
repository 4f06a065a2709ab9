import type { OrderOption, ServiceType } from '../../../order/schema';
import type { OrderStatus } from '../../../order/status';
import type { Doubt } from '../draft';
import type { Phrases } from './en';

const SERVICES: Record<ServiceType, string> = {
  pickup: 'Para recoger.',
  delivery: 'A domicilio.',
  dine_in: 'Para comer aquí.',
  curbside: 'Para recoger en su auto.',
};
const STATUSES: Record<OrderStatus, string> = {
  held: 'lo está revisando el restaurante',
  received: 'está anotado y pasa ahora a la cocina',
  scheduled: 'está reservado y pasará a la cocina a tiempo',
  sent: 'está en la cocina',
  accepted: 'está en la cocina',
  in_preparation: 'se está preparando',
  ready: 'está listo',
  out_for_delivery: 'va en camino',
  completed: 'está terminado',
  rejected: 'no se pudo preparar: por favor llame al restaurante',
  cancelled: 'fue cancelado',
  expired: 'ha caducado: por favor llame al restaurante',
};
const ACTIONS: Record<OrderOption['action'], string> = {
  add: '',
  remove: 'sin ',
  extra: 'extra ',
  light: 'poco ',
  side: 'aparte ',
  substitute: 'en su lugar ',
};
const PORTIONS: Record<OrderOption['portion'], string> = {
  whole: '',
  left: 'mitad izquierda ',
  right: 'mitad derecha ',
};

const oneOf = (names: string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} o ${names.at(-1)}`;

const both = {
  notOnMenu: (said: string) => `"${said}" no está en nuestro menú.`,
  doubt({ said, choices }: Doubt) {
    const names = oneOf(choices.map(({ name }) => name));
    if (choices.length === 0) return `¿Qué quiere decir con "${said}"?`;
    if (choices.length === 1) return `¿Quiere decir ${names}?`;
    const isSize = choices.every(({ variation_id }) => variation_id !== undefined);
    return isSize ? `¿Qué tamaño de ${said}: ${names}?` : `¿${names}?`;
  },
  option: ({ action, portion, quantity, name }: Parameters<Phrases['option']>[0]) =>
    `${PORTIONS[portion]}${ACTIONS[action]}${name}${quantity > 1 ? ` x${quantity}` : ''}`,
  service: '¿Es para recoger o a domicilio?',
  address: '¿A dónde lo llevamos? Calle y número, por favor.',
  time: '¿Para qué hora lo quiere?',
  nothingLeft: 'No queda nada en su pedido. ¿Qué desea?',
  noCards:
    'Por favor, nunca envíe números de tarjeta: se paga al recibir la comida. Dígame el pedido sin él.',
  dropped: 'De acuerdo, no se pidió nada.',
  again: '¿Qué desea en su lugar? Dígame otra vez el pedido completo.',
  late: 'Ese pedido era de hace mucho y ha caducado. Dígame otra vez qué desea, por favor.',
  nothingToConfirm: 'No hay ningún pedido por confirmar. ¿Qué desea pedir?',
  pay: { pickup: 'Se paga al recoger.', other: 'Se paga al recibirlo.' },
  services: SERVICES,
  deliveryTo: (address: string) => `A domicilio: ${address}.`,
  wantedAt: (moment: string) => `Para: ${moment.replace(/\.$/, '')}.`,
  wantedAsSaid: (said: string) => `Para: ${said}.`,
  allergy: (said: string) => `Alergia: ${said}.`,
  also: (said: string) => `Nota: ${said}.`,
  noOrder: 'No encuentro ningún pedido de hoy con este número.',
  status: (number: string, status: OrderStatus) => `El pedido #${number} ${STATUSES[status]}.`,
  unknownNumber: 'Lo sentimos, este número no toma pedidos. Por favor llame al restaurante.',
};

const sms: Phrases = {
  ...both,
  welcome: (name) =>
    `Hola, somos ${name}. Escríbame su pedido, por ejemplo "2 pizzas grandes de pepperoni, una sin cebolla, y una coca".`,
  help: (name, phone) =>
    `${name}: escríbame su pedido con sus palabras, o ESTADO para saber cómo va.${phone === null ? '' : ` O llámenos al ${phone}.`}`,
  instead: '¿Qué desea en su lugar? O responda NADA para dejarlo fuera.',
  addOrNew: '¿Lo añado a su pedido o empezamos de nuevo con esto? Responda AÑADIR o NUEVO.',
  readBack: (lines) => `Su pedido: ${lines.join('; ')}.`,
  confirm: 'Responda SÍ para pedir, NO para dejarlo, o dígame qué cambiar.',
  misheard: 'Perdón, no le entendí.',
  callUs: (phone) => (phone === null ? '' : `O llámenos al ${phone}.`),
  taken: (number) => `¡Gracias! El pedido #${number} está anotado.`,
  held: (number) =>
    `¡Gracias! Tenemos su pedido con el #${number}; el restaurante lo revisa y le llama si falta algo.`,
  onlyWords: 'Solo puedo leer palabras, no imágenes. Escríbame su pedido, por favor.',
  human: (phone) => (phone === null ? 'Por favor llame al restaurante.' : `Por favor llámenos al ${phone}.`),
  changed: (phone) =>
    `Ese pedido ya está en marcha. Para cambiarlo, por favor llámenos${phone === null ? '' : ` al ${phone}`}.`,
  bye: '',
  nobody: 'Lo sentimos, algo falló y su pedido no se tomó. Inténtelo de nuevo en un rato, por favor.',
};

const voice: Phrases = {
  ...both,
  welcome: (name) => `Hola, somos ${name}. ¿Qué desea pedir?`,
  help: (name) => `Somos ${name}. Dígame con sus palabras qué desea pedir.`,
  instead: '¿Qué desea en su lugar? O diga nada para dejarlo fuera.',
  addOrNew: '¿Lo añado a su pedido o empezamos de nuevo con esto?',
  readBack: (lines) => `Tengo: ${lines.join('. ')}.`,
  confirm: '¿Hago el pedido?',
  misheard: 'Perdón, no le entendí.',
  callUs: () => '',
  taken: (number) => `Gracias. Su número de pedido es ${number}.`,
  held: (number) =>
    `Gracias. Su número de pedido es ${number}. El restaurante lo revisa y le llama si falta algo.`,
  onlyWords: 'Perdón, no le oí.',
  human: () => 'Un momento, le comunico.',
  changed: () => 'Ese pedido ya está en marcha. Un momento, le comunico.',
  bye: 'Hasta luego.',
  nobody: 'Lo sentimos, no pude tomar su pedido. Por favor llame más tarde.',
};

/** The line in Spanish. */
export const es = { sms, voice };
