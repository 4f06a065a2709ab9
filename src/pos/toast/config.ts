import type { ServiceType } from '../../order/schema';
import { asList, asText, type Json } from '../json';
import type { PosOrder } from '../pos-order';
import type { Choice, Session } from '../vendor';
import { read, type ToastSession } from './api';
import { refusal } from './errors';

type List = 'diningOptions' | 'alternatePaymentTypes' | 'serviceCharges' | 'discounts';

/** One list of the restaurant's configuration, page after page (https://doc.toasttab.com/doc/devguide/apiResponseDataPagination.html). */
export async function fetchConfig(session: ToastSession, list: List): Promise<Json[]> {
  const entries: Json[] = [];
  let page: string | undefined;
  const http: ToastSession['http'] = async (request) => {
    const response = await session.http(request);
    page = response.headers['toast-next-page-token'];
    return response;
  };
  do {
    const at = page ? `?pageToken=${encodeURIComponent(page)}` : '';
    entries.push(...asList(await read({ ...session, http }, `/config/v2/${list}${at}`)));
  } while (page);
  return entries;
}

/** The choices a setting offers: what this restaurant has made in Toast Web, of the kind that can be used here. */
export function configChoices(list: List, fits: (entry: Json) => boolean = () => true) {
  return async (session: Session): Promise<Choice[]> => {
    const entries = (await fetchConfig(session, list)).filter(fits);
    return entries.map((entry) => ({ value: asText(entry.guid) ?? '', label: asText(entry.name) ?? '' }));
  };
}

const BEHAVIOURS: Record<ServiceType, { behavior: string; curbside: boolean; words: string }> = {
  pickup: { behavior: 'TAKE_OUT', curbside: false, words: 'takeout' },
  curbside: { behavior: 'TAKE_OUT', curbside: true, words: 'takeout' },
  delivery: { behavior: 'DELIVERY', curbside: false, words: 'delivery' },
  dine_in: { behavior: 'DINE_IN', curbside: false, words: 'dine-in' },
};

/**
 * The dining option of this order: the one set, else the restaurant's own by its behaviour
 * (https://doc.toasttab.com/doc/devguide/apiOrderTypeDetails.html). Where none is made for curbside, a curbside guest is a takeout guest.
 */
export async function diningOptionFor(order: PosOrder, session: ToastSession): Promise<string> {
  if (session.settings.dining_option_id) return session.settings.dining_option_id;
  const { behavior, curbside, words } = BEHAVIOURS[order.service.type ?? 'pickup'];
  const options = (await fetchConfig(session, 'diningOptions')).filter((one) => one.behavior === behavior);
  const chosen = options.find((one) => (one.curbside === true) === curbside) ?? options[0];
  const guid = asText(chosen?.guid);
  if (guid) return guid;
  throw refusal(
    'NO_DINING_OPTION',
    `This restaurant has no ${words} dining option in Toast. Make one in Toast Web, or choose one under "Dining Option".`,
  );
}
