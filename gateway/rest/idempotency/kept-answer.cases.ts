import { answerToKeep, keptAnswer } from './kept-answer';

const headers = { location: '/books/b1' };

it.each([
  ['JSON', { data: { id: 'b1', notes: null, '1': 'ü' } }],
  ['null', null],
  ['nothing', undefined],
  ['a file', Buffer.from([0, 255, 128, 10])],
  ['an empty file', Buffer.alloc(0)],
])('comes back with its status, its headers and a body that is %s', (_what, body) => {
  const answer = { status: 201, headers, body };
  expect(keptAnswer(answerToKeep(answer))).toStrictEqual(answer);
});
