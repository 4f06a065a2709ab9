const en = {
  subject: (shop: string) => `Sign in: ${shop}`,
  title: 'Sign in to the restaurant’s pages',
  asked: 'Somebody asked for this link. It works once, for 15 minutes.',
  button: 'Sign in',
  note: 'The link opens a page; its button signs you in.',
  ignore: 'It was not you? Then do nothing: without this mail nobody gets in.',
};
const es: typeof en = {
  subject: (shop) => `Entrar: ${shop}`,
  title: 'Entrar en las páginas del restaurante',
  asked: 'Alguien pidió este enlace. Sirve una vez, durante 15 minutos.',
  button: 'Entrar',
  note: 'El enlace abre una página; su botón abre la sesión.',
  ignore: '¿No fue usted? Entonces no haga nada: sin este correo nadie entra.',
};
export const SIGN_IN_MAIL_WORDS = { en, es };
