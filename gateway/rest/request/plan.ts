/** How the variables of one endpoint are taken from a request. Compiled once; reads every request of the endpoint. */
import { bareId } from '../../../common/ids';
import type { PagedDirective } from '../documents/directives';
import type { RestRequest } from '../types';
import { RequestFaults } from './faults';
import { type Page, readPage } from './paging';
import { isJsonObject, sentName } from './read';
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

/** All variables of a request, and all its faults. */
export function readRequest(plan: RequestPlan, request: RestRequest): ReadRequest {
  const incoming = incomingOf(request);
  const faults = new RequestFaults();
  const report = (path: string, complaint: string): void => faults.add(path, `${path} ${complaint}`);
  if (plan.takesBody && !incoming.body) report('body', 'must be a JSON object');
  const variables: Record<string, unknown> = {};
  for (const reader of plan.readers) {
    const text = reader.fault;
    const value = reader.read(incoming, text === undefined ? report : (path) => faults.add(path, text));
    if (value !== undefined) variables[reader.name] = value;
  }
  for (const agreement of plan.agreements) {
    const name = disagreeing(agreement, incoming);
    if (name !== undefined) report(name, 'must agree with the path');
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
