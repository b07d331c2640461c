/** How the variables of one endpoint are taken from a request. Compiled once; reads every request of the endpoint. */
import { bareId } from '../../../common/ids';
import type { NeedsDirective, PagedDirective } from '../documents/directives';
import type { Caller, RestRequest } from '../types';
import type { FaultDirective } from '../documents/directives';
import { NO_OBJECT, WHOLE } from './body';
import { type Claimed, contradicts } from './claims';
import { Complaint, IS_REQUIRED } from './complaint';
import { RequestFaults, worded } from './faults';
import { passedOver, type Rival } from './first-of';
import { Place } from './place';
import { type ListBody, unfold } from './list-body';
import { type Page, type PageReports, readPage } from './paging';
import { isJsonObject, type Report, sentName } from './read';
import { asWritten, type Incoming, type VariableReader } from './reader';

/** A parameter of the path that the body may repeat. */
export interface Agreement {
  readonly parameter: string;
  /** Under which the body may repeat it. */
  readonly names: readonly string[];
}

export interface RequestPlan {
  /** Where the body may be a list, or an item of one. */
  readonly list: ListBody | undefined;
  readonly readers: readonly VariableReader[];
  readonly claimed: readonly Claimed[];
  readonly agreements: readonly Agreement[];
  readonly needs: NeedsDirective | undefined;
  /** Variables of which the first that a request carries goes before the others. */
  readonly rivals: readonly Rival[];
  readonly paged: PagedDirective | undefined;
  /** What faults of a page become: of where it begins, and of how long it is. */
  readonly pageFaults: Readonly<Record<keyof PageReports, readonly FaultDirective[]>>;
  /** Whether anything comes from the body; an endpoint that takes none does not look at it. */
  readonly takesBody: boolean;
  /** Whether the body is taken as it came. */
  readonly takesText: boolean;
}

export interface ReadRequest {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly page: Page | undefined;
  readonly faults: RequestFaults;
}

const DISAGREES = new Complaint('must agree with the path');

/** Whether the request says what the caller's token contradicts. */
export function contradictsToken(plan: RequestPlan, request: RestRequest, caller: Caller): boolean {
  if (plan.claimed.length === 0) return false;
  const incoming = incomingOf(plan, request);
  return plan.claimed.some((claimed) => contradicts(claimed, incoming, caller));
}

/** All variables of a request, and all its faults. */
export function readRequest(plan: RequestPlan, request: RestRequest): ReadRequest {
  const incoming = incomingOf(plan, request);
  const faults = new RequestFaults();
  const reportBy =
    (rules: readonly FaultDirective[]): Report =>
    (place, { text, kind }) => {
      const path = asWritten(place.asSent, incoming);
      faults.add(worded(rules, { path, member: place.inGraph, kind, text: `${path} ${text}` }));
    };
  const variables: Record<string, unknown> = {};
  const ignored = passedOver(plan.rivals, request);
  for (const reader of plan.readers) {
    if (ignored.has(reader.name)) continue;
    const value = reader.read(incoming, reportBy(reader.faults));
    if (value !== undefined) variables[reader.name] = value;
  }
  for (const reader of missing(plan, variables)) {
    reportBy(reader.faults)(Place.of(reader.spell(incoming, [])), IS_REQUIRED);
  }
  const report = reportBy([]);
  if (plan.takesBody && !incoming.body) report(Place.of(WHOLE), NO_OBJECT);
  for (const agreement of plan.agreements) {
    const name = disagreeing(agreement, incoming);
    if (name !== undefined) report(Place.of(name), DISAGREES);
  }
  const { start, length } = plan.pageFaults;
  const pageReports = { start: reportBy(start), length: reportBy(length) };
  const page = plan.paged && readPage(request.query, plan.paged, pageReports);
  if (page) Object.assign(variables, { first: page.size, offset: page.offset });
  return { variables, page, faults };
}

/** What @needs asks for and nothing has filled. What was sent and is faulty was reported: its first fault stays. */
function missing(
  { needs, readers }: RequestPlan,
  variables: Readonly<Record<string, unknown>>,
): readonly VariableReader[] {
  if (!needs || variables[needs.unless] !== undefined) return [];
  return readers.filter(({ name }) => needs.variables.includes(name) && variables[name] === undefined);
}

/** An empty or missing body counts as an empty object. */
export function incomingOf({ list }: RequestPlan, request: RestRequest): Incoming {
  const sent = request.body ?? {};
  const { body, hidden } = list ? unfold(sent, list) : { body: sent, hidden: '' };
  return { request, body: isJsonObject(body) ? body : undefined, hidden };
}

/** The member that differs from the path, if the body has one. */
function disagreeing({ parameter, names }: Agreement, { request, body = {} }: Incoming): string | undefined {
  const sent = sentName(names, body);
  const inPath = request.params[parameter];
  if (sent === undefined || inPath === undefined) return undefined;
  const isSame = bareId(String(body[sent])) === bareId(inPath);
  return isSame ? undefined : sent;
}
