/** Makes the answer of an endpoint from the result of its operation. */
import type { ConstantDirective, EnvelopeKind, PagedDirective, Spelling } from '../documents/directives';
import { spelledNames } from '../names';
import type { Page } from '../request/paging';
import type { RestResponse } from '../types';
import { type Aside, takeAsides } from './asides';
import { envelop, respelled } from './envelope';
import { fileAnswer } from './file';
import { pagination } from './pagination';
import { type ResultPath, valueAt } from './picks';

export interface AnswerPlan {
  readonly status: number;
  /** Where the data may lie; the first that is not null. Undefined: the whole result. */
  readonly picks: readonly ResultPath[] | undefined;
  readonly asides: readonly Aside[];
  /** Members that no field brings, in the data or beside it. */
  readonly constants: readonly ConstantDirective[];
  readonly paged: PagedDirective | undefined;
  readonly envelope: EnvelopeKind;
  readonly spelling: Spelling;
}

/** @param result is taken apart: nobody else may read it afterwards */
export function answerOf(plan: AnswerPlan, result: unknown, page: Page | undefined): RestResponse {
  const { picks, asides, paged, spelling } = plan;
  const said = takeAsides(asides, result);
  const status = said.status ?? plan.status;
  if (status === 204) return { status, headers: said.headers, body: undefined };
  const found = picks ? picked(result, picks) : result;
  if (plan.envelope === 'FILE') {
    const { headers, body } = fileAnswer(found);
    return { status, headers: { ...said.headers, ...headers }, body };
  }
  const told = paged && said.total !== undefined ? pagination(paged, page, said.total) : undefined;
  const pages = told ? respelled({ pagination: respelled(told, spelling) }, spelling) : {};
  const inside = { ...constants(plan, false), ...(paged?.within ? pages : {}) };
  const beside = { ...said.beside, ...constants(plan, true), ...(paged?.within ? {} : pages) };
  const data = Object.keys(inside).length > 0 ? { ...(found as object | null), ...inside } : (found ?? null);
  return { status, headers: said.headers, body: envelop(plan.envelope, { data, beside }) };
}

/** The first of the paths at which something lies. */
export const picked = (result: unknown, picks: readonly ResultPath[]): unknown =>
  picks.map((path) => valueAt(result, path)).find((value) => value != null);

const constants = (plan: AnswerPlan, beside: boolean): Record<string, unknown> =>
  Object.fromEntries(
    plan.constants
      .filter((constant) => constant.beside === beside)
      .flatMap(({ name, value }) => spelledNames(name, plan.spelling).map((spelled) => [spelled, value])),
  );
