import { GraphQLError, Kind, OperationTypeNode, parse } from 'graphql';
import type { DocumentNode, FieldNode, GraphQLField, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { InvalidOperation } from '../types';
import type { PreparedOperation } from '../types';
import { readDeclarations } from './declaration';
import type { Declaration } from './declaration';
import { checkResult, checkVariables } from './fit';
import type { Guard, Guards, HiddenArgument } from './guard';

/** The schemas between which a guard stands: its query is asked as a client would, its result may be hidden. */
export interface GuardSchemas {
  readonly api: GraphQLSchema;
  readonly full: GraphQLSchema;
}

/** Compiles every `@before` of the supergraph; throws naming the field of the first that cannot work. */
export function compileGuards(
  schemas: GuardSchemas,
  prepare: (document: DocumentNode) => PreparedOperation,
): Guards {
  const guards = new Map<string, readonly Guard[]>();
  for (const [field, declarations] of readDeclarations(schemas.full)) {
    guards.set(
      field.name,
      declarations.map((declaration) => {
        try {
          return compileGuard(schemas, field, declaration, prepare);
        } catch (error) {
          const place = `${schemas.full.getMutationType()?.name}.${field.name}`;
          throw new Error(`@before of ${place}: ${textOf(error)}`, { cause: error });
        }
      }),
    );
  }
  return guards;
}

function compileGuard(
  { api, full }: GuardSchemas,
  field: GraphQLField<unknown, unknown>,
  declaration: Declaration,
  prepare: (document: DocumentNode) => PreparedOperation,
): Guard {
  const document = parse(declaration.query);
  const operation = prepare(document);
  const root = onlyRootField(document, operation);
  const visible = api.getMutationType()?.getFields()[field.name];
  checkVariables(
    api,
    queryOf(document)?.variableDefinitions ?? [],
    declaration.variables,
    visible?.args ?? [],
  );
  const into = declaration.into === undefined ? undefined : hiddenArgument(field, visible, declaration.into);
  if (into) checkResult(full, into, api, root);
  return {
    operation,
    rootKey: (root.alias ?? root.name).value,
    variables: declaration.variables,
    orElse: declaration.orElse,
    into,
  };
}

function onlyRootField(document: DocumentNode, operation: PreparedOperation): FieldNode {
  const [root, ...others] = queryOf(document)?.selectionSet.selections ?? [];
  if (operation.kind !== OperationTypeNode.QUERY || root?.kind !== Kind.FIELD || others.length > 0) {
    throw new Error('the query must have exactly one root field');
  }
  return root;
}

function queryOf(document: DocumentNode): OperationDefinitionNode | undefined {
  return document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION) as
    OperationDefinitionNode | undefined;
}

function hiddenArgument(
  field: GraphQLField<unknown, unknown>,
  visible: GraphQLField<unknown, unknown> | undefined,
  name: string,
): HiddenArgument {
  const node = field.args.find((argument) => argument.name === name)?.astNode;
  if (!node) throw new Error(`there is no argument "${name}"`);
  if (visible?.args.some((argument) => argument.name === name)) {
    throw new Error(`the argument "${name}" is not hidden: clients could set it`);
  }
  return { name, type: node.type };
}

function textOf(error: unknown): string {
  if (error instanceof InvalidOperation || error instanceof GraphQLError) return error.message;
  return error instanceof Error ? error.message : 'unknown fault';
}
