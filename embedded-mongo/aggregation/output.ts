import { MongoError, failedToParse, location, notSupported } from '../errors';
import { typeName } from '../values/type-names';
import { isDocument } from '../values/types';
import type { Document } from '../values/codec';

/** Where the documents of a pipeline go. */
export interface Output {
  readonly kind: 'out' | 'merge';
  /** Undefined for the database of the pipeline. */
  readonly database: string | undefined;
  readonly collection: string;
  /** Fields that make two documents the same one. */
  readonly on: readonly string[];
  readonly whenMatched: 'replace' | 'keepExisting' | 'merge' | 'fail' | readonly Document[];
  readonly whenNotMatched: 'insert' | 'discard' | 'fail';
  readonly variables: Document;
}

/** Reads a last stage `$out` or `$merge`; undefined for any other one. Throws where one of them is not the last. */
export function parseOutput(pipeline: readonly Document[]): Output | undefined {
  pipeline.slice(0, -1).forEach((stage) => {
    const [name] = Object.keys(stage);
    if (name === '$out' || name === '$merge')
      throw location(40601, `${name} can only be the final stage in the pipeline`);
  });
  const last = pipeline.at(-1);
  if (last?.['$out'] !== undefined) return outOf(last['$out']);
  return last?.['$merge'] === undefined ? undefined : mergeOf(last['$merge']);
}

const PLAIN = { on: ['_id'], whenMatched: 'replace', whenNotMatched: 'insert', variables: {} } as const;

function outOf(operand: unknown): Output {
  if (typeof operand === 'string') return { ...PLAIN, kind: 'out', database: undefined, collection: operand };
  if (!isDocument(operand))
    throw location(16990, `$out only supports a string or object argument, but found ${typeName(operand)}`);
  if (operand['timeseries'] !== undefined) throw notSupported('timeseries of $out');
  const { db, coll } = operand;
  if (typeof db !== 'string' || typeof coll !== 'string') throw location(40414, "$out needs 'db' and 'coll'");
  return { ...PLAIN, kind: 'out', database: db, collection: coll };
}

const MATCHED = ['replace', 'keepExisting', 'merge', 'fail'] as const;
const NOT_MATCHED = ['insert', 'discard', 'fail'] as const;

function mergeOf(operand: unknown): Output {
  const options: unknown = typeof operand === 'string' ? { into: operand } : operand;
  if (!isDocument(options))
    throw location(51182, `$merge only supports a string or object argument, not ${typeName(operand)}`);
  const unknown = Object.keys(options).find(
    (name) => !['into', 'on', 'let', 'whenMatched', 'whenNotMatched'].includes(name),
  );
  if (unknown !== undefined) throw location(40415, `BSON field '$merge.${unknown}' is an unknown field.`);
  const { into, on = '_id', whenMatched = 'merge', whenNotMatched = 'insert' } = options;
  const target = isDocument(into) ? into : { coll: into };
  const { db, coll } = target as Document;
  if (typeof coll !== 'string' || coll === '')
    throw location(51178, '$merge into needs the name of a collection');
  return {
    kind: 'merge',
    database: typeof db === 'string' ? db : undefined,
    collection: coll,
    on: fieldsOf(on),
    whenMatched: Array.isArray(whenMatched)
      ? (whenMatched as Document[])
      : oneOf('whenMatched', whenMatched, MATCHED),
    whenNotMatched: oneOf('whenNotMatched', whenNotMatched, NOT_MATCHED),
    variables: variablesOf(options['let'], whenMatched),
  };
}

function fieldsOf(on: unknown): string[] {
  const fields: unknown[] = Array.isArray(on) ? on : [on];
  if (fields.length === 0)
    throw location(51187, "If explicitly specifying $merge 'on', must include at least one field");
  if (!fields.every((field) => typeof field === 'string'))
    throw location(51186, `$merge 'on' field must be either a string or an array of strings`);
  return fields;
}

function variablesOf(variables: unknown, whenMatched: unknown): Document {
  if (variables === undefined) return {};
  if (!Array.isArray(whenMatched))
    throw location(51199, `Cannot use 'let' variables with 'whenMatched: ${String(whenMatched)}' mode`);
  if (!isDocument(variables)) throw new MongoError('TypeMismatch', "$merge 'let' must be an object");
  return variables;
}

function oneOf<T extends string>(name: string, value: unknown, known: readonly T[]): T {
  const found = known.find((one) => one === value);
  if (found !== undefined) return found;
  if (typeof value === 'string')
    throw new MongoError(
      'BadValue',
      `Enumeration value '${value}' for field '$merge.${name}' is not a valid value.`,
    );
  throw failedToParse(`$merge ${name} has to be a string`);
}
