/** Says of each service whether it answers. Where the gateway itself does not say, the page stays as it is. */
export async function showHealth() {
  for (const { component, status } of await readChecks()) {
    const state = document.querySelector(`[data-service="${CSS.escape(component)}"] [data-state]`);
    if (!state) continue;
    state.textContent = status === 'Healthy' ? 'Up' : 'Down';
    state.classList.toggle('is-down', status !== 'Healthy');
    state.hidden = false;
  }
}

async function readChecks() {
  try {
    // A service that is down makes this a 503, with the same body.
    const response = await fetch('/health/detailed', { headers: { accept: 'application/json' } });
    return (await response.json()).data.checks;
  } catch {
    return [];
  }
}
