FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --omit=dev --no-audit --no-fund && npm cache clean --force

FROM node:24-bookworm-slim
# The health check asks at this port, so the environment sets it and not the YAML.
ENV NODE_ENV=production KILLZONE_DATA_DIR=/data KILLZONE_WEB_PORT=8420
RUN apt-get update \
  && apt-get install --yes --no-install-recommends redis-tools tini util-linux \
  && rm -rf /var/lib/apt/lists/* \
  && mkdir /data && chown node:node /data
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY --chown=node:node package.json package-lock.json ./
COPY --chown=node:node scripts ./scripts
COPY --chown=node:node config ./config
COPY --chown=node:node locales ./locales
COPY --chown=node:node src ./src
USER node
VOLUME /data
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "scripts/health-check.mjs"]
ENTRYPOINT ["tini", "--", "node", "scripts/bootstrap.mjs"]
CMD ["start"]
