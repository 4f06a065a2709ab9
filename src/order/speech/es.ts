import type { Speech } from './texts';

/** Words that a menu puts before the name of a group: "Elija su masa", "Choose your Crust". */
const CHOOSING =
  /^(?:(?:por favor )?(?:elija|elige|escoja|escoge|seleccione|selecciona)(?: un| una| su| tu| la| el| los| las)*|(?:please )?(?:choose|select|pick)(?: an?| your| the| one)*(?: of)?) /i;
/** More than these are not read out. */
const MOST_READ_OUT = 6;

/** "Fina, Gruesa o Rellena". */
const oneOf = (names: string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} o ${names.at(-1)}`;
const readOut = (names: string[]): string =>
  names.length > 0 && names.length <= MOST_READ_OUT ? `: ${oneOf(names)}` : '';
const named = (group: string): string => group.replace(CHOOSING, '').toLowerCase();

/** Everything said to a guest at call time, in Spanish. */
export const es: Speech = {
  locale: 'es-US',
  today: 'hoy',
  tomorrow: 'mañana',
  onDay: (day) => `el ${day}`,

  which: ({ dish, group, least, choices }) =>
    least > 1
      ? `¿Qué ${least} de ${named(group)} quiere con ${dish}${readOut(choices)}?`
      : `¿Qué ${named(group)} quiere para ${dish}${readOut(choices)}?`,
  size: 'tamaño',
  tooMany: (dish, group, most) => `${dish} lleva como máximo ${most} de ${named(group)}. ¿Cuáles quiere?`,
  whichDish: (choices) => `¿Quiere decir ${oneOf(choices)}?`,
  whichMoment: (choices) =>
    choices.length > 0 ? `¿Quiere decir ${oneOf(choices)}?` : '¿Para qué hora lo quiere?',
  whichTime: (day) => (day === null ? '¿A qué hora?' : `¿A qué hora ${day}?`),
  whichAddress: '¿A qué dirección lo llevamos?',
  whichPostalCode: '¿Cuál es el código postal de esa dirección?',

  unknownDish: (said, nearest) =>
    `No tenemos ${said}.${nearest.length > 0 ? ` ¿Quiere decir ${oneOf(nearest)}?` : ''}`,
  soldOut: (dish, others) =>
    `${dish} está agotado.${others.length > 0 ? ` ¿Quiere ${oneOf(others)} en su lugar?` : ''}`,
  notServed: (dish, when, others) =>
    [
      when ? `${dish} se sirve ${when.day} de ${when.from} a ${when.to}.` : `${dish} no se sirve a esa hora.`,
      ...(others.length > 0 ? [`¿Quiere ${oneOf(others)} en su lugar?`] : []),
    ].join(' '),

  paused: (shop, after) =>
    `${shop} no toma pedidos en este momento. Inténtelo de nuevo ${after === null ? 'más tarde' : `después de ${after}`}.`,
  closedNow: (shop) => `${shop} está cerrado en este momento.`,
  closedThen: (shop) => `${shop} no puede tomar un pedido para esa hora.`,
  open: ({ day, from, to, last }) =>
    `Abrimos ${day} de ${from} a ${to}${last === null ? '' : `, con últimos pedidos a ${last}`}.`,
  tooSoon: (earliest, isDelivery) =>
    earliest === null
      ? 'Es demasiado pronto.'
      : `Es demasiado pronto. Lo más pronto que ${isDelivery ? 'podemos llevarlo' : 'puede estar listo'} es ${earliest}.`,
  outOfArea: 'No repartimos en ese código postal. ¿Quiere recogerlo usted?',
  belowMinimum: (minimum, value) => `El mínimo para un envío es ${minimum}, y esto suma ${value}.`,

  total: (amount, isBeforeTax) => `Son ${amount}${isBeforeTax ? ' más impuestos' : ''}.`,
  noTotal: 'El restaurante le dirá el total.',
};
