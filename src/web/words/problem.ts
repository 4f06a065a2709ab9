const en = {
  title: {
    'missing-scope': 'This is not allowed',
    'not-found': 'Not found',
    'too-fast': 'Too many tries',
  } as Record<string, string>,
  otherTitle: 'That did not work',
  back: 'Back to Tonight',
};
const es: typeof en = {
  title: {
    'missing-scope': 'Esto no está permitido',
    'not-found': 'No se encontró',
    'too-fast': 'Demasiados intentos',
  },
  otherTitle: 'No ha funcionado',
  back: 'Volver a Esta noche',
};
export const PROBLEM_WORDS = { en, es };
