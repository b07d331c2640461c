import { faultsOf, serve, type Served } from './testing/kit';

const LIST = `query List($title: String, $ownKind: BookKind @alias(names: ["kind"]), $isLent: Boolean)
  @rest(method: GET, path: "/books")
  @firstOf(variables: ["title", "ownKind"]) {
  books(filter: { title: $title, kind: $ownKind, isLent: $isLent }) { totalCount } }`;

const filter = async (query: string): Promise<unknown> => {
  const served: Served = serve(LIST);
  expect(await served.call('GET', `/books${query}`)).toMatchObject({ status: 200 });
  return (served.calls.at(-1)?.args as { filter: unknown }).filter;
};

describe('@firstOf', () => {
  it.each([
    ['?title=Moss&kind=novel&is_lent=true', { title: 'Moss', isLent: true }],
    ['?own_kind=novel&isLent=true', { kind: 'NOVEL', isLent: true }],
    ['?title=&kind=novel', { kind: 'NOVEL' }],
    ['', {}],
  ])('reads the first variable that is there, and those that it does not name: %s', async (query, read) => {
    expect(await filter(query)).toEqual(read);
  });

  it('does not look at the form of a variable that is passed over, only at that of the first', async () => {
    expect(await filter('?title=Moss&kind=poem')).toEqual({ title: 'Moss' });
    const faulty = await serve(LIST).call('GET', '/books?title=far+too+long&kind=poem');
    expect(Object.keys((faulty.body as { errors: object }).errors)).toEqual(['title']);
  });

  it('names variables of the query that may be absent', () => {
    const fault = (name: string): string =>
      `rest/shop/books.graphql:2:23 $${name} must be a variable of the query that may be absent.`;
    const document = (name: string): string => `mutation Remove($id: ID!, $note: String!, $day: String)
 @firstOf(variables: ["${name}"]) @rest(method: DELETE, path: "/books/{id}") {
 removeBook(input: { id: $id }) { removedId } signIn(input: { email: $note }) { pending { waitsFor } } }`;
    for (const name of ['id', 'note', 'nothing']) {
      expect(faultsOf(document(name)).filter((found) => found.includes('may be absent'))).toEqual([
        fault(name),
      ]);
    }
  });
});
