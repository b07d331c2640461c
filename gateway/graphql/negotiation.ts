import { DEFER_2022, INCREMENTAL_V0_2, type PartsForm } from './multipart';

/**
 * Media types of GraphQL over HTTP. A client that knows `application/graphql-response+json` gets meaningful status
 * codes; one that asks for plain JSON gets 200 for whatever is a GraphQL answer.
 * Source: GraphQL over HTTP specification, Media Types.
 */
export const GRAPHQL_RESPONSE = 'application/graphql-response+json';
export const JSON_RESPONSE = 'application/json';

export type ResponseType = typeof GRAPHQL_RESPONSE | typeof JSON_RESPONSE;

/** The older one first: a wildcard gets it. */
const TYPES: readonly ResponseType[] = [JSON_RESPONSE, GRAPHQL_RESPONSE];

interface Range {
  readonly type: string;
  readonly parameters: readonly string[];
  readonly quality: number;
}

interface Offer {
  readonly type: ResponseType;
  readonly quality: number;
  /** How exactly the client has named the type: 0 for none, 3 for the type itself. */
  readonly precision: number;
  /** Where in the header. */
  readonly place: number;
}

/** The best of our two types for an Accept header; undefined where it takes neither. */
export function negotiate(accept: string | undefined): ResponseType | undefined {
  // Clients that say nothing are older than the new media type.
  if (accept === undefined || accept.trim() === '') return JSON_RESPONSE;
  const ranges = accept.split(',').map(readRange);
  const offers = TYPES.map((type) => offerOf(type, ranges)).filter(({ quality }) => quality > 0);
  return offers.toSorted(byWish)[0]?.type;
}

/** What is named outweighs what a wildcard covers; between two that are named alike, the first. */
const byWish = (a: Offer, b: Offer): number =>
  b.quality - a.quality || b.precision - a.precision || a.place - b.place;

/** The most precise range decides about a type. Source: RFC 9110, 12.5.1. */
function offerOf(type: ResponseType, ranges: readonly Range[]): Offer {
  const covering = ['*/*', 'application/*', type];
  const offers = ranges.map((range, place): Offer => {
    const precision = covering.indexOf(range.type) + 1;
    return { type, quality: precision > 0 ? range.quality : 0, precision, place };
  });
  const none: Offer = { type, quality: 0, precision: 0, place: ranges.length };
  return offers.reduce((best, offer) => (offer.precision > best.precision ? offer : best), none);
}

function readRange(text: string): Range {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  return { type, parameters, quality: quality === undefined ? 1 : Number(quality.slice(2)) || 0 };
}

/**
 * How a client reads an answer that comes in parts; undefined when it does not. The form that it names, or, where it
 * names none, as urql does, the older one. Forms with other names are others.
 */
export function negotiateParts(accept = ''): PartsForm | undefined {
  if (!/multipart\/mixed/i.test(accept)) return undefined;
  for (const { type, parameters, quality } of accept.split(',').map(readRange)) {
    if (type !== 'multipart/mixed' || quality === 0) continue;
    const [spec = 'deferspec=20220824'] = parameters.filter((parameter) => /^\w+spec=/.test(parameter));
    const form = FORMS.get(spec.replaceAll('"', ''));
    if (form) return form;
  }
  return undefined;
}

const FORMS: ReadonlyMap<string, PartsForm> = new Map([
  ['deferspec=20220824', DEFER_2022],
  ['incrementalspec=v0.2', INCREMENTAL_V0_2],
]);
