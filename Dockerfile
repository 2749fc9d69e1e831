# The service: accordingto serve. Builds the package from this checkout and installs it as users do.
FROM node:22-bookworm-slim AS build
WORKDIR /src
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund && npm rebuild esbuild
COPY . .
RUN npm run build && npm pack --ignore-scripts --silent --pack-destination /tmp

FROM node:22-bookworm-slim
COPY --from=build /tmp/accordingto-*.tgz /tmp/
RUN npm install --global --no-audit --no-fund /tmp/accordingto-*.tgz && rm -rf /tmp/accordingto-*.tgz /root/.npm
USER 1000:1000
WORKDIR /home/node
EXPOSE 8765
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8765/readyz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["accordingto"]
CMD ["serve", "--host", "0.0.0.0", "--allow-host", "accordingto"]
