/** Where a request may say who calls. */
import { identityHeaders, type IdentityRequest } from './identity';

const EVENTS = { accept: 'text/event-stream' };
const QUERY = { access_token: 'secret', tenant: 'acme' };
const SAID = { authorization: 'Bearer secret', tenant: 'acme' };
const NOTHING = { authorization: undefined, tenant: undefined };

const given = (request: Partial<IdentityRequest>): IdentityRequest => ({
  method: 'GET',
  headers: EVENTS,
  query: {},
  ...request,
});

it.each<[string, Partial<IdentityRequest>, object]>([
  ['a GET that wants events may say it in its query', { query: QUERY }, SAID],
  ['as the later spelling has it, too', { query: { accessToken: 'secret', tenantId: 'acme' } }, SAID],
  ['what is there twice is not there', { query: { access_token: ['a', 'b'], tenant: ['a', 'b'] } }, NOTHING],
  [
    'headers win',
    { headers: { ...EVENTS, authorization: 'Bearer mine', 'x-tenant-id': 'mine' }, query: QUERY },
    { authorization: 'Bearer mine', tenant: 'mine' },
  ],
  ['the query of a GET that wants something else says nothing', { headers: {}, query: QUERY }, NOTHING],
  ['nor does that of a POST', { method: 'POST', query: QUERY }, NOTHING],
])('%s', (_case, request, said) => {
  expect(identityHeaders(given(request))).toEqual(said);
});
