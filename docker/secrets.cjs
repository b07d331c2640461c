// Makes the secrets of a new installation and prints them as the .env file of docker compose. Needs Node alone:
// `node docker/secrets.cjs > .env`, or without Node on the machine
// `docker run --rm -i node:24-slim node < docker/secrets.cjs > .env`.
const { generateKeyPairSync, randomBytes } = require('node:crypto');

const signingKey = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });

console.log(`GATEWAY_KEY=${randomBytes(32).toString('base64url')}`);
console.log(`SIGNING_KEY='${JSON.stringify(signingKey)}'`);
