const en = {
  title: 'Sign in',
  lead: 'Orders from the phone, on their way to your kitchen.',
  key: 'API key',
  keyHelp:
    'It begins with “owk_”. It was shown once in the terminal where OrderWire was first started (“npm start”), or it is the ORDERWIRE_API_KEY of its .env.',
  withKey: 'Sign in',
  wrongKey: 'This key is wrong or was deleted. Check it, or have a link mailed to you.',
  or: 'No key at hand?',
  email: 'E-mail address of the shop',
  emailHelp: 'We mail a link there that signs you in once, within 15 minutes.',
  sendLink: 'Mail me a link',
  linkSent: 'If this address belongs to a shop here, the link is on its way. It works once, for 15 minutes.',
  linkTitle: 'Sign in with this link',
  linkLead: 'The link works once. Press the button on the device that stays signed in.',
  linkButton: 'Sign in on this device',
  linkGone: 'This link has been used, or its 15 minutes are over. Have another one mailed to you.',
  expired: 'You have been signed out. Sign in again to go on.',
};
const es: typeof en = {
  title: 'Entrar',
  lead: 'Pedidos del teléfono, camino de su cocina.',
  key: 'Clave API',
  keyHelp:
    'Empieza por «owk_». Apareció una vez en la terminal donde OrderWire arrancó por primera vez («npm start»), o es la ORDERWIRE_API_KEY de su .env.',
  withKey: 'Entrar',
  wrongKey: 'Esta clave no es correcta o se eliminó. Revísela, o pida un enlace por correo.',
  or: '¿No tiene la clave a mano?',
  email: 'Correo del local',
  emailHelp: 'Enviamos allí un enlace que abre la sesión una vez, durante 15 minutos.',
  sendLink: 'Enviarme un enlace',
  linkSent:
    'Si este correo es de un local de aquí, el enlace está en camino. Sirve una vez, durante 15 minutos.',
  linkTitle: 'Entrar con este enlace',
  linkLead: 'El enlace sirve una sola vez. Pulse el botón en el dispositivo que vaya a usar.',
  linkButton: 'Entrar en este dispositivo',
  linkGone: 'Este enlace ya se usó, o pasaron sus 15 minutos. Pida otro por correo.',
  expired: 'La sesión se ha cerrado. Entre de nuevo para seguir.',
};
export const SIGN_IN_WORDS = { en, es };

/** What the page for signing in can say beside its forms. */
export type SignInNote = 'wrongKey' | 'linkSent' | 'linkGone' | 'expired';
