import type { FetchStep } from '../plan/types';
import { isRecord } from '../projection/places';
import type { SubgraphError, SubgraphResponse } from '../types';
import type { Order, OrderedEntity, Responses } from './orders';

/** One answer out of the orders that hold the wanted entities, in the order in which they are wanted. */
export function gather(
  fetch: FetchStep,
  wanted: readonly OrderedEntity[],
  responses: Responses,
  unavailable: SubgraphError,
): SubgraphResponse | undefined {
  const [only, ...others] = responses.keys();
  if (!only) return undefined;
  const isAlone =
    others.length === 0 && only.fetch === fetch && only.representations.length === wanted.length;
  if (isAlone && !fetch.copies) return responses.get(only);
  if (![...responses.values()].some(hasData)) return responses.get(only);
  const answered = new Map([...responses].map(([order, response]) => [order, entitiesOf(response)]));
  const entities = wanted.map(({ order, index }) => {
    const entity = answered.get(order)?.[index];
    return fetch.copies ? structuredClone(entity) : entity;
  });
  const errors = [...responses].flatMap(([order, response]) =>
    errorsOf(fetch, order, response, placesIn(order, wanted), unavailable),
  );
  return { data: { _entities: entities }, errors };
}

const hasData = (response: SubgraphResponse | undefined): boolean => isRecord(response?.data);

function entitiesOf(response: SubgraphResponse | undefined): readonly unknown[] {
  const entities = response?.data?.['_entities'];
  return Array.isArray(entities) ? entities : [];
}

/** Where the entities of an order stand in what is wanted. */
function placesIn(order: Order, wanted: readonly OrderedEntity[]): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  for (const [place, ordered] of wanted.entries()) {
    if (ordered.order === order) places.set(ordered.index, place);
  }
  return places;
}

function errorsOf(
  fetch: FetchStep,
  order: Order,
  response: SubgraphResponse | undefined,
  places: ReadonlyMap<number, number>,
  unavailable: SubgraphError,
): SubgraphError[] {
  const sent = response?.errors ?? [];
  if (!hasData(response)) {
    const { message, extensions = {} } = sent[0] ?? unavailable;
    return [...places.values()].map((place) => ({ message, extensions, path: ['_entities', place] }));
  }
  return sent.flatMap((error): SubgraphError[] => {
    const [root, index, ...rest] = error.path ?? [];
    // What concerns the request as a whole is told once, where it was made.
    if (typeof index !== 'number') return order.fetch === fetch ? [error] : [];
    const place = places.get(index);
    return place === undefined ? [] : [{ ...error, path: [root ?? '', place, ...rest] }];
  });
}
