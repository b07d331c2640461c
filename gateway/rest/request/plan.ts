/** How the variables of one endpoint are taken from a request. Compiled once; reads every request of the endpoint. */
import { bareId } from '../../../common/ids';
import type { PagedDirective } from '../documents/directives';
import type { RestRequest } from '../types';
import type { FaultDirective } from '../documents/directives';
import { NO_OBJECT, WHOLE } from './body';
import { Complaint } from './complaint';
import { RequestFaults, worded } from './faults';
import { Place } from './place';
import { type Page, readPage } from './paging';
import { isJsonObject, type Report, sentName } from './read';
import type { Incoming, VariableReader } from './reader';

/** A parameter of the path that the body may repeat. */
export interface Agreement {
  readonly parameter: string;
  /** Under which the body may repeat it. */
  readonly names: readonly string[];
}

export interface RequestPlan {
  readonly readers: readonly VariableReader[];
  readonly agreements: readonly Agreement[];
  readonly paged: PagedDirective | undefined;
  /** Whether anything comes from the body; an endpoint that takes none does not look at it. */
  readonly takesBody: boolean;
}

export interface ReadRequest {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly page: Page | undefined;
  readonly faults: RequestFaults;
}

const DISAGREES = new Complaint('must agree with the path');

/** All variables of a request, and all its faults. */
export function readRequest(plan: RequestPlan, request: RestRequest): ReadRequest {
  const incoming = incomingOf(request);
  const faults = new RequestFaults();
  const reportBy =
    (rules: readonly FaultDirective[]): Report =>
    (place, { text, kind }) => {
      const path = place.asSent;
      faults.add(worded(rules, { path, member: place.inGraph, kind, text: `${path} ${text}` }));
    };
  const variables: Record<string, unknown> = {};
  for (const reader of plan.readers) {
    const value = reader.read(incoming, reportBy(reader.faults));
    if (value !== undefined) variables[reader.name] = value;
  }
  const report = reportBy([]);
  if (plan.takesBody && !incoming.body) report(Place.of(WHOLE), NO_OBJECT);
  for (const agreement of plan.agreements) {
    const name = disagreeing(agreement, incoming);
    if (name !== undefined) report(Place.of(name), DISAGREES);
  }
  const page = plan.paged && readPage(request.query, plan.paged, report);
  if (page) Object.assign(variables, { first: page.size, offset: page.offset });
  return { variables, page, faults };
}

/** An empty or missing body counts as an empty object. */
export function incomingOf(request: RestRequest): Incoming {
  const body = request.body ?? {};
  return { request, body: isJsonObject(body) ? body : undefined };
}

/** The member that differs from the path, if the body has one. */
function disagreeing({ parameter, names }: Agreement, { request, body = {} }: Incoming): string | undefined {
  const sent = sentName(names, body);
  if (sent === undefined) return undefined;
  const isSame = bareId(String(body[sent])) === bareId(request.params[parameter] ?? '');
  return isSame ? undefined : sent;
}
