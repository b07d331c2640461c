/**
 * The page of a list that a caller asks for, in any of the spellings of the documents. Who asks for none gets the
 * whole list. Sources: common.yaml (pagination), traction.yaml (pagination).
 */
import type { PagedDirective } from '../documents/directives';
import type { RestRequest } from '../types';
import { sentParameter } from './query';
import { Complaint } from './complaint';
import { Place } from './place';
import type { Report } from './read';

const SIZE_NAMES = ['size', 'limit', 'pageSize', 'page_size'] as const;
const MAX_OFFSET = 2 ** 31 - 1;

export interface Page {
  readonly page: number;
  readonly size: number;
  readonly offset: number;
}

/** Undefined when no page was asked for, or a faulty one, which was reported. */
export function readPage(
  query: RestRequest['query'],
  paged: PagedDirective,
  report: Report,
): Page | undefined {
  const page = readNumber(query, ['page'], 1, report);
  const size = readNumber(query, SIZE_NAMES, 1, report);
  const offset = readNumber(query, ['offset'], 0, report);
  if (page === undefined && size === undefined && offset === undefined) return undefined;
  if (page === 'faulty' || size === 'faulty' || offset === 'faulty') return undefined;
  const length = Math.min(size ?? paged.size, paged.maxSize);
  if (page === undefined && offset !== undefined) {
    return { page: Math.floor(offset / length) + 1, size: length, offset };
  }
  const start = ((page ?? 1) - 1) * length;
  if (start <= MAX_OFFSET) return { page: page ?? 1, size: length, offset: start };
  report(Place.of('page'), new Complaint(`must be at most ${Math.floor(MAX_OFFSET / length)}`, 'RANGE'));
  return undefined;
}

function readNumber(
  query: RestRequest['query'],
  names: readonly string[],
  least: number,
  report: Report,
): number | 'faulty' | undefined {
  const sent = sentParameter(query, names);
  if (!sent) return undefined;
  const [text = '', second] = sent.texts;
  const number = Number(text);
  if (second === undefined && /^\d+$/.test(text) && number >= least && number <= MAX_OFFSET) return number;
  report(Place.of(sent.name), new Complaint(`must be a whole number of at least ${least}`));
  return 'faulty';
}
