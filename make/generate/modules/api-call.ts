import type { Module, Parameter } from '../component';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

const pairs = (name: string, label: string): Parameter => ({
  name,
  type: 'array',
  label,
  spec: [
    { name: 'key', type: 'text', label: 'Key', required: true },
    { name: 'value', type: 'text', label: 'Value' },
  ],
});

/** Whatever else the API can do; the key and the address are the connection's. */
export const apiCall: Module = {
  id: 'makeApiCall',
  label: 'Make an API Call',
  description: 'Calls any route of the Order API.',
  type: 'universal',
  group: 'Other',
  communication: {
    url: '{{parameters.url}}',
    method: '{{parameters.method}}',
    headers: { '{{...}}': "{{toCollection(parameters.headers, 'key', 'value')}}" },
    qs: { '{{...}}': "{{toCollection(parameters.qs, 'key', 'value')}}" },
    body: '{{parameters.body}}',
    type: 'text',
    response: { output: { body: '{{body}}', headers: '{{headers}}', statusCode: '{{statusCode}}' } },
  },
  mappableParams: [
    {
      name: 'url',
      type: 'text',
      label: 'Path',
      help: 'As the page /docs of your server shows it: `/v1/orders?limit=10`',
      required: true,
      validate: { pattern: '^/' },
    },
    {
      name: 'method',
      type: 'select',
      label: 'Method',
      required: true,
      default: 'GET',
      options: METHODS.map((value) => ({ value, label: value })),
    },
    { ...pairs('headers', 'Headers'), help: 'The key is added by itself.', advanced: true },
    pairs('qs', 'Query String'),
    { name: 'body', type: 'any', label: 'Body', help: 'JSON, for POST, PUT and PATCH.' },
  ],
  interface: [
    { name: 'body', type: 'any', label: 'Body' },
    { name: 'headers', type: 'collection', label: 'Headers', spec: [] },
    { name: 'statusCode', type: 'integer', label: 'Status Code' },
  ],
  samples: { body: { data: [], has_more: false, next_cursor: null }, headers: {}, statusCode: 200 },
};
