/**
 * A subgraph: its schema, its data, its resolvers. Defined once, started either inside the gateway's process or over
 * HTTP; both ways go through `answer`.
 */
import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  type DocumentNode,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import type { Clock } from '../../common/clock';
import { DomainError, ERRORS } from '../../common/errors';
import type { Logger } from '../../common/log';
import { scalars } from '../../common/scalars';
import { bearerToken, type VerifyToken } from '../../common/tokens';
import type { Collections } from './collections';
import { SubgraphContext } from './context';
import { Database } from './database';
import { type Followed, followEvents } from './events';
import { guardRootFields } from './guards';
import { answerHealth, type HealthParts } from './health';
import { readSdl } from './sdl';

export interface SubgraphDefinition<C extends Collections, S> {
  /** Names the SDL in schema/, the database and the service in the supergraph. */
  readonly name: string;
  /** The subgraph's own part of the SDL; that in schema/ where absent. */
  readonly sdl?: string;
  readonly collections: C;
  /** The generated `Resolvers` type of the subgraph; checked against the SDL when the schema is built. */
  readonly resolvers: object;
  /** What the resolvers need beside the data. */
  readonly services: (parts: { database: Database<C>; clock: Clock; log: Logger }) => Promise<S> | S;
  /** Ends what the services do by themselves, while the database is still there. */
  readonly stopServices?: (services: S) => Promise<void>;
}

export interface SubgraphOptions {
  readonly mongodbUri: string;
  /** Put before the database's name; keeps several houses apart on one MongoDB. */
  readonly databasePrefix?: string;
  /** Where it runs: development, test or production. */
  readonly environment: string;
  readonly clock: Clock;
  readonly log: Logger;
  readonly verifyToken: VerifyToken;
}

/** One operation as the gateway sends it. */
export interface SubgraphOperation {
  readonly document: DocumentNode;
  readonly operationName?: string | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly authorization: string | undefined;
  readonly requestId?: string | undefined;
}

export interface SubgraphAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: GraphQLFormattedError[];
}

export type SubgraphEvents = Followed<SubgraphAnswer>;

/** The context of some subgraph, for those who only hand it on. */
export type AnyContext = Pick<SubgraphContext, 'isSignedIn'>;

/** A subgraph as those see it who run it and need not know what it stores. */
export interface RunningSubgraph {
  readonly name: string;
  readonly schema: GraphQLSchema;
  answer(operation: SubgraphOperation): Promise<SubgraphAnswer>;
  subscribe(operation: SubgraphOperation): Promise<SubgraphAnswer | SubgraphEvents>;
  context(operation: Pick<SubgraphOperation, 'authorization' | 'requestId'>): Promise<AnyContext>;
  present(error: GraphQLError): GraphQLFormattedError;
  /** Throws when the database does not answer. */
  ping(): Promise<void>;
  stop(): Promise<void>;
}

/** A subgraph with its database open. */
export class Subgraph<C extends Collections = Collections, S = unknown> implements RunningSubgraph {
  private constructor(
    readonly name: string,
    readonly schema: GraphQLSchema,
    readonly database: Database<C>,
    readonly services: S,
    private readonly verifyToken: VerifyToken,
    private readonly log: Logger,
    private readonly stopServices: () => Promise<void>,
  ) {}

  static async start<C extends Collections, S>(
    definition: SubgraphDefinition<C, S>,
    options: SubgraphOptions,
  ): Promise<Subgraph<C, S>> {
    const { clock, environment } = options;
    const log = options.log.child({ subgraph: definition.name });
    const databaseName = `${options.databasePrefix ?? 'purposepath'}_${definition.name}`;
    const database = await Database.open(options.mongodbUri, databaseName, definition.collections, {
      clock,
      log,
    });
    const services: S = await definition.services({ database, clock, log });
    const ping = (): Promise<void> => database.ping();
    const schema = buildSchema(definition, { name: definition.name, environment, clock, ping });
    const stopServices = async (): Promise<void> => definition.stopServices?.(services);
    return new Subgraph(definition.name, schema, database, services, options.verifyToken, log, stopServices);
  }

  /** Executes one operation for the caller that its token names. Never throws: faults are in `errors`. */
  async answer(operation: SubgraphOperation): Promise<SubgraphAnswer> {
    return this.presentAll(await execute(await this.execution(operation)));
  }

  /** Follows a subscription. What refuses it is the answer; faults of single events are in the events. */
  async subscribe(operation: SubgraphOperation): Promise<SubgraphAnswer | SubgraphEvents> {
    return followEvents(
      () => this.execution(operation),
      (result) => this.presentAll(result),
    );
  }

  private async execution(operation: SubgraphOperation): Promise<ExecutionArgs> {
    return {
      schema: this.schema,
      document: operation.document,
      operationName: operation.operationName,
      variableValues: operation.variables,
      contextValue: await this.context(operation),
    };
  }

  private presentAll({ data, errors }: ExecutionResult): SubgraphAnswer {
    return {
      ...(data === undefined ? {} : { data }),
      ...(errors ? { errors: errors.map((error) => this.present(error)) } : {}),
    };
  }

  /** What one operation's resolvers have at hand. A token that is not valid is no token: guarded fields refuse. */
  async context(
    operation: Pick<SubgraphOperation, 'authorization' | 'requestId'>,
  ): Promise<SubgraphContext<C, S>> {
    const { authorization, requestId } = operation;
    const token = bearerToken(authorization);
    const verified = token === undefined ? undefined : await this.verifyToken(token).catch(() => undefined);
    return new SubgraphContext({
      database: this.database,
      viewer: verified?.viewer,
      services: this.services,
      log: () => (requestId ? this.log.child({ requestId }) : this.log),
    });
  }

  /** What a caller may see of an error; whatever was not meant for callers is logged and becomes a plain 500. */
  present(error: GraphQLError): GraphQLFormattedError {
    const { originalError } = error;
    const place = { ...(error.path ? { path: error.path } : {}) };
    if (originalError === undefined || originalError instanceof DomainError)
      return { ...error.toJSON(), ...place };
    this.log.error({ err: originalError, path: error.path }, 'a resolver failed');
    const code = 'INTERNAL_SERVER_ERROR';
    return { message: ERRORS[code].message, ...place, extensions: { code } };
  }

  async ping(): Promise<void> {
    await this.database.ping();
  }

  async stop(): Promise<void> {
    await this.stopServices();
    await this.database.close();
  }
}

function buildSchema<C extends Collections, S>(
  definition: SubgraphDefinition<C, S>,
  health: HealthParts,
): GraphQLSchema {
  const typeDefs = readSdl(definition.name, definition.sdl);
  const resolvers = { ...scalars, ...definition.resolvers };
  const schema = buildSubgraphSchema([{ typeDefs, resolvers }]);
  answerHealth(schema, health);
  guardRootFields(schema);
  return schema;
}
