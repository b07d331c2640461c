/** What tests pay for a password hash: they hash by the hundred, and guard no password. */
import type { PasswordCost } from '../credentials/passwords';

export const CHEAP_PASSWORDS: PasswordCost = { memoryKibibytes: 8, passes: 1 };
