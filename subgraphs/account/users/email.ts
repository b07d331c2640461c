/** E-mail addresses are compared without case. Source: account.yaml, endpoint register. */

/** What two spellings of one address have in common; users are found by it, and no two share it. */
export const emailKey = (address: string): string => address.trim().toLowerCase();
