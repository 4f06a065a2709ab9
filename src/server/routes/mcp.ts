import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { presentedKeys } from '../access';
import { askWithin } from '../ask-within';
import { createMcpServer } from '../mcp/mcp-server';
import type { App } from '../services';

/**
 * The Model Context Protocol over Streamable HTTP, for AI receptionists: without sessions, each request answered for itself.
 * https://modelcontextprotocol.io/specification (transports), read 2026-11-24.
 */
export function mcpRoutes(app: App): void {
  const route = { schema: { hide: true }, config: { scope: 'read' } } as const;
  app.post('/mcp', route, async (request, reply) => {
    const [key = ''] = presentedKeys(request.headers);
    const server = createMcpServer(askWithin(app, key));
    const transport = new StreamableHTTPServerTransport({
      sessionIdGenerator: undefined,
      enableJsonResponse: true,
    });
    reply.hijack();
    reply.raw.on('close', () => void server.close());
    await server.connect(transport);
    await transport.handleRequest(request.raw, reply.raw, request.body);
  });
}
