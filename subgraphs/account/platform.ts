/** Whose are the records that belong to no tenant: counters, and mails for addresses that nobody may have. */
export const PLATFORM = 'platform';
