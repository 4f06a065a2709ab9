import { Type } from 'typebox';
import { answers } from '../documentation';
import type { App } from '../services';

const schema = {
  tags: ['Health'],
  summary: 'This document',
  security: [],
  response: answers({ 200: Type.Object({}, { additionalProperties: true }) }),
};

export function openapiRoutes(app: App): void {
  app.get('/openapi.json', { schema, config: { public: true } }, async () => app.swagger());
}
