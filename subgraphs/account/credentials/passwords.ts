/** Hashing of passwords with Argon2id, the default of the library. Source: OWASP Password Storage Cheat Sheet. */
import { hash, type Options, verify } from '@node-rs/argon2';

/** What one hash costs whoever computes it. */
export interface PasswordCost {
  readonly memoryKibibytes: number;
  readonly passes: number;
}

const OWASP_COST: PasswordCost = { memoryKibibytes: 19_456, passes: 2 };

export interface Passwords {
  hash(password: string): Promise<string>;
  /** Whether the password is the one that was hashed. Takes as long, and says no, where there is no hash. */
  verify(password: string, passwordHash: string | undefined): Promise<boolean>;
}

export async function createPasswords(cost: PasswordCost = OWASP_COST): Promise<Passwords> {
  const options: Options = { memoryCost: cost.memoryKibibytes, timeCost: cost.passes, parallelism: 1 };
  const hashOfNobody = await hash('', options);
  return {
    hash: (password) => hash(canonical(password), options),
    verify: async (password, passwordHash) => {
      const matches = await verify(passwordHash ?? hashOfNobody, canonical(password));
      return matches && passwordHash !== undefined;
    },
  };
}

/** Keyboards differ in how they compose a character; the password is the same. */
const canonical = (password: string): string => password.normalize('NFC');
