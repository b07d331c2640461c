/**
 * How a subgraph is, as monitors ask: the field `<name>Health` of every subgraph. Source: common.yaml, health.
 * What asks the database does so only where it is selected: a sign of life depends on nothing.
 */
import type { GraphQLSchema } from 'graphql';
import type { Clock } from '../../common/clock';
import { projectVersion } from '../../common/project';

export interface HealthParts {
  /** The name of the subgraph. */
  readonly name: string;
  readonly environment: string;
  readonly clock: Clock;
  /** Throws when the database does not answer in time. */
  readonly ping: () => Promise<void>;
}

type Status = 'HEALTHY' | 'UNHEALTHY';

interface HealthCheck {
  readonly component: string;
  readonly status: Status;
  readonly description: string;
}

/** One answer; graphql-js calls the members that are methods when they are selected. */
export interface ServiceHealth {
  readonly service: string;
  readonly version: string;
  readonly environment: string;
  readonly timestamp: Date;
  readonly status: () => Promise<Status>;
  readonly checks: () => Promise<readonly HealthCheck[]>;
  readonly dependencies: { readonly database: () => Promise<'CONNECTED' | 'DISCONNECTED'> };
}

/** Lets the health field of a subgraph answer; a schema that has none is left as it is. */
export function answerHealth(schema: GraphQLSchema, parts: HealthParts): void {
  const field = schema.getQueryType()?.getFields()[`${parts.name}Health`];
  if (!field) return;
  field.resolve = async (_root, { ifReady }: { ifReady?: boolean }): Promise<ServiceHealth | null> => {
    const health = healthOf(parts);
    return ifReady && (await health.status()) === 'UNHEALTHY' ? null : health;
  };
}

/** The database is asked once, however many members want to know. */
export function healthOf({ name, environment, clock, ping }: HealthParts): ServiceHealth {
  let asked: Promise<HealthCheck> | undefined;
  const database = (): Promise<HealthCheck> => (asked ??= askDatabase(ping));
  return {
    service: `PurposePath ${name.charAt(0).toUpperCase()}${name.slice(1)} Lambda`, // as documented
    version: projectVersion,
    environment,
    timestamp: clock.now(),
    // The other checks hold for as long as there is an answer.
    status: async () => (await database()).status,
    checks: async () => [
      healthy('API', 'Requests are answered'),
      healthy('Application', `Version ${projectVersion} runs`),
      healthy('Configuration', `The settings for ${environment} are complete`),
      await database(),
    ],
    dependencies: {
      database: async () => ((await database()).status === 'HEALTHY' ? 'CONNECTED' : 'DISCONNECTED'),
    },
  };
}

const DATABASE = 'Database';

const askDatabase = (ping: HealthParts['ping']): Promise<HealthCheck> =>
  ping().then(
    () => healthy(DATABASE, 'The database answers'),
    () => ({ component: DATABASE, status: 'UNHEALTHY', description: 'The database does not answer' }),
  );

const healthy = (component: string, description: string): HealthCheck => ({
  component,
  status: 'HEALTHY',
  description,
});
