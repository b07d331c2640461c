/** The forms in which what names a contact or client is compared. Source: workstream.yaml, identity.keys. */

/** Without the white space around it, in lower case. */
export const normalEmail = (text: string): string => text.trim().toLowerCase();

/** Its digits, and the plus in front. */
export const normalPhone = (text: string): string =>
  (text.trim().startsWith('+') ? '+' : '') + text.replace(/\D/g, '');

/** The bare host: no scheme, no leading `www.`, nothing behind it. */
export const normalDomain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/?#:].*$/s, '');

export const normalSourceRef = (text: string): string => text.trim();
