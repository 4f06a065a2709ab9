import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { AliasSchema } from './alias-schema';
import type { Config } from './config';
import { ConnectionSchema } from './connection-answer';
import { DeliverySchema } from './delivery-answer';
import { ProblemSchema, published } from './documentation';
import { MatchSchema } from './match-schema';
import { OrderAnswerSchema } from './order-schema';
import { HookSchema } from './routes/hooks';
import { KeySchema } from './routes/keys';
import { LocationSchema } from './routes/locations';
import { MenuAnswerSchema, MenuItemAnswerSchema } from './routes/menu';
import { RestaurantSchema } from './routes/restaurant';
import type { App } from './services';
import { VERSION } from './version';

const INFO = {
  title: 'OrderWire Order API',
  version: VERSION,
  description:
    'Phone and text orders in, kitchen tickets out. Money is whole minor units of the currency. Times are RFC 3339.',
};
const SECURITY = {
  bearer: { type: 'http', scheme: 'bearer', description: 'Authorization: Bearer <API key>' },
  api_key: { type: 'apiKey', in: 'header', name: 'X-API-Key' },
  basic: { type: 'http', scheme: 'basic', description: 'The key as user name or password.' },
} as const;

const SCHEMAS = [
  ProblemSchema,
  OrderAnswerSchema,
  DeliverySchema,
  HookSchema,
  ConnectionSchema,
  LocationSchema,
  RestaurantSchema,
  KeySchema,
  MenuAnswerSchema,
  MenuItemAnswerSchema,
  AliasSchema,
  MatchSchema,
];
/** Swagger UI's own scripts and styles, and nothing from elsewhere; plain HTTP stays possible in a restaurant's own network. */
const PAGE_POLICY = {
  'default-src': "'self'",
  'img-src': "'self' data:",
  'style-src': "'self' 'unsafe-inline'",
  'frame-ancestors': "'none'",
};

/** The OpenAPI document, made from the routes themselves, and the pages under /docs that show it. */
export function registerDocumentation(app: App, { publicBaseUrl }: Config): void {
  for (const schema of SCHEMAS) app.addSchema(published(schema));
  app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: INFO,
      servers: [{ url: publicBaseUrl ?? '/' }],
      security: [{ bearer: [] }, { api_key: [] }, { basic: [] }],
      components: { securitySchemes: SECURITY },
    },
    refResolver: { buildLocalReference: (json) => String(json.$id) },
    transform: ({ schema, url }) => ({ schema: published(schema) as typeof schema, url }),
  });
  app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: PAGE_POLICY,
    uiConfig: { docExpansion: 'list' },
  });
}
