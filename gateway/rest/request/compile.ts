/** Compiles the variables of an endpoint into the plan by which its requests are read. */
import { type GraphQLInputType, isInputObjectType } from 'graphql';
import { constraintOf } from '../../../common/constraints';
import type { FaultDirective } from '../documents/directives';
import type { EndpointDocument } from '../documents/load';
import type { VariableUsage } from '../documents/usages';
import { boundMembers, type DocumentVariable, nullable, sortedEnum } from '../documents/variables';
import { twins } from '../names';
import { bodyReader, type BoundMember, memberReader } from './body';
import { headerOrQueryReader, headerReader, type ParameterPlan, pathReader, queryReader } from './parameters';
import { eitherReader } from './either';
import type { Rival } from './first-of';
import type { ListBody } from './list-body';
import type { Origin } from './origin';
import type { Agreement, RequestPlan } from './plan';
import { rawReader } from './raw';
import type { VariableReader } from './reader';
import { acceptedNames, ShapeCompiler, type ShapeOptions } from './shapes';
import { sortReader } from './sorting';

export interface RequestCompilation extends ShapeOptions {
  readonly endpoint: EndpointDocument;
  readonly variables: readonly DocumentVariable[];
  readonly usages: readonly VariableUsage[];
}

export function compileRequest(compilation: RequestCompilation): RequestPlan {
  const { endpoint, variables } = compilation;
  const shapes = new ShapeCompiler(compilation);
  const kinds = variables.map(({ source }) => source.kind);
  return {
    readers: variables.flatMap((variable) => readerOf(variable, shapes, compilation)),
    claimed: variables.flatMap((variable) => {
      const [reader] = variable.claim ? readerOf(variable, shapes, compilation) : [];
      return variable.claim && reader ? [{ reader, claim: variable.claim }] : [];
    }),
    agreements: endpoint.rest.agree.map((parameter) => agreement(parameter, compilation)),
    needs: endpoint.needs,
    rivals: endpoint.firstOf.flatMap((name) => rival(name, compilation)),
    paged: endpoint.paged,
    pageFaults: { start: faultsOf('offset', variables), length: faultsOf('first', variables) },
    takesBody: kinds.includes('member') || kinds.includes('body'),
    takesText: kinds.includes('raw'),
    list: listBody(compilation, shapes),
  };
}

function readerOf(
  variable: DocumentVariable,
  shapes: ShapeCompiler,
  compilation: RequestCompilation,
): VariableReader[] {
  const { source } = variable;
  if (source.kind === 'page') return [];
  if (variable.isSort) return [sorting(variable, compilation)];
  if (source.kind === 'raw') return [rawReader(variable)];
  if (source.kind === 'body') return [wholeBody(variable, shapes, compilation)];
  const planFor = (origin: Origin): ParameterPlan => parameterPlan(variable, origin, shapes, compilation);
  if (source.kind === 'member') return [memberReader(planFor('json'))];
  const plan = planFor('text');
  if (source.kind === 'either') return [eitherReader(plan, planFor('json'))];
  if (source.kind === 'path') return [pathReader(plan)];
  if (source.kind === 'header')
    return [(source.orQuery ? headerOrQueryReader : headerReader)(plan, source.header)];
  return [queryReader(plan)];
}

function parameterPlan(
  variable: DocumentVariable,
  origin: Origin,
  shapes: ShapeCompiler,
  { documented, usages }: RequestCompilation,
): ParameterPlan {
  const { name, faults, required, aliases, aliasesFirst, traits } = variable;
  const [first, ...others] = acceptedNames(name, documented, aliases);
  const constraints = usages
    .filter((usage) => usage.variable === name)
    .flatMap(({ definition }) => (definition && constraintOf(definition)) ?? []);
  return {
    name,
    faults,
    required,
    names: aliasesFirst ? [...aliases.flatMap(twins), first, ...others] : [first, ...others],
    documented: first,
    shape: shapes.shape(typeOf(variable), origin, traits),
    constraints,
  };
}

function wholeBody(
  variable: DocumentVariable,
  shapes: ShapeCompiler,
  { endpoint, variables }: RequestCompilation,
): VariableReader {
  const type = nullable(typeOf(variable));
  const shape = shapes.shape(type, 'json', variable.traits);
  if (shape.kind !== 'object' || !isInputObjectType(type)) throw unchecked(variable);
  const bound = boundMembers(endpoint, variables).flatMap(({ parameter, member: name }): BoundMember[] => {
    const member = shape.members.find((candidate) => candidate.name === name);
    const field = type.getFields()[name ?? ''];
    const traits = variable.traits.members.get(name ?? '');
    return member && field ? [{ parameter, member, shape: shapes.shape(field.type, 'text', traits) }] : [];
  });
  return bodyReader({ name: variable.name, faults: variable.faults, shape, bound });
}

function listBody({ variables }: RequestCompilation, shapes: ShapeCompiler): ListBody | undefined {
  const variable = variables.find(({ asList }) => asList !== undefined);
  const shape = variable && shapes.shape(typeOf(variable), 'json', variable.traits);
  const members = shape?.kind === 'object' ? shape.members : [];
  const list = members.find(({ name }) => name === variable?.asList);
  if (list?.shape.kind !== 'list') return undefined;
  const { item } = list.shape;
  const own = new Set(members.flatMap(({ names }) => names));
  const itemNames = item.kind === 'object' ? item.members.flatMap(({ names }) => names) : [];
  return { names: list.names, itemNames: new Set(itemNames.filter((name) => !own.has(name))) };
}

function sorting(variable: DocumentVariable, { documented, spellingOf }: RequestCompilation): VariableReader {
  const by = sortedEnum(variable);
  if (!by) throw unchecked(variable);
  const { name, faults, required, aliases } = variable;
  const names = acceptedNames(name, documented, aliases);
  return sortReader({ name, faults, names, required, members: spellingOf(by) });
}

function agreement(parameter: string, { endpoint, variables, documented }: RequestCompilation): Agreement {
  const body = variables.find(({ source }) => source.kind === 'body');
  const bound = boundMembers(endpoint, variables).find((candidate) => candidate.parameter === parameter);
  const aliases = bound?.member ? (body?.traits.members.get(bound.member)?.names ?? []) : [];
  return { parameter, names: acceptedNames(bound?.member ?? parameter, documented, aliases) };
}

const rival = (name: string, { variables, documented }: RequestCompilation): Rival[] =>
  variables
    .filter((variable) => variable.name === name)
    .map(({ aliases }) => ({ name, names: acceptedNames(name, documented, aliases) }));

const faultsOf = (name: string, variables: readonly DocumentVariable[]): readonly FaultDirective[] =>
  variables.find((variable) => variable.name === name)?.faults ?? [];

function typeOf(variable: DocumentVariable): GraphQLInputType {
  if (!variable.type) throw unchecked(variable);
  return variable.type;
}

/** The rules have passed every document that comes here. */
const unchecked = ({ name }: DocumentVariable): Error => new Error(`The variable $${name} was not checked`);
