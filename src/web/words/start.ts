const en = {
  title: 'Set up',
  lead: 'Four steps, and your kitchen has its first ticket. You can leave at any time and come back.',
  skip: 'Go to Tonight',
  refused: 'This was not saved yet:',
  restaurant: {
    title: 'Your restaurant',
    lead: 'What callers hear and where alerts go. Everything can be changed later.',
    name: 'Name',
    timezone: 'Time zone',
    timezoneHelp: 'The clock on your wall: "at seven" is meant on it.',
    email: 'E-mail',
    emailHelp: 'New orders and alerts go there. Empty: no mails.',
    phone: 'Phone',
    phoneHelp: 'The number guests call.',
    save: 'Save',
  },
  pos: {
    title: 'Your POS',
    lead: 'Where the kitchen gets its tickets.',
    sandboxFound:
      'The sandbox runs on this machine: POS systems to try things out with, and a kitchen screen.',
    connectSandbox: (pos: string) => `Connect the sandbox’s ${pos}`,
    orOther: 'Or try another one:',
    sandboxAbsent:
      'To try it without an account anywhere, start the sandbox: in a second terminal, in the same folder, run',
    lookAgain: 'Look again',
    real: 'Connect your own POS',
    connected: (pos: string) => `${pos} is connected, and lets us in.`,
    dishes: (count: number) => `${count} dishes were read from its menu.`,
    more: 'Look at the connection',
    notWell: 'It is connected, but does not let us in yet.',
  },
  done: {
    saved: 'Saved.',
    connected: 'Connected. The menu was read.',
    notChecked: 'Connected, but it does not let us in yet: see below.',
  },
};
const es: typeof en = {
  title: 'Primeros pasos',
  lead: 'Cuatro pasos, y su cocina tiene la primera comanda. Puede salir cuando quiera y volver.',
  skip: 'Ir a Esta noche',
  refused: 'Aún no se ha guardado:',
  restaurant: {
    title: 'Su restaurante',
    lead: 'Lo que oyen quienes llaman y adónde van los avisos. Todo se puede cambiar después.',
    name: 'Nombre',
    timezone: 'Zona horaria',
    timezoneHelp: 'El reloj de su pared: «a las siete» se entiende en él.',
    email: 'Correo',
    emailHelp: 'Allí llegan los pedidos nuevos y los avisos. Vacío: sin correos.',
    phone: 'Teléfono',
    phoneHelp: 'El número al que llaman los clientes.',
    save: 'Guardar',
  },
  pos: {
    title: 'Su TPV',
    lead: 'Donde la cocina recibe sus comandas.',
    sandboxFound:
      'El banco de pruebas funciona en esta máquina: varios TPV para probar, y una pantalla de cocina.',
    connectSandbox: (pos) => `Conectar ${pos} de pruebas`,
    orOther: 'O pruebe otro:',
    sandboxAbsent:
      'Para probarlo sin cuenta en ningún sitio, arranque el banco de pruebas: en otra terminal, en la misma carpeta, ejecute',
    lookAgain: 'Mirar otra vez',
    real: 'Conectar su propio TPV',
    connected: (pos) => `${pos} está conectado y nos deja entrar.`,
    dishes: (count) => `Se leyeron ${count} platos de su carta.`,
    more: 'Ver la conexión',
    notWell: 'Está conectado, pero aún no nos deja entrar.',
  },
  done: {
    saved: 'Guardado.',
    connected: 'Conectado. Se leyó la carta.',
    notChecked: 'Conectado, pero aún no nos deja entrar: mire abajo.',
  },
};
export const START_WORDS = { en, es };
