import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import type { Ask } from '../../intake/order-api';
import { VERSION } from '../version';
import { type Tool, tools } from './tools';

/** One client's Model Context Protocol server: its tools are the API's own routes, asked with the client's own key. */
export function createMcpServer(ask: Ask): Server {
  const info = { name: 'orderwire', title: 'OrderWire', version: VERSION };
  const server = new Server(info, { capabilities: { tools: {} }, instructions: INSTRUCTIONS });
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: tools.map(published) }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    const tool = tools.find(({ name }) => name === params.name);
    if (!tool) return told(`There is no tool "${params.name}".`, true);
    const { method, path, body } = tool.request(params.arguments ?? {});
    const answer = await ask(method, path, body);
    return told(JSON.stringify(answer.body), answer.status >= 300);
  });
  return server;
}

const INSTRUCTIONS =
  "Takes a restaurant's phone orders. Read the guest's words, ask what is left to ask, tell the total, and place the order only after the guest has agreed.";

function published({ name, title, description, inputSchema, readOnly }: Tool) {
  const annotations = { title, readOnlyHint: readOnly, idempotentHint: true, destructiveHint: false };
  return { name, title, description, inputSchema: inputSchema as { type: 'object' }, annotations };
}

function told(text: string, isError: boolean) {
  return { content: [{ type: 'text' as const, text }], isError };
}
