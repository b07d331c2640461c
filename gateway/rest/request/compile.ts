/** Compiles the variables of an endpoint into the plan by which its requests are read. */
import { type GraphQLInputType, isInputObjectType } from 'graphql';
import { constraintOf } from '../../../common/constraints';
import type { EndpointDocument } from '../documents/load';
import type { VariableUsage } from '../documents/usages';
import { boundMembers, type DocumentVariable, nullable, sortedEnum } from '../documents/variables';
import { bodyReader, type BoundMember, memberReader } from './body';
import { headerReader, type ParameterPlan, pathReader, queryReader } from './parameters';
import type { Agreement, RequestPlan } from './plan';
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
    agreements: endpoint.rest.agree.map((parameter) => agreement(parameter, compilation)),
    paged: endpoint.paged,
    takesBody: kinds.includes('member') || kinds.includes('body'),
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
  if (source.kind === 'body') return [wholeBody(variable, shapes, compilation)];
  const plan = parameterPlan(variable, shapes, compilation);
  if (source.kind === 'path') return [pathReader(plan)];
  if (source.kind === 'header') return [headerReader(plan, source.header)];
  return [source.kind === 'query' ? queryReader(plan) : memberReader(plan)];
}

function parameterPlan(
  variable: DocumentVariable,
  shapes: ShapeCompiler,
  { documented, usages }: RequestCompilation,
): ParameterPlan {
  const { name, faults, required, aliases, traits, source } = variable;
  const origin = source.kind === 'member' ? 'json' : 'text';
  const constraints = usages
    .filter((usage) => usage.variable === name)
    .flatMap(({ definition }) => (definition && constraintOf(definition)) ?? []);
  return {
    name,
    faults,
    required,
    names: acceptedNames(name, documented, aliases),
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

function typeOf(variable: DocumentVariable): GraphQLInputType {
  if (!variable.type) throw unchecked(variable);
  return variable.type;
}

/** The rules have passed every document that comes here. */
const unchecked = ({ name }: DocumentVariable): Error => new Error(`The variable $${name} was not checked`);
