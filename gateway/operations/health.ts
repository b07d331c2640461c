/**
 * Health of the gateway as a whole, in the common envelope. `live`: the process runs. `ready`: what every request
 * depends on is there. `detailed`: each component by itself. Source: common.yaml, health.
 */
import type { FastifyInstance, FastifyPluginAsync, RouteHandlerMethod } from 'fastify';
import type { Clock } from '../../common/clock';

/** A component that is not as it should be, and does not keep the gateway from serving. Its message is shown. */
export class Degraded extends Error {
  override readonly name = 'Degraded';
}

export interface HealthComponent {
  readonly component: string;
  /** Whether requests cannot be served at all without it. */
  readonly isEssential: boolean;
  /** Throws when the component is not well; the message is never shown, save that of Degraded. */
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
  readonly status: Status;
  readonly description: string;
  /** Whether the gateway as a whole is well, as far as this component is concerned. */
  readonly isBearable: boolean;
}

const check = async ({ component, check: ask }: HealthComponent): Promise<Checked> =>
  ask().then(
    () => ({ component, status: 'Healthy', description: `${component} answers`, isBearable: true }),
    (fault: unknown) =>
      fault instanceof Degraded
        ? { component, status: 'Unhealthy', description: shortened(fault.message), isBearable: true }
        : {
            component,
            status: 'Unhealthy',
            description: `${component} does not answer`,
            isBearable: false,
          },
  );

const MOST_CHARACTERS = 500;

const shortened = (text: string): string =>
  text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS)}…`;

export function healthPlugin({ components, clock, ...about }: HealthOptions): FastifyPluginAsync {
  const timestamp = (): string =>
    clock
      .now()
      .toISOString()
      .replace(/\.\d+Z$/, 'Z');
  const well = (checks: readonly Checked[]): boolean => checks.every(({ isBearable }) => isBearable);

  return async (app) => {
    serve(app, ['/health', '/api/v1/health'], async () => ({
      success: true,
      data: { status: 'Healthy', ...about, timestamp: timestamp() },
    }));

    serve(app, ['/health/live'], async () => ({
      success: true,
      data: { status: 'Alive', timestamp: timestamp(), message: 'Service is running' },
    }));

    serve(app, ['/health/ready'], async (_request, reply) => {
      const checks = await Promise.all(components.filter(({ isEssential }) => isEssential).map(check));
      if (!well(checks)) return reply.code(503).send({ success: false, error: 'Service not ready' });
      const message = 'Service is ready to accept requests';
      return { success: true, data: { status: 'Ready', timestamp: timestamp(), message } };
    });

    serve(app, ['/health/detailed', '/api/v1/health/detailed'], async (_request, reply) => {
      const checks = await Promise.all(components.map(check));
      const status: Status = well(checks) ? 'Healthy' : 'Unhealthy';
      const details = checks.map(({ isBearable: _isBearable, ...told }) => told);
      return reply
        .code(status === 'Healthy' ? 200 : 503)
        .send({ success: true, data: { status, ...about, timestamp: timestamp(), checks: details } });
    });
  };
}

/** A monitor does not wait until the gateway has time. */
function serve(app: FastifyInstance, paths: readonly string[], handler: RouteHandlerMethod): void {
  for (const path of paths) app.get(path, { config: { isUrgent: true } }, handler);
}
