import { type Clock, pairs, phrases } from './pack';

const DAYS = `lunes, martes, miércoles, jueves, viernes, sábado, domingo`;
const LATER = pairs(DAYS, 'que viene, próximo').join(', ');

/** How times are said in Spanish. */
export const SPANISH_CLOCK: Clock = {
  moments: phrases(
    `esta noche, mañana, hoy, hoy en la noche, esta tarde, esta mañana, al mediodía, mediodía, medianoche, a medianoche, lo antes posible, cuanto antes, lo más pronto posible, ahora mismo, ya mismo, mañana por la noche, mañana en la noche, mañana por la mañana, mañana por la tarde, pasado mañana`,
  ),
  at: phrases(
    `a las, a la, para las, para la, como a las, a eso de las, alrededor de las, antes de las, después de las, sobre las`,
  ),
  perhaps: phrases(`para`),
  within: phrases(`en, dentro de, en unos, de aquí a`),
  units: phrases(`minuto, minutos, hora, horas`),
  rest: phrases(`y media, y cuarto`),
  later: [],
  proof: phrases(
    `de la noche, de la tarde, de la mañana, de la madrugada, y media, y cuarto, en punto, menos cuarto, menos diez, menos cinco, menos veinte, y media de la noche, y media de la tarde, y cuarto de la tarde, pm, am, en la noche, en la tarde, horas`,
  ),
  past: phrases(
    `cuarto para las, diez para las, cinco para las, veinte para las, cuarto para la, diez para la`,
  ),
  articles: phrases(`una, un, media, unos`),
  hours: { una: 1 },
  days: phrases(DAYS),
  onDay: pairs('el, este, para el, para este, el próximo, para el próximo', `${DAYS}, ${LATER}`),
};
