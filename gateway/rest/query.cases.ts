/** Variables that come from the query. */
import { serve, type Served } from './testing/kit';

const LIST = `query List($kind: BookKind, $shelfNumbers: [Int!], $title: String @alias(names: ["name"]), $isLent: Boolean, $weight: Float, $since: DateTime, $sort: BookSort @sortExpression)
  @rest(method: GET, path: "/books", pick: ["books.nodes"]) {
  books(filter: { kind: $kind, shelfNumbers: $shelfNumbers, title: $title, isLent: $isLent, weight: $weight, since: $since }, sort: $sort) { nodes { id } }
}`;
const REMOVE = `mutation Remove($id: ID! @query) @rest(method: POST, path: "/remove", envelope: SUCCESS) { removeBook(input: { id: $id }) { removedId } }`;

const input = ({ calls }: Served): unknown => (calls.at(-1)?.args as { input: unknown }).input;
const fieldsOf = (answer: { readonly body: unknown }): unknown =>
  (answer.body as { errors?: unknown }).errors;

async function filtered(query: string): Promise<unknown> {
  const served = serve(LIST);
  expect(await served.call('GET', `/books?${query}`)).toMatchObject({ status: 200 });
  return served.calls.at(-1)?.args;
}

const refusedQuery = async (query: string): Promise<unknown> =>
  fieldsOf(await serve(LIST).call('GET', `/books?${query}`));

describe('a query', () => {
  it('is typed text, in both spellings and under further names', async () => {
    expect(
      await filtered('kind=field_guide&is_lent=false&weight=-1.5e2&name=Moss&since=2025-10-13T14:30:00.5Z'),
    ).toEqual({
      filter: {
        kind: 'FIELD_GUIDE',
        isLent: false,
        weight: -150,
        title: 'Moss',
        since: '2025-10-13T14:30:00.5Z',
      },
    });
  });

  it('gives lists with commas, repeated, or with brackets', async () => {
    const expected = { filter: { shelfNumbers: [1, 2] } };
    for (const query of [
      'shelfNumbers=1,2',
      'shelfNumbers=1&shelfNumbers=2',
      'shelfNumbers[]=1&shelfNumbers[]=2',
      'shelf_numbers=1, 2,',
      'shelf_numbers[]=1,2',
    ]) {
      expect(await filtered(query)).toEqual(expected);
    }
  });

  it('may carry what it does not mean: unknown parameters and empty texts', async () => {
    expect(await filtered('kind=&unknown=1&shelfNumbers=')).toEqual({ filter: {} });
  });

  it('is checked strictly, with the constraints of the arguments', async () => {
    expect(
      await refusedQuery('kind=poem&shelf_numbers=1,x&is_lent=1&weight=0x1&since=now&name=Mosses&title='),
    ).toEqual({
      kind: 'kind must be one of short_story, novel, field_guide',
      'shelf_numbers.1': 'shelf_numbers.1 must be a whole number',
      is_lent: 'is_lent must be true or false',
      weight: 'weight must be a number',
      since: 'since must be a moment such as 2025-10-13T14:30:00Z',
      name: 'name must have at most 5 characters',
    });
    expect(await refusedQuery('kind=novel&kind=novel')).toEqual({ kind: 'kind must be given once' });
  });

  it('may be where a body parameter comes from', async () => {
    const served = serve(REMOVE);
    await served.call('POST', '/remove?id=b9', { id: 'other' });
    expect(input(served)).toEqual({ id: 'b9' });
  });
});

describe('a sort expression', () => {
  it('names a member, with - in front for descending', async () => {
    expect(await filtered('sort=-added_at')).toMatchObject({ sort: { by: 'ADDED_AT', descending: true } });
    expect(await filtered('sort=addedAt')).toMatchObject({ sort: { by: 'ADDED_AT', descending: false } });
  });

  it('that names no member is told the members', async () => {
    expect(await refusedQuery('sort=size')).toEqual({
      sort: 'sort must be one of title, added_at, with "-" in front for descending',
    });
  });
});
