/**
 * What is stored of a request and its answer. Answers of sign-in hold tokens: whoever reads the database learns nothing
 * without the caller's key and body and the gateways' secret, not even whether a guess at them is right.
 */
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { canonical } from './canonical';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Everything that is known of one use of a key. */
export interface KeyUse {
  readonly key: string;
  /** Within what the key means something. */
  readonly scope: readonly unknown[];
  /** What is asked for: path, query and body. */
  readonly request: unknown;
}

export interface Sealing {
  readonly id: string;
  readonly proof: string;
  seal(text: string): Uint8Array;
  /** Throws for what was sealed for another request. */
  open(sealed: Uint8Array): string;
}

export function sealingOf({ key, scope, request }: KeyUse, secret: string): Sealing {
  const ofUse = digest([scope, key]);
  const ofRequest = digest([scope, key, request]);
  const cipherKey = derive(ofRequest, secret, 'answer');
  return {
    id: derive(ofUse, secret, 'id').toString('base64url'),
    proof: derive(ofRequest, secret, 'proof').toString('base64url'),
    seal: (text) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, cipherKey, nonce);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
    },
    open: (sealed) => {
      const [nonce, tag, text] = [
        sealed.subarray(0, NONCE_BYTES),
        sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES),
        sealed.subarray(NONCE_BYTES + TAG_BYTES),
      ];
      const decipher = createDecipheriv(CIPHER, cipherKey, nonce).setAuthTag(tag);
      return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
    },
  };
}

const digest = (value: unknown): Buffer => createHash('sha256').update(canonical(value)).digest();

/** The purpose keeps apart what is derived from the same. */
const derive = (material: Buffer, secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', material, secret, `idempotency ${purpose}`, KEY_BYTES));
