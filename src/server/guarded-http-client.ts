import axios from 'axios';
import { type HttpClient, NoResponse } from '../http';
import { createHttpClient } from './http-client';
import {
  type AddressPolicy,
  assertPublicAddress,
  guardedAgents,
  isAllowed,
  RefusedAddress,
  type Resolver,
} from './public-address';

type Options = {
  /** Instead of the system's. */
  resolve?: Resolver;
  /** The longest answer that is read. */
  mostBytes?: number;
};

/**
 * A client for addresses that others have given us: each is judged again when it is connected to, so that neither a name that
 * changes its mind nor an address written oddly leads into a private network.
 */
export function createGuardedHttpClient(
  policy: AddressPolicy,
  { resolve, mostBytes }: Options = {},
): HttpClient {
  // A proxy would resolve the name once more, and elsewhere.
  const open = createHttpClient(axios.create({ proxy: false }), mostBytes);
  const guarded = createHttpClient(axios.create({ proxy: false, ...guardedAgents(resolve) }), mostBytes);
  return async (request) => {
    const url = judge(request.url, policy);
    return (isAllowed(url, policy) ? open : guarded)(request);
  };
}

function judge(url: string, policy: AddressPolicy): URL {
  try {
    return assertPublicAddress(url, policy);
  } catch (error) {
    if (error instanceof RefusedAddress) throw new NoResponse('no', `its address ${error.rule}`);
    throw error;
  }
}
