import { SettableClock } from '../../common/clock';
import type { Viewer } from '../../common/viewer';
import { createIdentify, identityHeaders } from './identity';

const EVENTS = { accept: 'text/event-stream' };
const query = { access_token: 'old', accessToken: 'new', tenant: 't', tenantId: 'other' };

describe('who calls', () => {
  it('is said by the query of a GET that wants events', () => {
    expect(identityHeaders({ method: 'GET', headers: EVENTS, query })).toEqual({
      authorization: 'Bearer old',
      tenant: 't',
    });
    const later = { accessToken: 'new', tenantId: 'other' };
    expect(identityHeaders({ method: 'GET', headers: EVENTS, query: later })).toEqual({
      authorization: 'Bearer new',
      tenant: 'other',
    });
  });

  it('is said by the headers where they are there', () => {
    const headers = { ...EVENTS, authorization: 'Bearer mine', 'x-tenant-id': 'my' };
    expect(identityHeaders({ method: 'GET', headers, query })).toEqual({
      authorization: 'Bearer mine',
      tenant: 'my',
    });
  });

  it.each([
    ['a POST', { method: 'POST', headers: EVENTS }],
    ['a GET that wants no events', { method: 'GET', headers: { accept: 'application/json' } }],
  ])('is not said by the query of %s', (_case, request) => {
    expect(identityHeaders({ ...request, query })).toEqual({});
  });
});

it('ends when the access token does', async () => {
  const clock = new SettableClock();
  const expiresAt = new Date(clock.now().getTime() + 60_000);
  const identify = createIdentify(async () => ({ viewer: {} as Viewer, expiresAt }), clock);
  clock.advance(20);
  const { expiry } = await identify({ authorization: 'Bearer t' });
  expect(expiry).toEqual({
    milliseconds: 40_000,
    failure: { message: 'The access token has expired', extensions: { code: 'UNAUTHORIZED' } },
  });
});
