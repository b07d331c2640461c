import { GRAPHQL_RESPONSE, JSON_RESPONSE, negotiate, readsParts } from './negotiation';

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

it.each([
  [undefined, false],
  ['', false],
  ['*/*', false],
  ['multipart/*', false],
  ['multipart/form-data', false],
  ['multipart/mixed', true],
  ['multipart/mixed;deferSpec=20220824,application/json', true],
  ['application/json, Multipart/Mixed; deferSpec="20220824"', true],
  ['multipart/mixed;boundary=graphql;deferSpec=20220824;q=0.1', true],
  ['multipart/mixed;deferSpec=20220824;q=0', false],
  ['multipart/mixed;deferSpec=20991231', false],
  ['multipart/mixed;incrementalSpec=v0.2', false],
  ['multipart/mixed;boundary=graphql;subscriptionSpec=1.0', false],
  ['multipart/mixed;incrementalSpec=v0.2, multipart/mixed;deferSpec=20220824', true],
])('Accept: %s reads parts: %s', (accept, reads) => {
  expect(readsParts(accept)).toBe(reads);
});
