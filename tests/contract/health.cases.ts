/** The health of all four services, and of the gateway at the root of the host. */
import { ERRORS } from '../../common/errors';
import { projectVersion } from '../../common/project';
import type { Answer } from './harness/call';
import type { Json } from './harness/data';
import { expectFlat, expectSuccess } from './harness/expect';
import { rowsOfEveryEndpoint } from './harness/everywhere';
import { contract, type Kit } from './harness/kit';

const ENVELOPED = ['account', 'coaching', 'traction'] as const;
const SERVICES = [...ENVELOPED, 'workstream'] as const;
const NOW = '2026-01-15T10:00:00Z';
const NOT_READY = { success: false, error: 'Service not ready' };
const PROBE: Json = { success: true, data: 'HealthProbe' };
const DOCUMENTED = ['API', 'Application', 'Configuration'];

/** Where each service answers; Workstream does so in places of its own. */
const rootOf = (service: string): string => `/${service}/api/v1`;
const WORKSTREAM = ['/api/health', '/api/workstream/health', '/health/memory'];

const ask = (kit: Kit, path: string): Promise<Answer> => kit.send(path, 'GET');

const bodyOf = async (kit: Kit, path: string): Promise<unknown> => {
  const { status, body } = await ask(kit, path);
  return { status, body };
};

interface Check {
  readonly component: string;
  readonly status: string;
}

const checksOf = ({ body }: Answer): readonly Check[] =>
  (body as { data: { checks: readonly Check[] } }).data.checks;

const unhealthy = (checks: readonly Check[]): readonly string[] =>
  checks.filter(({ status }) => status !== 'Healthy').map(({ component }) => component);

