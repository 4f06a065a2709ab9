import type { AlertKind } from '../notices';
import type { AlertText } from './alert-kinds';

export const orders = (count: number) => (count === 1 ? '1 pedido' : `${count} pedidos`);

/** What each alert says in Spanish. */
export const esAlerts: Record<AlertKind, AlertText> = {
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
  twin: {
    subject: () => '¿El mismo pedido o uno nuevo?',
    wrong: () => 'El mismo teléfono pidió lo mismo hace un momento.',
    meanwhile: () => 'OrderWire lo guarda y espera: no se envía hasta que alguien decida.',
    todo: () => 'Pulse el botón: si es el mismo se descarta, si es nuevo se hace. Si duda, llame al cliente.',
  },
  line_unknown: {
    subject: () => 'Un número de teléfono recibe pedidos para nadie',
    wrong: ({ pos }) => `Los clientes llegan a OrderWire por ${pos}, que no es de ningún local, o de varios.`,
    meanwhile: () => 'Se les pide que llamen al restaurante. En este número no se toma ningún pedido.',
    todo: () => 'Escriba el número en twilio_numbers del local al que pertenece, y de ningún otro.',
  },
  caller_hung_up: {
    subject: () => 'Un cliente colgó antes de confirmar: ¿le llama?',
    wrong: ({ pos }) =>
      `${pos || 'Un cliente con número oculto'} escuchó su pedido y colgó antes de decir que sí.`,
    meanwhile: () => 'No se pidió nada y nada va a la cocina.',
    todo: () => 'Mire si el mismo cliente ha pedido después. Si no, llámele y tome el pedido.',
  },
};
