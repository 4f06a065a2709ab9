import type { Menu } from '../../menu/schema';
import { asObject } from '../json';
import { read, type ToastSession } from './api';
import { fetchRestaurant } from './locations';
import { claimsOf } from './login';
import { toMenu } from './menu';

/** Ordering partners must use version 3, others version 2 (https://doc.toasttab.com/doc/devguide/apiComparingMenusAPIV2AndV3.html): the token's scopes tell. */
function menusVersion(session: ToastSession): string {
  const { scopes = [] } = claimsOf(session.token);
  const v2 = scopes.includes('menus:read') && !scopes.includes('menus.channel:read');
  return session.settings.menus_api ?? (v2 ? 'v2' : 'v3');
}

/** The published menus; Toast allows one such read a second. Its reply names no currency, so the restaurant is asked. */
export async function fetchMenu(session: ToastSession): Promise<Menu> {
  const { currency } = await fetchRestaurant(session);
  const published = await read(session, `/menus/${menusVersion(session)}/menus`);
  return toMenu(asObject(published), currency ?? 'USD');
}
