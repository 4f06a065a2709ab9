import type { AuthField, Bundle, ZObject } from 'zapier-platform-core';
import { asObject } from '../pos/json';
import type { Token, Vendor } from '../pos/vendor';
import { readAddress } from './address';
import { explain } from './explain';
import { readText } from './input-text';
import type { ReadClient } from './one-vendor-app';
import { type AuthData, connectionSettings, readEnvironment } from './pos-session';
import { createZapierHttp } from './zapier-http';

type Connecting = {
  fields: AuthField[];
  readClient: ReadClient;
  test: unknown;
  connectionLabel: unknown;
};

/** A connection by the vendor's own page: the merchant says yes there, and Zapier renews the token by itself. */
export function oauthAuthentication(vendor: Vendor, { readClient, ...parts }: Connecting) {
  const run = (z: ZObject, bundle: Bundle, fetch: (door: Door) => Promise<Token>) => {
    const given = givenIn(bundle);
    return explain({ errors: z.errors, authData: { ...given, system: vendor.id } }, async () => {
      const { access_token, refresh_token } = await fetch({ given, ...doorOf(vendor, z, given) });
      return { access_token, refresh_token, ...merchantIn(bundle) };
    });
  };
  return {
    type: 'oauth2',
    ...parts,
    oauth2Config: {
      authorizeUrl: async (_z: ZObject, bundle: Bundle) => {
        const given = givenIn(bundle);
        const page = new URL(
          vendor.oauth?.authorizeUrl(readClient().client_id, placeOf(vendor, given)) ?? '',
        );
        for (const key of ['redirect_uri', 'state']) page.searchParams.set(key, readText(given[key]) ?? '');
        return page.href;
      },
      getAccessToken: (z: ZObject, bundle: Bundle) =>
        run(z, bundle, async ({ given, oauth, context }) => {
          const code = readText(given.code) ?? '';
          const redirect_uri = readText(given.redirect_uri) ?? '';
          return oauth.exchange({ client: readClient(), code, redirect_uri }, context);
        }),
      refreshAccessToken: (z: ZObject, bundle: Bundle) =>
        run(z, bundle, async ({ given, oauth, context }) => {
          const refresh_token = readText(given.refresh_token) ?? '';
          return oauth.refresh({ client: readClient(), refresh_token }, context);
        }),
      autoRefresh: true,
    },
  };
}

type Door = ReturnType<typeof doorOf> & { given: AuthData };

function doorOf(vendor: Vendor, z: ZObject, given: AuthData) {
  if (!vendor.oauth) throw new Error(`${vendor.name} has no OAuth.`);
  return { oauth: vendor.oauth, context: { http: createZapierHttp(z), ...placeOf(vendor, given) } };
}

/** Before there is a connection its fields are among the inputs. */
function givenIn({ inputData, authData }: Bundle): AuthData {
  return { ...inputData, ...authData };
}

function placeOf(vendor: Vendor, given: AuthData) {
  const { environment } = readEnvironment(given);
  return { environment, baseUrl: readAddress(given.api_url), settings: connectionSettings(vendor, given) };
}

/** Clover's page says by itself which merchant has said yes. */
function merchantIn({ cleanedRequest }: Bundle): { location_id?: string } {
  const location_id = readText(asObject(asObject(cleanedRequest).querystring).merchant_id);
  return location_id ? { location_id } : {};
}
