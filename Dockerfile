# syntax=docker/dockerfile:1
FROM node:20-bookworm-slim AS node

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# Node builds the styles; it is not in the image that runs.
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /source

# The packages first: they change less often than the sources.
COPY global.json Directory.Build.props Directory.Build.targets Directory.Packages.props BannedSymbols*.txt .editorconfig ./
COPY src/InfoStory/InfoStory.csproj src/InfoStory/
COPY src/InfoStory.Sqlite/InfoStory.Sqlite.csproj src/InfoStory.Sqlite/
COPY src/InfoStory.SqlServer/InfoStory.SqlServer.csproj src/InfoStory.SqlServer/
COPY src/InfoStory.Connectors/InfoStory.Connectors.csproj src/InfoStory.Connectors/
COPY src/InfoStory.Web/InfoStory.Web.csproj src/InfoStory.Web/
RUN dotnet restore src/InfoStory.Web

COPY src src
RUN dotnet publish src/InfoStory.Web --no-restore --configuration Release --output /app -p:UseAppHost=false

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
COPY --chmod=755 docker/web/healthy /usr/local/bin/healthy
RUN mkdir /data && chown "$APP_UID:$APP_UID" /data

ENV ASPNETCORE_HTTP_PORTS=8080 \
    ConnectionStrings__InfoStory="Data Source=/data/infostory.db" \
    Logging__Folder=""
VOLUME /data
EXPOSE 8080
USER $APP_UID
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s CMD ["healthy", "/health/live"]
ENTRYPOINT ["dotnet", "InfoStory.Web.dll"]
