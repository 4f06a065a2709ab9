import { spokenMoney } from '../../order/money';
import type { OrderOption } from '../../order/schema';
import type { AlertKind } from '../notices';
import type { AlertText, LinkAction } from './alert-kinds';
import type { Outcome } from './daily-summary';
import type { Texts } from './texts';

const orders = (count: number) => (count === 1 ? '1 pedido' : `${count} pedidos`);

const alerts: Record<AlertKind, AlertText> = {
  undelivered: {
    subject: ({ pos }) => `Aún no está en ${pos}`,
    wrong: ({ pos }) => `Este pedido aún no está en ${pos}.`,
    meanwhile: ({ until }) =>
      `OrderWire sigue intentándolo.${until ? ` Si no lo logra antes de las ${until}, llegará por correo el ticket para teclearlo a mano.` : ''}`,
    todo: ({ pos }) =>
      `No lo teclee todavía: puede llegar por sí solo. Compruebe que ${pos} y su conexión a internet están encendidos.`,
  },
  held: {
    subject: () => 'Falta una respuesta',
    wrong: ({ pos }) => `No se ha enviado nada a ${pos}: antes hay que preguntar algo.`,
    meanwhile: ({ until }) =>
      `OrderWire espera la respuesta.${until ? ` Si no llega antes de las ${until}, se enviará por correo el ticket para teclearlo a mano.` : ''}`,
    todo: () => 'Pregunte al cliente y dé la respuesta en la página del pedido.',
  },
  refused: {
    subject: ({ pos }) => `${pos} rechazó el pedido`,
    wrong: ({ pos }) => `${pos} no acepta este pedido.`,
    meanwhile: () =>
      'OrderWire lo envía en una forma más simple si puede. Si no, llegará por correo el ticket para teclearlo a mano.',
    todo: ({ pos }) => `Lea el motivo más abajo: casi siempre hay que corregir algo en el menú de ${pos}.`,
  },
  unseen: {
    subject: ({ pos }) => `En ${pos}, ¿pero lo vio la cocina?`,
    wrong: ({ pos, ticket }) =>
      `${pos} tiene este pedido${ticket ? ` como ticket ${ticket}` : ''}, pero nada indica que la cocina lo haya visto.`,
    meanwhile: ({ pos }) => `OrderWire sigue preguntando a ${pos}. No vuelve a enviar nada.`,
    todo: () => 'Compruebe que el ticket se imprimió. NO lo teclee: se cocinaría dos veces.',
  },
  cancelled_after_sending: {
    subject: () => 'ALTO, cancelado',
    wrong: ({ pos, ticket }) =>
      `El cliente canceló y no se pudo avisar a ${pos}${ticket ? ` (ticket ${ticket})` : ''}.`,
    meanwhile: () => 'OrderWire no puede hacer nada más con este pedido y nunca mueve dinero.',
    todo: ({ pos }) =>
      `Avise a la cocina de que no lo prepare y anule el ticket en ${pos}. Si está pagado, devuelva el dinero allí.`,
  },
  changed_after_sending: {
    subject: () => 'Avise a la cocina, cambió',
    wrong: ({ pos, ticket }) =>
      `El pedido cambió y no se pudo avisar a ${pos}${ticket ? ` (ticket ${ticket})` : ''}.`,
    meanwhile: () => 'OrderWire ha guardado el cambio y no vuelve a enviar nada.',
    todo: ({ pos }) => `Diga a la cocina lo que aparece arriba y cambie el ticket en ${pos}.`,
  },
  late: {
    subject: ({ pos }) => `Ahora sí está en ${pos}`,
    wrong: ({ pos, ticket }) => `${pos} sí recibió este pedido${ticket ? `, como ticket ${ticket}` : ''}.`,
    meanwhile: () => 'OrderWire no envía nada más de este pedido.',
    todo: () => 'Si alguien lo tecleó a mano, anule uno de los dos tickets o se cocinará dos veces.',
  },
  price_gap: {
    subject: () => 'El precio no coincide',
    wrong: ({ pos }) => `${pos} cobra un precio distinto del que se dijo al cliente.`,
    meanwhile: () => 'El pedido sigue su camino; OrderWire no cambia ningún precio.',
    todo: ({ pos }) => `Decida cuánto paga el cliente y corrija el precio en ${pos} o en el menú.`,
  },
  destination_blocked: {
    subject: ({ pos }) => `${pos} no deja entrar pedidos`,
    wrong: ({ pos }) => `${pos} ya no acepta el acceso de OrderWire.`,
    meanwhile: ({ waiting }) =>
      `${waiting > 0 ? `En espera: ${orders(waiting)}. ` : ''}OrderWire vuelve a preguntar cada pocos minutos y entonces envía lo que espera. Lo que se quede sin tiempo llegará como ticket por correo.`,
    todo: ({ pos }) => `Conecte ${pos} de nuevo, con credenciales que puedan crear pedidos.`,
  },
  hook_disabled: {
    subject: () => 'Se desactivó un webhook',
    wrong: ({ pos }) => `El webhook ${pos} ya no responde y se desactivó.`,
    meanwhile: () => 'Los pedidos siguen llegando al POS. Solo esta dirección deja de recibir avisos.',
    todo: () => 'Si aún lo usa, vuelva a activar el Zap o el escenario, o registre la dirección de nuevo.',
  },
  menu_changed: {
    subject: () => 'El menú cambió con pedidos en espera',
    wrong: ({ waiting }) => `El nuevo menú afecta a ${orders(waiting)} aún por enviar.`,
    meanwhile: () =>
      'OrderWire envía cada uno a su hora. Lo que entonces no esté claro o se haya agotado se retiene y se le pregunta.',
    todo: () => 'Revise las líneas de arriba: llame al cliente y cambie el pedido, o corrija el menú.',
  },
  call_left_out: {
    subject: () => 'Un pedido telefónico le necesita',
    wrong: ({ pos }) => `La llamada ${pos} dejó un pedido que OrderWire no pudo tomar.`,
    meanwhile: () =>
      'No se ha enviado nada de él. Si solo falta saber de qué local es, se toma en cuanto se indique.',
    todo: () => 'Busque la llamada en la lista de la recepcionista y avise a la cocina.',
  },
};

const links: Record<LinkAction, string> = {
  order: 'Abrir el pedido',
  answer: 'Dar la respuesta',
  keyed_in: 'Ya lo tecleé',
  retry: 'Intentar otra vez',
  seen: 'Ya lo he visto',
  connection: 'Abrir la conexión',
  hook: 'Abrir los webhooks',
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
  alerts,
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
