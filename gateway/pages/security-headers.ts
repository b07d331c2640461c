/** What browsers are told about the pages: load from here only, guess no types, tell nobody where one came from. */

type Policy = Readonly<Record<string, string>>;

/** Everything from the same origin, no inline script or style. */
export const PAGE_POLICY: Policy = {
  'default-src': "'self'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
};

/** GraphiQL carries its fonts and icons as data, and its dialogs write a style element. */
export const EXPLORER_POLICY: Policy = {
  ...PAGE_POLICY,
  'style-src': "'self' 'unsafe-inline'",
  'font-src': "'self' data:",
  'img-src': "'self' data:",
};

export function securityHeaders(policy: Policy): Record<string, string> {
  return {
    'content-security-policy': Object.entries(policy)
      .map(([directive, sources]) => `${directive} ${sources}`)
      .join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
  };
}
