const en = {
  title: 'POS',
  ok: (pos: string) => `${pos} answers`,
  blocked: (pos: string) => `${pos} does not let us in`,
  silent: (pos: string) => `${pos} does not answer`,
  asking: (pos: string) => `Asking ${pos}…`,
  none: 'No POS is connected',
  noneHelp: 'Orders are kept here until a Zap, a scenario or a connection fetches them.',
  rehearsal: 'Rehearsal: nothing is sent',
  checkedAt: (time: string) => `checked at ${time}`,
};
const es: typeof en = {
  title: 'TPV',
  ok: (pos) => `${pos} responde`,
  blocked: (pos) => `${pos} no nos deja entrar`,
  silent: (pos) => `${pos} no responde`,
  asking: (pos) => `Preguntando a ${pos}…`,
  none: 'No hay ningún TPV conectado',
  noneHelp: 'Los pedidos se guardan aquí hasta que un Zap, un escenario o una conexión los recoja.',
  rehearsal: 'Ensayo: no se envía nada',
  checkedAt: (time) => `comprobado a las ${time}`,
};
export const POS_HEALTH_WORDS = { en, es };
