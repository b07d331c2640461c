/**
 * Health of the gateway as a whole, in the common envelope. `live`: the process runs. `ready`: what every request
 * depends on is there. `detailed`: each component by itself. Source: common.yaml, health.
 */
import type { FastifyPluginAsync } from 'fastify';
import type { Clock } from '../../common/clock';

export interface HealthComponent {
  readonly component: string;
  /** Whether requests cannot be served at all without it. */
  readonly isEssential: boolean;
  /** Throws when the component is not well; the message is never shown. */
  readonly check: () => Promise<void>;
}

export interface HealthOptions {
  readonly service: string;
  readonly version: string;
  readonly environment: string;
  readonly components: readonly HealthComponent[];
  readonly clock: Clock;
}

type Status = 'Healthy' | 'Unhealthy';

interface Checked {
  readonly component: string;
  readonly isEssential: boolean;
  readonly status: Status;
}

async function check({ component, isEssential, check }: HealthComponent): Promise<Checked> {
  const status = await check().then(
    (): Status => 'Healthy',
    (): Status => 'Unhealthy',
  );
  return { component, isEssential, status };
}

export function healthPlugin({ components, clock, ...about }: HealthOptions): FastifyPluginAsync {
  const timestamp = (): string =>
    clock
      .now()
      .toISOString()
      .replace(/\.\d+Z$/, 'Z');
  const well = (checks: readonly Checked[]): boolean => checks.every(({ status }) => status === 'Healthy');

  return async (app) => {
    app.get('/health', async () => ({
      success: true,
      data: { status: 'Healthy', ...about, timestamp: timestamp() },
    }));

    app.get('/health/live', async () => ({
      success: true,
      data: { status: 'Alive', timestamp: timestamp(), message: 'Service is running' },
    }));

    app.get('/health/ready', async (_request, reply) => {
      const checks = await Promise.all(components.filter(({ isEssential }) => isEssential).map(check));
      if (!well(checks)) return reply.code(503).send({ success: false, error: 'Service not ready' });
      const message = 'Service is ready to accept requests';
      return { success: true, data: { status: 'Ready', timestamp: timestamp(), message } };
    });

    app.get('/health/detailed', async (_request, reply) => {
      const checks = await Promise.all(components.map(check));
      const status: Status = well(checks) ? 'Healthy' : 'Unhealthy';
      const details = checks.map(({ component, status: state }) => ({
        component,
        status: state,
        description: state === 'Healthy' ? `${component} answers` : `${component} does not answer`,
      }));
      return reply
        .code(status === 'Healthy' ? 200 : 503)
        .send({ success: true, data: { status, ...about, timestamp: timestamp(), checks: details } });
    });
  };
}
