# One image for gateways and subgraphs; docker-compose.yml says by its command which of them a container is.
FROM node:24-slim AS build
WORKDIR /app
# The packages first: they change less often than the code, so this layer is mostly there already.
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:24-slim
ENV NODE_ENV=production APOLLO_TELEMETRY_DISABLED=true
WORKDIR /app
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
# Read while running: the contracts, and what browsers load.
COPY --from=build /app/schema schema
COPY --from=build /app/gateway/pages gateway/pages
COPY --from=build /app/docker/health.cjs docker/health.cjs
COPY --from=build /app/package.json /app/LICENSE /app/NOTICE.md ./
USER node
# Gateway 4000; account, coaching, traction and workstream 4001 to 4004.
EXPOSE 4000 4001 4002 4003 4004
HEALTHCHECK NONE
CMD ["node", "--max-semi-space-size=32", "--max-old-space-size=1536", "dist/scripts/gateway.js"]
