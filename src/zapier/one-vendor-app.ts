import type { AuthField, Bundle, PlainInputField, ZObject } from 'zapier-platform-core';
import type { OAuthClient } from '../pos/oauth';
import type { Vendor } from '../pos/vendor';
import { findVendor, vendorIds } from '../pos/vendors';
import { app } from './app';
import { authFields, fieldsFor, ORDER_API } from './auth-fields';
import { authentication } from './connection';
import { oauthAuthentication } from './oauth-connection';
import type { AuthData } from './pos-session';

/** The application's own pair, read when it is needed: no secret is in the app. */
export type ReadClient = () => OAuthClient;
type Perform = (z: ZObject, bundle: Bundle) => unknown;
type Operation = { operation: Record<string, unknown> & { inputFields?: PlainInputField[] } };
type Operations = Record<string, Operation>;

/** Searches that read whatever menu the connection has. */
const READERS = new Set(['read_order_text', 'find_menu_item']);

/**
 * The part of the app that concerns one system, by the same definitions: without the question which system, and with the vendor's
 * own page to connect where it has OAuth.
 */
export function oneVendorApp(id: string, readClient: ReadClient) {
  const vendor = findVendor(id);
  if (!vendor && id !== ORDER_API)
    throw new Error(`There is no system "${id}": choose one of ${[ORDER_API, ...vendorIds].join(', ')}.`);
  const complete = (authData: AuthData) => completed(authData, { id, vendor, readClient });
  const take = (operations: object) =>
    Object.fromEntries(
      Object.entries(operations as Operations)
        .filter(([key]) => (vendor ? belongsTo(id, key) || READERS.has(key) : !isOfAnyVendor(key)))
        .map(([key, one]) => [key, connected(one, { complete, hasShops: !vendor })]),
    );
  return {
    ...app,
    authentication: authenticationOf(vendor, { complete, readClient }),
    triggers: take(app.triggers),
    creates: take(app.creates),
    searches: take(app.searches),
    searchOrCreates: vendor ? {} : app.searchOrCreates,
  };
}

const belongsTo = (id: string, key: string) => key === `create_${id}_order` || key.startsWith(`${id}_`);
const isOfAnyVendor = (key: string) => vendorIds.some((id) => belongsTo(id, key));

type Kind = { id: string; vendor: Vendor | undefined; readClient: ReadClient };

/** A connection as the rest of the app knows it: with its system, and with what OAuth keeps elsewhere. */
function completed(authData: AuthData, { id, vendor, readClient }: Kind): AuthData {
  if (!vendor?.oauth) return { ...authData, system: id };
  const { access_token, refresh_token } = authData;
  const secret = vendor.authenticate ? {} : { api_key: access_token };
  return { ...authData, ...readClient(), ...secret, system: id, initial_refresh_token: refresh_token };
}

type Complete = (authData: AuthData) => AuthData;

/** An operation whose functions get the whole connection. Shops are the Order API's: a POS has one for each connection. */
function connected({ operation, ...one }: Operation, how: { complete: Complete; hasShops: boolean }) {
  const parts = Object.entries(operation).map(([key, part]) => [
    key,
    typeof part === 'function' ? withConnection(part as Perform, how.complete) : part,
  ]);
  const inputFields = operation.inputFields?.filter((field) => how.hasShops || field.key !== 'location_id');
  return { ...one, operation: { ...Object.fromEntries(parts), ...(inputFields && { inputFields }) } };
}

function withConnection(perform: Perform, complete: Complete): Perform {
  return (z, bundle) => perform(z, { ...bundle, authData: complete(bundle.authData) as Bundle['authData'] });
}

type Connecting = { complete: Complete; readClient: ReadClient };

function authenticationOf(vendor: Vendor | undefined, { complete, readClient }: Connecting) {
  const fields: AuthField[] = vendor ? fieldsFor(vendor) : authFields.filter(isOfOrderApi).map(demanded);
  const test = withConnection(authentication.test as Perform, complete);
  const connectionLabel = withConnection(authentication.connectionLabel as Perform, complete);
  if (vendor?.oauth) return oauthAuthentication(vendor, { fields, readClient, test, connectionLabel });
  const perform = withConnection(authentication.sessionConfig.perform as Perform, complete);
  return { ...authentication, fields, test, connectionLabel, sessionConfig: { perform } };
}

const isOfOrderApi = ({ key }: AuthField) => key === 'api_key' || key === 'api_url';
const demanded = (field: AuthField) => ({ ...field, required: true });
