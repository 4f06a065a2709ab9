import type { HttpResponse } from '../../http';
import { parseJson, withoutNulls } from '../json-body';
import type { Webhook } from '../notification-log';
import { emptyReply, jsonReply } from '../replies';
import { checkShape, type Shape } from '../shape';
import type { SimulatorRequest } from '../simulator';
import { SEED_WEBHOOK } from './account';
import { springError, validationError } from './spring-errors';

export type WebhookEndpoint = {
  endpointId: string;
  url: string;
  withBasicAuth?: boolean;
  username?: string;
  password?: string;
  provideAccount?: boolean;
  expandTransactions?: boolean;
  expandPayments?: boolean;
  subscribeTo?: { resource?: string; name?: string }[];
};

const SHAPE: Shape = {
  type: 'object',
  required: true,
  fields: {
    endpointId: { type: 'string', min: 1, required: true },
    url: { type: 'string', pattern: /^https?:\/\/.+/, required: true },
    withBasicAuth: { type: 'boolean' },
    username: { type: 'string' },
    password: { type: 'string' },
    provideAccount: { type: 'boolean' },
    expandTransactions: { type: 'boolean' },
    expandPayments: { type: 'boolean' },
    subscribeTo: {
      type: 'array',
      items: {
        type: 'object',
        fields: {
          name: { type: 'string' },
          resource: { type: 'string', oneOf: ['order', 'payment', 'item', 'order_api'] },
        },
      },
    },
  },
};
type Call = { request: SimulatorRequest; now: Date };

/** The webhook endpoints of the account. Orders name one of them, and its case matters. */
export class WebhookDesk {
  private readonly endpoints = new Map<string, WebhookEndpoint>();
  private readonly locations = new Map<string, Set<number>>();

  constructor() {
    this.endpoints.set(SEED_WEBHOOK.endpointId, SEED_WEBHOOK);
  }

  /** Points the seeded endpoint at an address; the secret is `user:password`. */
  subscribe(webhook: Webhook | null): void {
    const [username = '', ...rest] = webhook?.secret.split(':') ?? [];
    const changes = webhook ? { url: webhook.url, username, password: rest.join(':') } : {};
    this.endpoints.set(SEED_WEBHOOK.endpointId, { ...SEED_WEBHOOK, ...changes });
  }

  find(endpointId: string): WebhookEndpoint | undefined {
    return this.endpoints.get(endpointId);
  }

  /** `PUT` creates, `POST` updates; an update that leaves a field out resets it. */
  save(call: Call): HttpResponse {
    const body = withoutNulls(parseJson(call.request.body));
    const problems = checkShape(body, SHAPE);
    if (problems.length > 0) return validationError(call, 'webhookEndpointDto', problems);
    const endpoint = body as WebhookEndpoint;
    const exists = this.endpoints.has(endpoint.endpointId);
    if (exists === (call.request.method === 'PUT')) {
      const message = exists ? 'endpoint ID already exists:' : 'endpoint ID not found for';
      return springError({ ...call, status: 400, message: `${message} ${endpoint.endpointId}` });
    }
    this.endpoints.set(endpoint.endpointId, endpoint);
    return jsonReply(200, shown(endpoint));
  }

  show(call: Call, endpointId: string): HttpResponse {
    const endpoint = this.endpoints.get(endpointId);
    return endpoint ? jsonReply(200, shown(endpoint)) : unknown(call, endpointId);
  }

  remove(call: Call, endpointId: string): HttpResponse {
    return this.endpoints.delete(endpointId) ? emptyReply(200) : unknown(call, endpointId);
  }

  /** `GET` lists the locations of an endpoint, `PUT` and `DELETE` change them. Needed for item and readiness events only. */
  atLocations(call: Call, endpointId: string, location?: number): HttpResponse {
    if (!this.endpoints.has(endpointId)) return unknown(call, endpointId);
    const known = this.locations.get(endpointId) ?? new Set<number>();
    this.locations.set(endpointId, known);
    const toDto = (businessLocationId: number) => ({ endpointId, businessLocationId });
    if (location === undefined) return jsonReply(200, [...known].map(toDto));
    if (call.request.method === 'PUT') known.add(location);
    else known.delete(location);
    return jsonReply(200, toDto(location));
  }
}

const unknown = (call: Call, endpointId: string): HttpResponse =>
  springError({ ...call, status: 404, message: `endpoint ID not found for ${endpointId}` });

/** The password is never read back. */
function shown(endpoint: WebhookEndpoint): Omit<WebhookEndpoint, 'password'> {
  const { password: _, ...rest } = endpoint;
  const off = {
    withBasicAuth: false,
    provideAccount: false,
    expandTransactions: false,
    expandPayments: false,
  };
  return { ...off, subscribeTo: [], ...rest };
}
