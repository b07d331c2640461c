import { compile, faultsOf, serve } from './testing/kit';

const get = (selection: string, rest = ''): string =>
  `query Get @rest(method: GET, path: "/book", pick: ["book"] ${rest}) { book(id: 1) { ${selection} } }`;

const NESTED =
  'id addedAt @nest(as: "factSheet") returnedAt @nest(as: "factSheet") shelf: shelfNumber @nest(as: "place")';

describe('@nest', () => {
  it('puts values in an object that the graph does not have', async () => {
    const { body } = await serve(get(NESTED)).call('GET', '/book');
    expect(body).toMatchObject({
      data: {
        id: 'b1',
        factSheet: { addedAt: '2025-11-02T23:00:00Z', returnedAt: null },
        place: { shelf: 4 },
      },
    });
  });

  it('spells the object as it spells everything', async () => {
    const { body } = await serve(get(NESTED, 'spelling: BOTH')).call('GET', '/book');
    const sheet = expect.objectContaining({ added_at: '2025-11-02T23:00:00Z' }) as unknown;
    expect(body).toMatchObject({ data: { factSheet: sheet, fact_sheet: sheet, place: { shelf: 4 } } });
  });

  it('shows in OpenAPI', () => {
    const { paths } = compile(get(NESTED)).api.openApi();
    expect(JSON.stringify(paths)).toContain('"factSheet":{"type":"object","properties":{"addedAt":');
  });

  it('leaves what is hoisted, or makes no object of its own, to others', () => {
    const faults = (selection: string): readonly string[] =>
      faultsOf(get(selection)).map((fault) => fault.slice(fault.indexOf(' ') + 1));
    expect(faults('id @nest(as: "kind") kind')).toEqual(['The object around it has a "kind" already.']);
    expect(faults('id title @nest(as: "a") @toHeader(name: "X")')).toEqual([
      '"title" stands in no object that it could leave.',
    ]);
    expect(faults('publisher @hoist { fullName @nest(as: "a") }')).toEqual([
      '"fullName" stands in no object that it could leave.',
    ]);
    expect(faults('publisher @hoist @nest(as: "a") { fullName }')).toEqual([
      'Field "publisher" cannot be both hoisted and nested.',
    ]);
  });
});
