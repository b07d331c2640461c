import { GraphQLError, parse } from 'graphql';
import type { DocumentNode } from 'graphql';
import { InvalidOperation } from '../types';
import { LimitExceeded } from './limits';
import type { Limits } from './limits';
import { measure } from './measure';
import type { Measured } from './measure';

export interface Parsed {
  readonly document: DocumentNode;
  /** How many there are with fragments expanded. */
  readonly fields: number;
}

/**
 * Parses what a stranger sent and holds it against the limits before anything else looks at it: validation and
 * planning may take far longer than the text is long. Throws InvalidOperation, LimitExceeded where it is too much.
 */
export function parseWithin(text: string, limits: Limits): Parsed {
  const document = parseText(text, limits);
  const measures = measure(document);
  for (const [name, count] of Object.entries(measures) as [Measured, number][]) {
    if (count > limits[name]) throw new LimitExceeded(name, limits[name]);
  }
  return { document, fields: measures.fields };
}

function parseText(text: string, limits: Limits): DocumentNode {
  try {
    return parse(text, { maxTokens: limits.tokens });
  } catch (fault) {
    // Lists and selections that are nested by the thousand outgrow the stack of the parser.
    if (fault instanceof RangeError) throw new LimitExceeded('depth', limits.depth);
    if (!(fault instanceof GraphQLError)) throw fault;
    // The parser has no other sign for it than its text.
    if (fault.message.endsWith('Parsing aborted.')) throw new LimitExceeded('tokens', limits.tokens);
    throw new InvalidOperation([withCode(fault)]);
  }
}

/** Callers tell a text that is no GraphQL from one that does not fit the schema. */
const withCode = ({ message, source, positions }: GraphQLError): GraphQLError =>
  new GraphQLError(message, {
    source: source ?? null,
    positions: positions ?? null,
    extensions: { code: 'GRAPHQL_PARSE_FAILED' },
  });
