import zapier from 'zapier-platform-core';
import { type HttpResponse, NoResponse } from '../../src/http';
import { vendorIds } from '../../src/pos/vendors';
import { app } from '../../src/zapier/app';
import { createZapierHttp } from '../../src/zapier/zapier-http';
import { vendorContract } from '../contract/vendor-contract';
import type { Client } from '../support/vendor-doors';

const tester = zapier.createAppTester(app);

/** Each request travels as one step's of Zapier would. */
const zapierClient: Client = {
  name: "Zapier's z.request over loopback",
  real: true,
  http: () => async (request) => {
    const outcome = await tester(async (z) => ({
      outcome: await createZapierHttp(z)(request).catch((error: NoResponse) => error),
    }));
    const { outcome: reply } = outcome as { outcome: HttpResponse | NoResponse };
    if (reply instanceof NoResponse) throw reply;
    return reply;
  },
};

jest.setTimeout(60_000);
for (const vendorId of vendorIds) vendorContract(vendorId, zapierClient);
