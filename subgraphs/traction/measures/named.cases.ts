import { randomUUID } from 'node:crypto';
import { linkOf, measureOf } from '../testing/rows';
import { type Caller, enterTraction, type TestTraction } from '../testing/start-traction';

let traction: TestTraction;
let caller: Caller;
let measureId: string;
let linkId: string;

beforeAll(async () => {
  traction = await enterTraction();
  caller = traction.caller();
  const { viewer } = caller;
  const context = await caller.context();
  await context.write(async ({ data }) => {
    measureId = (await data.measures.insert(measureOf({ ownerId: viewer.userId }))).id;
    linkId = (await data.measureLinks.insert(linkOf({ measureId, goalId: null }))).id;
  });
}, 60_000);

const READ = 'query ($id: ID, $linkId: ID) { measure(id: $id, linkId: $linkId) { id } }';
const ADD = `mutation ($input: AddTargetInput!) { addTarget(input: $input) { target { measure { id } } } }`;

const target = (name: object) => ({ input: { ...name, value: 5, date: '2026-01-01T00:00:00Z' } });

describe('a measure', () => {
  it('is found by its id, by that of a link with it, and by its own where both are given', async () => {
    for (const name of [{ id: measureId }, { linkId }, { id: measureId, linkId: randomUUID() }]) {
      expect(await caller.read(READ, name)).toEqual({ measure: { id: measureId } });
    }
    for (const name of [{ measureId }, { linkId }, { measureId, linkId: randomUUID() }]) {
      expect(await caller.read(ADD, target(name))).toEqual({
        addTarget: { target: { measure: { id: measureId } } },
      });
    }
  });

  it('is null, or not found, where there is none of that id', async () => {
    expect(await caller.read(READ, { id: randomUUID() })).toEqual({ measure: null });
    expect(await caller.read(READ, {})).toEqual({ measure: null });
    const { errors } = await caller.ask(ADD, target({ measureId: randomUUID() }));
    expect(errors).toMatchObject([{ extensions: { code: 'MEASURE_NOT_FOUND' } }]);
  });

  it('is not looked for where there is no such link, or where its tenant is another', async () => {
    for (const [who, id] of [
      [caller, randomUUID()],
      [traction.caller(), linkId],
    ] as const) {
      for (const { errors } of [
        await who.ask(READ, { linkId: id }),
        await who.ask(ADD, target({ linkId: id })),
      ]) {
        expect(errors).toMatchObject([{ extensions: { code: 'MEASURE_LINK_NOT_FOUND' } }]);
      }
    }
  });

  it('must be named where a target is set', async () => {
    const { errors } = await caller.ask(ADD, target({}));
    expect(errors).toMatchObject([
      { extensions: { code: 'VALIDATION_ERROR', kinds: { measureId: 'MISSING' } } },
    ]);
  });
});
