import { GRAPHQL_RESPONSE, JSON_RESPONSE, negotiate } from './negotiation';

it.each([
  [undefined, JSON_RESPONSE],
  ['', JSON_RESPONSE],
  ['*/*', JSON_RESPONSE],
  ['application/*', JSON_RESPONSE],
  ['application/json', JSON_RESPONSE],
  ['application/json; charset=utf-8', JSON_RESPONSE],
  ['application/graphql-response+json', GRAPHQL_RESPONSE],
  ['application/graphql-response+json; charset=utf-8, application/json; q=0.9', GRAPHQL_RESPONSE],
  ['application/graphql-response+json;q=0.5, application/json', JSON_RESPONSE],
  ['text/html, */*;q=0.1', JSON_RESPONSE],
  ['application/json, application/graphql-response+json', JSON_RESPONSE],
  ['*/*, application/graphql-response+json', GRAPHQL_RESPONSE],
  ['application/json;q=0, */*', GRAPHQL_RESPONSE],
  ['application/graphql-response+json;q=0.1, */*;q=0.8', JSON_RESPONSE],
  ['*/*;q=0', undefined],
  ['text/html', undefined],
  ['application/json;q=0', undefined],
])('Accept: %s gets %s', (accept, type) => {
  expect(negotiate(accept)).toBe(type);
});
