# One service: docker build --build-arg SERVICE=grant-service .
# The first stage builds all four, so that docker compose goes through it once.
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    services="beneficiary-service grant-service story-service notification-service" && \
    mvn -q -B -DskipTests -Dspotless.check.skip=true -pl "$(echo $services | tr ' ' ',')" -am package && \
    for service in $services; do \
      java -Djarmode=tools -jar $service/target/$service-*.jar extract --layers --destination /layers/$service && \
      mv /layers/$service/application/$service-*.jar /layers/$service/application/service.jar || exit 1; \
    done

FROM eclipse-temurin:25-jre
ARG SERVICE
RUN useradd --system --no-create-home homeward
WORKDIR /app
# what changes seldom first: a new version of a service costs a few hundred kilobytes
COPY --from=build /layers/${SERVICE}/dependencies/ ./
COPY --from=build /layers/${SERVICE}/application/ ./
USER homeward
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=45", "-Xss512k", "-XX:+ExitOnOutOfMemoryError", "-jar", "service.jar"]
