import { vendors } from '../../src/pos/vendors';
import { base, CONNECTION, connectionCommunication, connectionParams } from './base';
import type { Module } from './component';
import { componentFiles, type Files, json } from './component-files';
import { allModules } from './modules';
import { OpenApi, type OpenApiDocument } from './open-api';
import { readme } from './readme';
import { rpcs } from './rpcs';
import { SampleHouse } from './sample-house';
import { takeSamples } from './samples';
import { webhooks } from './webhooks';

const GENERAL = {
  base: 'general/base.iml.json',
  common: null,
  readme: 'README.md',
  groups: 'modules/groups.json',
};

/** Every file of the Make app by its path, as the API and the vendors' definitions have it now. */
export async function appFiles(): Promise<Files> {
  const house = await SampleHouse.open();
  try {
    const api = new OpenApi((await house.ask('GET /openapi.json')) as OpenApiDocument);
    const samples = await takeSamples(house, vendors.square);
    return toFiles(allModules({ api, samples }));
  } finally {
    await house.close();
  }
}

function toFiles(modules: Module[]): Files {
  const { components, files } = componentFiles({
    connections: [
      {
        id: CONNECTION,
        label: 'Order API',
        params: connectionParams,
        communication: connectionCommunication(),
      },
    ],
    webhooks,
    rpcs,
    modules,
  });
  return {
    'makecomapp.json': json({ fileVersion: 1, generalCodeFiles: GENERAL, components, origins: [] }),
    [GENERAL.base]: json(base()),
    [GENERAL.groups]: json(groupsOf(modules)),
    [GENERAL.readme]: readme(modules),
    ...files,
  };
}

function groupsOf(modules: Module[]): object[] {
  const groups = Map.groupBy(modules, ({ group }) => group);
  return [...groups].map(([label, members]) => ({ label, modules: members.map(({ id }) => id) }));
}
