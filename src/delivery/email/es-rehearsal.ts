import type { enRehearsal } from './en-rehearsal';

const came = (orders: number) => (orders === 1 ? '1 pedido' : `${orders} pedidos`);

/** What mails say of a rehearsal in Spanish. */
export const esRehearsal: typeof enRehearsal = {
  mark: 'ENSAYO',
  newOrder: (pos) => ({
    title: `ENSAYO: ${pos} no recibe este pedido.`,
    text: 'Márquelo a mano, como siempre.',
  }),
  of: (day) => `Ensayo del ${day}`,
  verdict: (orders, good, toFix) =>
    toFix === 0
      ? `${came(orders)}, nada que corregir`
      : `${came(orders)}: ${good} bien, ${toFix} por corregir`,
  compared: (orders, good, toFix) => {
    const fix = toFix === 0 ? 'nada que corregir' : `${toFix} por corregir, aquí están`;
    return `${came(orders)}: ${good} tal como se marcaron, ${fix}`;
  },
  notCompared: (pos) =>
    `No se pudieron leer los pedidos de ${pos}: nada se comparó con lo que marcó el personal. Bien quiere decir: cada plato era seguro y el precio no era otro.`,
  good: 'bien',
  exact: 'como se marcaron',
  toFix: 'por corregir',
  came: 'pedidos',
  fixTitle: 'Por corregir',
  ready: 'Una noche limpia: ya puede empezar de verdad.',
  readyText: (pos) => `Desde entonces ${pos} recibe solo cada pedido nuevo.`,
  stays: 'Sigue siendo un ensayo hasta que usted diga otra cosa: no se envía nada.',
};
