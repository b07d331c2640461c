/** What several endpoints share, described once: the objects of fragments, and bodies of errors. */
import type { JsonSchema } from './json-schema';

const SCHEMAS = '#/components/schemas/';

export class Components {
  readonly schemas: Record<string, JsonSchema> = {};
  readonly responses: Record<string, object> = {};

  /** A reference to a schema, which is made when it is asked for first. */
  schema(name: string, make: () => JsonSchema): JsonSchema {
    if (!Object.hasOwn(this.schemas, name)) {
      this.schemas[name] = {}; // a fragment cannot hold itself, but the name is taken from now on
      this.schemas[name] = make();
    }
    return { $ref: `${SCHEMAS}${name}` };
  }

  response(name: string, response: object): object {
    this.responses[name] = response;
    return { $ref: `#/components/responses/${name}` };
  }

  /** The schema itself, where it is a reference. */
  resolved(schema: JsonSchema): JsonSchema {
    return schema.$ref === undefined ? schema : (this.schemas[schema.$ref.slice(SCHEMAS.length)] ?? {});
  }
}
