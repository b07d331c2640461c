/**
 * The order of test files. Without durations of an earlier run, jest begins with the files of most bytes; but the longest
 * ones only import their cases, would begin last, and one processor would wait for them.
 */
const { default: Sequencer } = require('@jest/test-sequencer');

const LONG = [
  '/tests/contract/',
  '/tests/live/',
  '/tests/federation/',
  '/embedded-mongo/torture',
  '/tests/',
  '/gateway/rest/',
  '/subgraphs/account/',
  '/subgraphs/traction/',
  '/embedded-mongo/transactions/',
];

/** The place of the first name that the path contains; behind all others where there is none. */
const rank = ({ path }) => {
  const place = LONG.findIndex((name) => path.includes(name));
  return place < 0 ? LONG.length : place;
};

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((one, other) => rank(one) - rank(other));
  }
};
