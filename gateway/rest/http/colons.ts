/**
 * Verbs after a colon are literal text of a path, and some clients and proxies escape the colon. A server rewrites its
 * addresses with this before it routes them. Sources: common.yaml (routing), traction.yaml (colonSuffixes).
 */
export function rewriteColons(url: string): string {
  const query = url.indexOf('?');
  if (query === -1) return url.replaceAll(/%3a/gi, ':');
  return url.slice(0, query).replaceAll(/%3a/gi, ':') + url.slice(query);
}

// A parameter ends where a verb begins: ids hold no colons. A slash can only be an escaped one here.
const PARAMETER = '(^[^:]+)';

/** A template as Fastify's router writes it: `/goals/{id}:activate` → `/goals/:id(^[^:]+)::activate`. */
export function routeOf(template: string): string {
  return template.replaceAll(':', '::').replaceAll(/\{(\w+)\}/g, `:$1${PARAMETER}`);
}
