/** JSON Schema as the Order API's OpenAPI document holds it. */
export type Schema = {
  $ref?: string;
  type?: string;
  anyOf?: Schema[];
  enum?: string[];
  format?: string;
  description?: string;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
};
type Content = { content?: Record<string, { schema: Schema }> };
type Operation = {
  parameters?: { name: string; in: string; description?: string; schema: Schema }[];
  requestBody?: Content;
  responses: Record<string, Content>;
};
export type OpenApiDocument = {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};

const JSON_TYPE = 'application/json';

/** What the Order API says of itself: each form and each output of the app is drawn from it. */
export class OpenApi {
  constructor(private readonly document: OpenApiDocument) {}

  /** The body that a route such as `POST /v1/orders` takes. */
  body(route: string): Schema {
    return must(this.operation(route).requestBody?.content?.[JSON_TYPE], `${route}: a body`).schema;
  }

  /** What the route answers when all is well. */
  answer(route: string): Schema {
    const { responses } = this.operation(route);
    const good = Object.entries(responses).find(([status]) => status.startsWith('2'));
    return must(good?.[1].content?.[JSON_TYPE], `${route}: an answer`).schema;
  }

  /** One entry of the list that the route answers. */
  entry(route: string): Schema {
    return must(this.answer(route).properties?.data?.items, `${route}: a list`);
  }

  /** The values that go into the route's address. */
  query(route: string): Schema {
    const given = (this.operation(route).parameters ?? []).filter((one) => one.in === 'query');
    const properties = given.map(({ name, description, schema }) => [name, { description, ...schema }]);
    return { type: 'object', properties: Object.fromEntries(properties) };
  }

  /** A schema itself where it is named elsewhere, without the null that an empty field may be. */
  plain(schema: Schema): Schema {
    if (schema.$ref) {
      const name = schema.$ref.split('/').at(-1) ?? '';
      return this.plain(must(this.document.components.schemas[name], schema.$ref));
    }
    if (!schema.anyOf) return schema;
    const forms = schema.anyOf.filter(({ type }) => type !== 'null').map((one) => this.plain(one));
    // Where words may stand for an object, a form shows the object's fields.
    const chosen = must(forms.find(({ properties }) => properties) ?? forms[0], 'a form of the value');
    return { ...chosen, description: schema.description ?? chosen.description };
  }

  private operation(route: string): Operation {
    const [method = '', path = ''] = route.split(' ');
    return must(this.document.paths[path]?.[method.toLowerCase()], route);
  }
}

/** The document and the app are made from one source: what is missing there is a mistake here. */
function must<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The OpenAPI document does not have ${what}.`);
  return value;
}
