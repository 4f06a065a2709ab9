import { type Static, type TSchema, Type } from 'typebox';
import { PROBLEM_KINDS } from './problem';

type Node = { [keyword: string]: unknown };

/** The body of every answer that is a refusal (RFC 9457). */
export const ProblemSchema = Type.Object(
  {
    type: Type.String({
      examples: Object.keys(PROBLEM_KINDS).map((kind) => `urn:orderwire:problem:${kind}`),
    }),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String({ description: 'One sentence with the next step.' }),
    message: Type.String({ description: 'The same as detail.' }),
    help: Type.String({
      description: 'Where it is explained, on this server.',
      examples: ['/help#wrong-key'],
    }),
    errors: Type.Optional(
      Type.Array(
        Type.Object({
          path: Type.String({ description: 'Where: items[1].quantity' }),
          message: Type.String({ description: 'What to do about it.' }),
        }),
      ),
    ),
  },
  { $id: 'Problem', additionalProperties: false },
);

/** A reference to a schema that was added to the app by its `$id`. */
export function ref(id: string): TSchema {
  return Type.Unsafe<unknown>({ $ref: `${id}#` });
}

/** A page of a list. */
export function pageOf(id: string): TSchema {
  return Type.Object({
    data: Type.Array(ref(id)),
    has_more: Type.Boolean(),
    next_cursor: Type.Union([Type.String(), Type.Null()], {
      description: 'Send it as `cursor` for the next page.',
    }),
  });
}

const WITH_KEY = [401, 403, 429, 500, 503];
const TITLES = new Map<number, string>();
for (const { status, title } of Object.values(PROBLEM_KINDS)) {
  TITLES.set(status, [TITLES.get(status), title].filter(Boolean).join(' / '));
}

/** What a route answers: its good answers by status, and the problems it can have beside those of every route with a key. */
export function answers(good: Record<number, TSchema>, problems: number[] = []): Record<number, TSchema> {
  const refusals = [...new Set([...problems, ...WITH_KEY])].sort();
  return { ...good, ...Object.fromEntries(refusals.map((status) => [status, problemAnswer(status)])) };
}

function problemAnswer(status: number): TSchema {
  const content = { 'application/problem+json': { schema: ref('Problem') } };
  return { description: TITLES.get(status), content } as unknown as TSchema;
}

/** A schema of which any part may be given: for PATCH. */
export function asPatch<T extends TSchema>(schema: T) {
  return Type.Unsafe<DeepPartial<Static<T>>>(withoutRequired(schema as unknown as Node, { top: true }));
}
type DeepPartial<T> = T extends unknown[] ? T : T extends object ? { [K in keyof T]?: DeepPartial<T[K]> } : T;

function withoutRequired(node: Node, { top }: { top: boolean }): Node {
  if (node.type !== 'object' && !top) {
    const { default: _default, ...rest } = node;
    return rest;
  }
  const { required: _required, ...rest } = node;
  const properties = Object.entries((node.properties ?? {}) as Record<string, Node>);
  return {
    ...rest,
    additionalProperties: false,
    properties: Object.fromEntries(
      properties.map(([key, child]) => [key, withoutRequired(child, { top: false })]),
    ),
  };
}

/** A schema as a document shows it: without the keywords that only our readers know. */
export function published(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(published);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([key]) => !/^x-(read|also|words)$/.test(key));
  return Object.fromEntries(entries.map(([key, child]) => [key, published(child)]));
}
