import type { VendorOAuth } from '../oauth';
import { authenticate, fetchToken, loginAt } from './token';

/** Orders, and a refresh token that lives longer than the merchant's own session. */
const SCOPE = 'orders-api offline_access';

/** https://api-portal.lsk.lightspeed.app/quick-start/authentication/v2-authentication/v2-migration-faq, read 2026-11-24. */
export const oauth: VendorOAuth = {
  authorizeUrl(client_id, place) {
    const { login, page } = loginAt(client_id, place);
    return `${login}${page}?${new URLSearchParams({ client_id, response_type: 'code', scope: SCOPE })}`;
  },
  exchange: ({ client, code, redirect_uri }, context) =>
    fetchToken(
      { credentials: client, grant: { grant_type: 'authorization_code', code, redirect_uri } },
      context,
    ),
  refresh: ({ client, refresh_token }, context) =>
    authenticate(client, { access_token: '', refresh_token }, context),
};
