const en = {
  skip: 'Skip to the content',
  menu: 'Pages',
  tonight: 'Tonight',
  orders: 'Orders',
  words: 'Words',
  settings: 'Settings',
  connect: 'POS',
  signOut: 'Sign out',
  signOutEverywhere: 'Sign out everywhere',
  signedInAs: (name: string) => `Signed in with “${name}”`,
  language: 'Language',
};
const es: typeof en = {
  skip: 'Ir al contenido',
  menu: 'Páginas',
  tonight: 'Esta noche',
  orders: 'Pedidos',
  words: 'Palabras',
  settings: 'Ajustes',
  connect: 'TPV',
  signOut: 'Salir',
  signOutEverywhere: 'Salir en todos los dispositivos',
  signedInAs: (name: string) => `Sesión abierta con «${name}»`,
  language: 'Idioma',
};
export const SHELL_WORDS = { en, es };
