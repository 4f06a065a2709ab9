import type { Module } from '../component';
import { toForm, toInterface } from '../parameters';
import type { Parts } from '../parts';
import { shopField } from '../shop';

const GROUP = 'Shops';

/** A kitchen that is too busy, and one that is ready again. */
export function shopModules({ api, samples }: Parts): Module[] {
  const pause = 'POST /v1/locations/{id}/pause';
  const form = toForm(api, api.body(pause));
  return [
    {
      id: 'pauseOrders',
      label: 'Pause Orders',
      description: 'Takes no new orders for a while; those that were taken go out all the same.',
      type: 'action',
      crud: 'update',
      group: GROUP,
      communication: {
        url: '/v1/locations/{{encodeURL(parameters.location_id)}}/pause',
        method: 'POST',
        body: Object.fromEntries(form.map(({ name }) => [name, `{{parameters.${name}}}`])),
        response: { output: '{{body}}' },
      },
      mappableParams: [shopField('The shop that pauses.', { required: true }), ...form],
      interface: toInterface(api, api.answer(pause)),
      samples: samples.paused,
    },
    {
      id: 'resumeOrders',
      label: 'Resume Orders',
      description: 'Takes orders again at once.',
      type: 'action',
      crud: 'update',
      group: GROUP,
      communication: {
        url: '/v1/locations/{{encodeURL(parameters.location_id)}}/resume',
        method: 'POST',
        body: {},
        response: { output: '{{body}}' },
      },
      mappableParams: [shopField('The shop that goes on.', { required: true })],
      interface: toInterface(api, api.answer('POST /v1/locations/{id}/resume')),
      samples: samples.resumed,
    },
  ];
}
