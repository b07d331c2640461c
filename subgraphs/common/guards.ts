/**
 * What holds for every root field before its resolver runs, taken from the SDL: who may call (@public, @admin,
 * @feature) and what the arguments must look like (@constraint). Resolvers need not ask again.
 */
import {
  type ConstDirectiveNode,
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLSchema,
  valueFromASTUntyped,
} from 'graphql';
import { DomainError, invalid } from '../../common/errors';
import { readArguments } from './arguments';
import type { SubgraphContext } from './context';

/** Federation's own root fields guard themselves: what they lead to is confined to the caller's tenant. */
const FEDERATION_FIELDS = new Set(['_entities', '_service']);

interface Access {
  readonly isPublic: boolean;
  readonly isAdmin: boolean;
  readonly feature: string | undefined;
}

/** Puts the guards in front of all root fields. */
export function guardRootFields(schema: GraphQLSchema): void {
  for (const type of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) {
    for (const field of Object.values<RootField>(type?.getFields() ?? {})) {
      if (!FEDERATION_FIELDS.has(field.name)) guard(field);
    }
  }
}

type RootField = GraphQLField<unknown, SubgraphContext, Record<string, unknown>>;

function guard(field: RootField): void {
  const access = accessOf(field);
  const resolve = field.resolve ?? defaultFieldResolver;
  const { subscribe } = field;
  const admitted = (args: Record<string, unknown>, context: SubgraphContext): Record<string, unknown> => {
    if (!access.isPublic) admit(access, context);
    const { values, faults } = readArguments(field.args, args);
    if (Object.keys(faults).length > 0) throw invalid(faults);
    return values;
  };
  field.resolve = (source, args, context, info) => resolve(source, admitted(args, context), context, info);
  // A subscription is guarded twice: when it begins, and again with every event.
  if (!subscribe) return;
  field.subscribe = (source, args, context, info): unknown =>
    subscribe(source, admitted(args, context), context, info);
}

function admit({ isAdmin, feature }: Access, { viewer }: SubgraphContext): void {
  if (isAdmin && !viewer.isAdmin) throw new DomainError('FORBIDDEN', 'Administrators of the platform only');
  if (feature !== undefined && !viewer.features.includes(feature)) {
    throw new DomainError('FORBIDDEN', `Your subscription does not have the feature "${feature}"`);
  }
}

function accessOf(field: RootField): Access {
  const directives = field.astNode?.directives ?? [];
  const find = (name: string): ConstDirectiveNode | undefined =>
    directives.find((directive) => directive.name.value === name);
  const feature = find('feature')?.arguments?.find((argument) => argument.name.value === 'name');
  return {
    isPublic: find('public') !== undefined,
    isAdmin: find('admin') !== undefined,
    feature: feature ? (valueFromASTUntyped(feature.value) as string) : undefined,
  };
}
