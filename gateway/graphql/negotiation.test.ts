import { GRAPHQL_RESPONSE, JSON_RESPONSE, negotiate, negotiateParts } from './negotiation';
import { DEFER_2022, INCREMENTAL_V0_2 } from './multipart';

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
  [undefined, undefined],
  ['', undefined],
  ['*/*', undefined],
  ['multipart/*', undefined],
  ['multipart/form-data', undefined],
  ['multipart/mixed', DEFER_2022],
  ['multipart/mixed;deferSpec=20220824,application/json', DEFER_2022],
  ['application/json, Multipart/Mixed; deferSpec="20220824"', DEFER_2022],
  ['multipart/mixed;boundary=graphql;deferSpec=20220824;q=0.1', DEFER_2022],
  ['multipart/mixed;deferSpec=20220824;q=0', undefined],
  ['multipart/mixed;deferSpec=20991231', undefined],
  ['multipart/mixed;incrementalSpec=v0.2, application/json', INCREMENTAL_V0_2],
  ['multipart/mixed;boundary=graphql;subscriptionSpec=1.0', undefined],
  ['multipart/mixed;incrementalSpec=v0.2, multipart/mixed;deferSpec=20220824', INCREMENTAL_V0_2],
])('the form of parts for Accept: %s', (accept, form) => {
  expect(negotiateParts(accept)).toBe(form);
});
