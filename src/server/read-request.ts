import type { FastifySchemaCompiler } from 'fastify';
import type { Static, TSchema } from 'typebox';
import { InputProblems, type Problem } from '../order/problems';
import { readBySchema } from '../order/read';
import type { ShopContext } from '../order/schema';
import { fromText } from './form-body';

type Node = { [keyword: string]: unknown; properties?: Record<string, Node>; required?: string[] };
const UTC_SHOP: ShopContext = { currency: 'USD', country: 'US', timezone: 'UTC' };

/**
 * Reads bodies, queries and addresses by their documented schema with the order's own reader, so that every route names each
 * refused field in the same words. Optional fields that were not given stay absent; so do empty values of a query.
 */
export const compileReader: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  if (httpPart === 'headers') return (value) => ({ value });
  return (given) => {
    try {
      return {
        value: readInput(schema, httpPart === 'body' ? given : fromText(schema, filled(given)), UTC_SHOP),
      };
    } catch (error) {
      return { error: error as Error };
    }
  };
};

/** For bodies that the route itself reads, mostly as it must know the shop first; the rest is read as everywhere. */
export const takeBodyAsIs: FastifySchemaCompiler<TSchema> = (part) =>
  part.httpPart === 'body' ? (value) => ({ value }) : compileReader(part);

/** Input by a schema; throws `InputProblems`. The shop decides what a time without an offset means. */
export function readInput<T extends TSchema>(schema: T, value: unknown, shop: ShopContext): Static<T> {
  const problems: Problem[] = [];
  const node = onlyGiven(schema as unknown as Node, value) as unknown as TSchema;
  const read = readBySchema(node, value, { path: '', shop, problems });
  if (problems.length > 0) throw new InputProblems(problems);
  return read as Static<T>;
}

function filled(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
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
