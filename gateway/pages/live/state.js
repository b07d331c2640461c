/**
 * The state of the connection in words, and its tone: `good`, `busy` or `bad`.
 * @param states by service, as the followers tell them; empty for nobody who watches
 */
export function describeState(states) {
  const all = Object.values(states);
  const missing = Object.keys(states).filter((service) => states[service].name !== 'connected');
  const forbidden = all.find(({ name }) => name === 'forbidden');
  const hasFailed = missing.some((service) => states[service].failures > 0);

  if (missing.length === 0) return { tone: 'good', text: 'Connected' };
  if (forbidden) return { tone: 'bad', text: `Not connected: ${forbidden.reason}` };
  if (!hasFailed) return { tone: 'busy', text: 'Connecting' };
  const when = whenAgain(all);
  if (missing.length === all.length) return { tone: 'busy', text: `Reconnecting ${when}`.trim() };
  return { tone: 'busy', text: `Connected, but not to ${missing.join(', ')}: trying again ${when}`.trim() };
}

function whenAgain(states) {
  const pauses = states.filter(({ name }) => name === 'waiting').map(({ milliseconds }) => milliseconds);
  return pauses.length === 0 ? '' : `in ${Math.ceil(Math.min(...pauses) / 1000)} s`;
}
