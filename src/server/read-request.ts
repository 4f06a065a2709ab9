import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { InputProblems, type Problem } from '../order/problems';
import { readBySchema } from '../order/read';
import { fromText } from './form-body';

type Node = { [keyword: string]: unknown; properties?: Record<string, Node>; required?: string[] };
const UTC_SHOP = { currency: 'USD', country: 'US', timezone: 'UTC' };

/**
 * Reads bodies, queries and addresses by their documented schema with the order's own reader, so that every route names each
 * refused field in the same words. Optional fields that were not given stay absent.
 */
export const compileReader: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  if (httpPart === 'headers') return (value) => ({ value });
  return (given) => {
    const problems: Problem[] = [];
    const value = httpPart === 'body' ? given : fromText(schema, { ...given });
    const read = readGiven(schema, value, problems);
    return problems.length > 0 ? { error: new InputProblems(problems) } : { value: read };
  };
};

/** For bodies that the route itself parses; the rest is read as everywhere. */
export const takeBodyAsIs: FastifySchemaCompiler<TSchema> = (part) =>
  part.httpPart === 'body' ? (value) => ({ value }) : compileReader(part);

/** Input by a schema; every fault goes to `problems`. */
export function readGiven(schema: TSchema, value: unknown, problems: Problem[]): unknown {
  return readBySchema(onlyGiven(schema as unknown as Node, value) as unknown as TSchema, value, {
    path: '',
    shop: UTC_SHOP,
    problems,
  });
}

/** The schema without the optional fields that were not given; their names stay known. */
function onlyGiven(node: Node, value: unknown): Node {
  const { properties } = node;
  if (!properties) return node;
  const given = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const read: Record<string, Node> = {};
  const known: Record<string, Node> = {};
  for (const [key, child] of Object.entries(properties)) {
    if (Object.hasOwn(given, key)) read[key] = onlyGiven(child, given[key]);
    else if (node.required?.includes(key) || 'default' in child) read[key] = child;
    else known[key] = child;
  }
  return { ...node, properties: read, 'x-also': known };
}
