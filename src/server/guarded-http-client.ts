import axios from 'axios';
import { type HttpClient, NoResponse } from '../http';
import { createHttpClient } from './http-client';
import { type AddressPolicy, assertPublicAddress, guardedAgents, RefusedAddress } from './public-address';

type Resolve = Parameters<typeof guardedAgents>[0];

/**
 * A client for addresses that others have given us: each is judged again when it is connected to, so that neither a name that
 * changes its mind nor an address written oddly leads into a private network.
 */
export function createGuardedHttpClient(policy: AddressPolicy, resolve?: Resolve): HttpClient {
  const open = createHttpClient(axios.create({ proxy: false }));
  const guarded = createHttpClient(axios.create({ proxy: false, ...guardedAgents(resolve) }));
  return async (request) => {
    const url = judge(request.url, policy);
    const isExempt = policy.allowPrivate || policy.allowed.includes(`${url.hostname}:${url.port}`);
    return (isExempt ? open : guarded)(request);
  };
}

function judge(url: string, policy: AddressPolicy): URL {
  try {
    return assertPublicAddress(url, policy);
  } catch (error) {
    if (error instanceof RefusedAddress) throw new NoResponse('no', error.message);
    throw error;
  }
}
