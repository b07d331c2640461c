import { SettableClock } from '../../common/clock';
import { projectVersion } from '../../common/project';
import { type HealthParts, healthOf } from './health';

const clock = new SettableClock();

function parts(ping: () => Promise<void>): HealthParts {
  return { name: 'traction', environment: 'test', clock, ping };
}

const answering = (): jest.Mock<Promise<void>, []> => jest.fn(async () => undefined);
const silent = (): jest.Mock<Promise<void>, []> =>
  jest.fn(async () => {
    throw new Error('connect ECONNREFUSED 10.0.0.7:27017');
  });

describe('the health of a service', () => {
  it('says who answers, and when, without asking for anything', () => {
    const ping = silent();
    expect(healthOf(parts(ping))).toMatchObject({
      service: 'PurposePath Traction Lambda',
      version: projectVersion,
      environment: 'test',
      timestamp: clock.now(),
    });
    expect(ping).not.toHaveBeenCalled();
  });

  it('is well while the database answers, which is asked once', async () => {
    const ping = answering();
    const health = healthOf(parts(ping));
    expect(await health.status()).toBe('HEALTHY');
    expect(await health.dependencies.database()).toBe('CONNECTED');
    expect((await health.checks()).map(({ component, status }) => [component, status])).toEqual([
      ['API', 'HEALTHY'],
      ['Application', 'HEALTHY'],
      ['Configuration', 'HEALTHY'],
      ['Database', 'HEALTHY'],
    ]);
    expect(ping).toHaveBeenCalledTimes(1);
  });

  it('is not well without it, and tells nothing of why', async () => {
    const health = healthOf(parts(silent()));
    expect(await health.status()).toBe('UNHEALTHY');
    expect(await health.dependencies.database()).toBe('DISCONNECTED');
    const checks = await health.checks();
    expect(checks.filter(({ status }) => status === 'UNHEALTHY')).toEqual([
      { component: 'Database', status: 'UNHEALTHY', description: 'The database does not answer' },
    ]);
  });

  it('is asked for anew with each answer', async () => {
    const ping = jest.fn<Promise<void>, []>().mockRejectedValueOnce(new Error('down')).mockResolvedValue();
    expect(await healthOf(parts(ping)).status()).toBe('UNHEALTHY');
    expect(await healthOf(parts(ping)).status()).toBe('HEALTHY');
  });
});
