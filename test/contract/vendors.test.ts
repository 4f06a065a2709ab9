import { vendorIds } from '../../src/pos/vendors';
import { axiosClient, directClient } from '../support/vendor-doors';
import { vendorContract } from './vendor-contract';

for (const id of vendorIds) {
  for (const client of [directClient, axiosClient]) vendorContract(id, client);
}
