/**
 * The page of a list that a caller asks for, in any of the spellings of the documents. Who asks for none gets the
 * whole list, or the first page where the document says so. Sources: common.yaml (pagination), traction.yaml (pagination).
 */
import type { PagedDirective } from '../documents/directives';
import type { RestRequest } from '../types';
import { type SentParameter, sentParameter } from './query';
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

/** Who hears of a page that makes no sense: of where it begins, and of how long it is. */
export interface PageReports {
  readonly start: Report;
  readonly length: Report;
}

/** Undefined when no page was asked for and the document needs none, or a faulty one, which was reported. */
export function readPage(
  query: RestRequest['query'],
  paged: PagedDirective,
  reports: PageReports,
): Page | undefined {
  const read = (names: readonly string[], least: number, report: Report): Sent => {
    const sent = sentParameter(query, names);
    return sent && (paged.lenient ? nearest(sent, least) : strict(sent, least, report));
  };
  const page = read(['page'], 1, reports.start);
  const size = read(SIZE_NAMES, 1, reports.length);
  const offset = read(['offset'], 0, reports.start);
  if (page === 'faulty' || size === 'faulty' || offset === 'faulty') return undefined;
  if (page === undefined && size === undefined && offset === undefined && !paged.always) return undefined;
  const length = Math.min(size ?? paged.size, paged.maxSize);
  if (page === undefined && offset !== undefined) {
    return { page: Math.floor(offset / length) + 1, size: length, offset };
  }
  return atPage(page ?? 1, length, paged, reports.start);
}

function atPage(page: number, size: number, { lenient }: PagedDirective, report: Report): Page | undefined {
  const last = Math.floor(MAX_OFFSET / size);
  if (page <= last) return { page, size, offset: (page - 1) * size };
  if (lenient) return { page: last, size, offset: (last - 1) * size };
  report(Place.of('page'), new Complaint(`must be at most ${last}`, 'RANGE'));
  return undefined;
}

/** Undefined for what was not sent, and for what says nothing. */
type Sent = number | 'faulty' | undefined;

function strict({ name, texts }: SentParameter, least: number, report: Report): Sent {
  const [text = '', second] = texts;
  const number = Number(text);
  if (second === undefined && /^\d+$/.test(text) && number >= least && number <= MAX_OFFSET) return number;
  report(Place.of(name), new Complaint(`must be a whole number of at least ${least}`));
  return 'faulty';
}

function nearest({ texts: [text] }: SentParameter, least: number): Sent {
  const number = Number(text);
  return Number.isNaN(number) ? undefined : Math.min(Math.max(Math.trunc(number), least), MAX_OFFSET);
}
