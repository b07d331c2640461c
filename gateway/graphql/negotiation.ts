/**
 * Media types of GraphQL over HTTP. A client that knows `application/graphql-response+json` gets meaningful status
 * codes; one that asks for plain JSON gets 200 for whatever is a GraphQL answer.
 * Source: GraphQL over HTTP specification, Media Types.
 */
export const GRAPHQL_RESPONSE = 'application/graphql-response+json';
export const JSON_RESPONSE = 'application/json';

export type ResponseType = typeof GRAPHQL_RESPONSE | typeof JSON_RESPONSE;

interface Range {
  readonly type: string;
  readonly quality: number;
}

/** The best of our two types for an Accept header; undefined where it takes neither. */
export function negotiate(accept: string | undefined): ResponseType | undefined {
  // Clients that say nothing are older than the new media type.
  if (accept === undefined || accept.trim() === '') return JSON_RESPONSE;
  const ranges = accept
    .split(',')
    .map(readRange)
    .filter(({ quality }) => quality > 0);
  const best = ranges
    .toSorted((a, b) => b.quality - a.quality)
    .find(({ type }) => typeFor(type) !== undefined);
  return best && typeFor(best.type);
}

function readRange(text: string): Range {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  return { type, quality: quality === undefined ? 1 : Number(quality.slice(2)) || 0 };
}

function typeFor(range: string): ResponseType | undefined {
  if (range === GRAPHQL_RESPONSE) return GRAPHQL_RESPONSE;
  return range === JSON_RESPONSE || range === 'application/*' || range === '*/*' ? JSON_RESPONSE : undefined;
}
