const en = {
  title: 'Where orders come from',
  lead: 'Choose one now or later: the first ticket does not need it.',
  result: 'Can wait',
  address: 'Address of this server',
  addressLocal:
    'Only this machine reaches it so far. Twilio, Zapier and Make need an https address: put one in front and write it into PUBLIC_BASE_URL.',
  twilio: 'Twilio: calls and text messages',
  twilioSteps: [
    'In the Twilio Console open Phone Numbers, your number.',
    'A message comes in: Webhook, HTTP POST, this address',
    'A call comes in: Webhook, HTTP POST, this address',
    'Copy the Auth Token of your account into TWILIO_AUTH_TOKEN in .env, and start OrderWire again.',
  ],
  zapier: 'Zapier',
  zapierSteps: [
    'In Zapier make a Zap with the OrderWire app.',
    'System: “OrderWire (Order API)”. As API Address paste',
    'As API Key paste a key: the one you signed in with, or one of its own.',
    'Trigger “New Order”, or action “Create Order”: both ask for nothing else.',
  ],
  make: 'Make',
  makeSteps: [
    'In Make create a scenario and add an OrderWire module, or import one of our blueprints.',
    'Create a connection. As Address paste',
    'As API Key paste a key: the one you signed in with, or one of its own.',
    'Run it once: an order that you type below is the first one it sees.',
  ],
  receptionist: 'An AI receptionist or a program of your own',
  receptionistSteps: [
    'Send each order as JSON with POST to this address',
    'With the header Authorization: Bearer and a key. Every route, to read and to try, stands at',
  ],
};
const es: typeof en = {
  title: 'De dónde vienen los pedidos',
  lead: 'Elija ahora o más tarde: la primera comanda no lo necesita.',
  result: 'Puede esperar',
  address: 'Dirección de este servidor',
  addressLocal:
    'De momento solo la alcanza esta máquina. Twilio, Zapier y Make necesitan una dirección https: póngala delante y escríbala en PUBLIC_BASE_URL.',
  twilio: 'Twilio: llamadas y mensajes de texto',
  twilioSteps: [
    'En la consola de Twilio abra Phone Numbers, su número.',
    'A message comes in: Webhook, HTTP POST, esta dirección',
    'A call comes in: Webhook, HTTP POST, esta dirección',
    'Copie el Auth Token de su cuenta en TWILIO_AUTH_TOKEN, en .env, y arranque OrderWire de nuevo.',
  ],
  zapier: 'Zapier',
  zapierSteps: [
    'En Zapier cree un Zap con la aplicación OrderWire.',
    'System: «OrderWire (Order API)». Como API Address pegue',
    'Como API Key pegue una clave: la que usó para entrar, u otra propia.',
    'Disparador «New Order» o acción «Create Order»: no piden nada más.',
  ],
  make: 'Make',
  makeSteps: [
    'En Make cree un escenario con un módulo de OrderWire, o importe uno de nuestros blueprints.',
    'Cree una conexión. Como Address pegue',
    'Como API Key pegue una clave: la que usó para entrar, u otra propia.',
    'Ejecútelo una vez: el pedido que escriba abajo es el primero que ve.',
  ],
  receptionist: 'Una recepcionista con IA o un programa propio',
  receptionistSteps: [
    'Envíe cada pedido como JSON con POST a esta dirección',
    'Con la cabecera Authorization: Bearer y una clave. Todas las rutas, para leer y probar, están en',
  ],
};
export const START_SOURCES_WORDS = { en, es };
