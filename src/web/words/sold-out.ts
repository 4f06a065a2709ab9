const en = {
  title: 'Sold out',
  lead: 'What you mark is not offered to callers, and comes back by itself.',
  search: 'Find a dish',
  find: 'Find',
  noMenu: 'This shop has no menu yet, so there is nothing to mark.',
  nothing: 'No dish of that name.',
  tonight: 'Sold out tonight',
  always: 'Sold out until I say so',
  back: 'Back again',
  isOut: 'Sold out',
  isOutUntil: (time: string) => `Sold out until ${time}`,
  done: { out: 'Marked as sold out.', back: 'Back on the menu.' },
};
const es: typeof en = {
  title: 'Agotados',
  lead: 'Lo que marque no se ofrece a quien llama, y vuelve solo.',
  search: 'Buscar un plato',
  find: 'Buscar',
  noMenu: 'Este local aún no tiene carta: no hay nada que marcar.',
  nothing: 'Ningún plato con ese nombre.',
  tonight: 'Agotado esta noche',
  always: 'Agotado hasta nuevo aviso',
  back: 'Ya hay otra vez',
  isOut: 'Agotado',
  isOutUntil: (time) => `Agotado hasta ${time}`,
  done: { out: 'Marcado como agotado.', back: 'De nuevo en la carta.' },
};
export const SOLD_OUT_WORDS = { en, es };
