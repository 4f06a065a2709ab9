import { exchange } from '../exchange';
import { asObject } from '../json';
import type { OAuthPlace, VendorOAuth } from '../oauth';
import { hostOf, type Region, regionOf, TIMEOUT_MS, USER_AGENT } from './api';
import { toCloverError } from './errors';
import { authenticate, toToken } from './token';

/** The pages live on other hosts than the API (https://docs.clover.com/docs/high-trust-app-auth-flow, read 2026-11-24). */
const PAGES: Record<Region, string> = {
  us: 'https://www.clover.com',
  eu: 'https://www.eu.clover.com',
  la: 'https://www.la.clover.com',
};
const SANDBOX_PAGES = 'https://sandbox.dev.clover.com';

/** Clover's permissions belong to the application: no scopes are asked for. */
export const oauth: VendorOAuth = {
  authorizeUrl: (client_id, place) =>
    `${pagesOf(place)}/oauth/v2/authorize?${new URLSearchParams({ client_id })}`,

  async exchange({ client, code }, context) {
    const request = {
      method: 'POST' as const,
      url: `${hostOf(context)}/oauth/v2/token`,
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        'user-agent': USER_AGENT,
      },
      body: JSON.stringify({ ...client, code }),
      timeoutMs: TIMEOUT_MS,
    };
    const how = { vendor: 'clover', name: 'Clover', writes: false, toError: toCloverError };
    return toToken(asObject(await exchange(context.http, request, how)));
  },

  refresh: ({ client, refresh_token }, context) =>
    authenticate(client, { access_token: '', refresh_token }, context),
};

function pagesOf({ environment, baseUrl, settings }: OAuthPlace): string {
  return baseUrl ?? (environment === 'sandbox' ? SANDBOX_PAGES : PAGES[regionOf(settings)]);
}
