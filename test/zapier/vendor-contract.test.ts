import zapier, { type ZObject } from 'zapier-platform-core';
import { vendorIds } from '../../src/pos/vendors';
import { app } from '../../src/zapier/app';
import { createZapierHttp, type ZapierRequester } from '../../src/zapier/zapier-http';
import { vendorContract } from '../contract/vendor-contract';
import type { Client } from '../support/vendor-doors';

/** One step's `z`, kept: core ends a process that has run 250 steps in more memory than Zapier gives, as jest's has. */
const step = new Promise<ZapierRequester>((resolve, reject) => {
  const run = async (z: ZObject) => {
    resolve(z);
    return {};
  };
  zapier.createAppTester(app)(run).catch(reject);
});

/** Each request travels as one step's of Zapier would, with a budget of its own. */
const zapierClient: Client = {
  name: "Zapier's z.request over loopback",
  real: true,
  http: () => async (request) => createZapierHttp(await step)(request),
};

jest.setTimeout(30_000);
for (const vendorId of vendorIds) vendorContract(vendorId, zapierClient);
