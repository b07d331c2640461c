// The health check of a container, which has no curl: ends with 0 when the address answers that all is well.
const [, , url] = process.argv;

fetch(url, { signal: AbortSignal.timeout(3000) }).then(
  ({ ok }) => process.exit(ok ? 0 : 1),
  () => process.exit(1),
);
