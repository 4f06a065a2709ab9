import type { Standing } from '../standing';

const en: Record<Standing, string> = {
  needs_you: 'Needs you',
  waiting: 'Waiting',
  sent: 'Sent',
  seen: 'Seen by kitchen',
  closed: 'Closed',
};
const es: typeof en = {
  needs_you: 'Le necesita',
  waiting: 'En espera',
  sent: 'Enviado',
  seen: 'Visto en cocina',
  closed: 'Cerrado',
};
export const STANDING_WORDS = { en, es };
