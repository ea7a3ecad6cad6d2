# One service: docker build --build-arg SERVICE=grant-service .
# The first stage builds all four, so that docker compose goes through it once.
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    services="beneficiary-service grant-service story-service notification-service" && \
    mvn -q -B -DskipTests -Dspotless.check.skip=true -pl "$(echo $services | tr ' ' ',')" -am package && \
    rm -f */target/*-classes.jar */target/*-tests.jar && \
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
# The profiles local and test are for a developer's machine: they let an administrator move the programme clock, and
# local lets webhooks go to the service's own machine. Without a profile it is not said whom the image serves.
ENTRYPOINT ["sh", "-c", "case ${SPRING_PROFILES_ACTIVE:-} in demo | production) ;; *) echo \"SPRING_PROFILES_ACTIVE is demo or production in this image, not '${SPRING_PROFILES_ACTIVE:-}'\" >&2; exit 64 ;; esac; exec java -XX:+UseSerialGC -XX:MaxRAMPercentage=45 -Xss512k -XX:+ExitOnOutOfMemoryError -jar service.jar \"$@\"", "service"]
