import { bareId, newId } from './ids';

it('makes ids that sort by the time they were made', () => {
  const ids = Array.from({ length: 100 }, newId);
  expect(ids.toSorted()).toEqual(ids);
});

const ID = '01890a5d-ac96-774b-bcce-b302099a8057';

it.each([
  [`goal_${ID}`, ID],
  [`link-${ID}`, ID],
  [`GOAL_${ID.toUpperCase()}`, ID],
  [ID, ID],
  [ID.toUpperCase(), ID],
  ['goal_abc123', 'goal_abc123'],
  [`12_${ID}`, `12_${ID}`],
])('%s means %s', (given, id) => {
  expect(bareId(given)).toBe(id);
});