contract('health', (kit) => {
  rowsOfEveryEndpoint(
    kit,
    'getHealth',
    'getHealthDetailed',
    'getHealthReady',
    'getHealthLive',
    'getLiveness',
    'getApiHealth',
    'getWorkstreamHealth',
    'getMemoryHealth',
  );

  describe('Account, whose health is documented as its own,', () => {
    kit.it(['getHealth.200', 'getHealth.rules.1'], 'says that it is well', async () => {
      expect(expectSuccess(await kit.anonymous('getHealth'), 'getHealth')).toEqual({
        status: 'Healthy',
        service: 'PurposePath Account Lambda',
        version: projectVersion,
        timestamp: NOW,
        environment: 'development',
      });
    });

    kit.it(
      ['getHealthDetailed.200', 'getHealthDetailed.rules.1'],
      'lists its components, and the database beside the documented ones',
      async () => {
        const answer = await kit.anonymous('getHealthDetailed');
        expectSuccess(answer, 'getHealthDetailed');
        expect(checksOf(answer).map(({ component }) => component)).toEqual([...DOCUMENTED, 'Database']);
      },
    );

    kit.it(
      ['getHealthReady.200', 'getHealthLive.200'],
      'says that it is ready, and that it lives',
      async () => {
        const ready = await kit.anonymous('getHealthReady');
        expect(expectSuccess(ready, 'getHealthReady', PROBE)).toEqual({
          status: 'Ready',
          timestamp: NOW,
          message: 'Service is ready to accept requests',
        });
        const live = await kit.anonymous('getHealthLive');
        expect(expectSuccess(live, 'getHealthLive', PROBE)).toEqual({
          status: 'Alive',
          timestamp: NOW,
          message: 'Service is running',
        });
      },
    );
  });

  describe.each([...ENVELOPED, ''])('the four endpoints below "/%s"', (service) => {
    const root = service === '' ? '' : rootOf(service);
    const name = service === '' ? 'Gateway' : `${service.charAt(0).toUpperCase()}${service.slice(1)} Lambda`;

    kit.it(
      [
        'common.health.endpoints.1',
        'common.health.serviceNames.account',
        'common.health.serviceNames.traction',
      ],
      'name the service, also under the path of the status page',
      async () => {
        const about = { status: 'Healthy', service: `PurposePath ${name}`, version: projectVersion };
        const expected = { success: true, data: { ...about, timestamp: NOW, environment: 'development' } };
        for (const path of ['/health', '/api/v1/health']) {
          expect(await bodyOf(kit, `${root}${path}`)).toEqual({ status: 200, body: expected });
        }
      },
    );

    kit.it(
      ['common.health.endpoints.2', 'common.health.rules.1', 'common.health.rules.2'],
      'list what is checked, each with its state',
      async () => {
        for (const path of ['/health/detailed', '/api/v1/health/detailed']) {
          const answer = await ask(kit, `${root}${path}`);
          expectSuccess(answer, 'getHealthDetailed');
          expect(checksOf(answer)).not.toEqual([]);
          expect(unhealthy(checksOf(answer))).toEqual([]);
        }
      },
    );

    kit.it(
      ['common.health.endpoints.3', 'common.health.endpoints.4'],
      'say that requests are taken, and that the process runs',
      async () => {
        expect(await bodyOf(kit, `${root}/health/ready`)).toEqual({
          status: 200,
          body: {
            success: true,
            data: { status: 'Ready', timestamp: NOW, message: 'Service is ready to accept requests' },
          },
        });
        expect(await bodyOf(kit, `${root}/health/live`)).toEqual({
          status: 200,
          body: { success: true, data: { status: 'Alive', timestamp: NOW, message: 'Service is running' } },
        });
      },
    );
  });

  kit.it('common.health.exampleComponents', 'every service lists the documented components', async () => {
    for (const service of ENVELOPED) {
      const checks = checksOf(await ask(kit, `${rootOf(service)}/health/detailed`));
      expect(checks.map(({ component }) => component)).toEqual(expect.arrayContaining(DOCUMENTED));
    }
  });

  kit.it(
    [
      'getLiveness.200',
      'getApiHealth.200',
      'getWorkstreamHealth.200',
      'getMemoryHealth.200',
      'getMemoryHealth.rules.1',
    ],
    'Workstream answers bare, and counts nothing that spans tenants',
    async () => {
      const answers: readonly [id: string, body: unknown][] = [
        ['getLiveness', { status: 'ok' }],
        ['getApiHealth', { status: 'ok' }],
        ['getWorkstreamHealth', { status: 'healthy', timestamp: NOW, services: { database: 'connected' } }],
        ['getMemoryHealth', { status: 'healthy', timestamp: NOW }],
      ];
      for (const [id, body] of answers) {
        expect(await kit.anonymous(id)).toMatchObject({ status: 200, body });
        expect((await kit.anonymous(id)).body).toEqual(body);
      }
    },
  );

  kit.it(
    [
      'getHealthDetailed.503',
      'getHealthReady.503',
      'getHealthReady.rules.1',
      'getHealthLive.rules.1',
      'common.health.endpoints.2',
      'common.health.endpoints.3',
      'common.health.endpoints.4',
    ],
    'without their databases the services live, and are neither well nor ready',
    async () => {
      await kit.elsewhere({}, async (other) => {
        for (const subgraph of other.house.house.subgraphs.values()) await subgraph.stop();
        for (const root of [...ENVELOPED.map(rootOf), '']) {
          const detailed = await ask(other, `${root}/health/detailed`);
          expect(detailed).toMatchObject({
            status: 503,
            body: { success: true, data: { status: 'Unhealthy' } },
          });
          const failed = root === '' ? [...SERVICES] : ['Database'];
          expect(unhealthy(checksOf(detailed))).toEqual(failed);
          expect(JSON.stringify(detailed.body)).not.toMatch(/mongo|client/i);
          expect(await bodyOf(other, `${root}/health/ready`)).toEqual({ status: 503, body: NOT_READY });
          expect((await ask(other, `${root}/health/live`)).status).toBe(200);
        }
        expect(await bodyOf(other, '/healthz')).toEqual({ status: 200, body: { status: 'ok' } });
        for (const path of WORKSTREAM) {
          expect(await ask(other, path)).toMatchObject({ status: 503, body: { status: 'unhealthy' } });
        }
        const { body } = await ask(other, '/api/workstream/health');
        expect(body).toMatchObject({ services: { database: 'disconnected' } });
      });
    },
  );

  it('a service that cannot be reached is 503 in its own form, whatever is asked', async () => {
    await kit.elsewhere({}, async (other) => {
      for (const service of SERVICES) await other.house.house.stopSubgraph(service);
      for (const service of ENVELOPED) {
        for (const path of ['', '/detailed', '/ready', '/live']) {
          const answer = await bodyOf(other, `${rootOf(service)}/health${path}`);
          expect(answer).toEqual({ status: 503, body: NOT_READY });
        }
      }
      for (const path of ['/healthz', ...WORKSTREAM]) {
        expectFlat(await ask(other, path), 503, ERRORS.SERVICE_UNAVAILABLE.message);
      }
    });
  });
});
