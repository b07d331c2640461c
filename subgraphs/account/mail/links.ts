/** Where mailed links lead. Source: account.yaml, headers.X-Frontend-Base-Url. */

/**
 * The configured address of the frontend whose origin the caller names; the first one otherwise. Nothing of what the
 * caller says becomes part of a link: else a mail of ours could lead anybody to a page of the caller's.
 */
export function linkBase(frontendUrls: readonly string[], asked: string | null | undefined): string {
  const origin = asked ? originOf(asked) : undefined;
  const allowed = frontendUrls.find((url) => originOf(url) === origin) ?? frontendUrls[0];
  if (allowed === undefined) throw new Error('no address of the frontend is configured');
  return allowed.replace(/\/+$/, '');
}

const originOf = (url: string): string | undefined => URL.parse(url.trim())?.origin;
