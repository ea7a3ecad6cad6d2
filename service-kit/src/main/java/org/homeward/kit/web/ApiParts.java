package org.homeward.kit.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.math.BigDecimal;
import java.util.List;

/** The parts of the description that all services share. */
final class ApiParts {

    static final String PROBLEM = "Problem";

    private ApiParts() {}

    static void command(Operation operation) {
        operation.addParametersItem(
                new Parameter()
                        .in("header")
                        .name(Commands.KEY)
                        .required(true)
                        .description(
                                "A new value for each command; a repetition with the same value"
                                        + " and body gets the first answer again, for 30 days.")
                        .schema(new StringSchema().minLength(1).maxLength(200)));
        operation.addParametersItem(
                new Parameter()
                        .in("header")
                        .name("If-Match")
                        .description("The ETag of the version that was read.")
                        .schema(new StringSchema().pattern("^\"[1-9][0-9]{0,17}\"$")));
        // what it is about, or names, may not be there
        refer(operation, "404", "409", "412", "413", "415", "422", "428");
    }

    /** A new record is answered with 201, any other effect with 200; the body is the same. */
    static void created(Operation operation) {
        var done = operation.getResponses().get("200");
        if (done != null) {
            operation
                    .getResponses()
                    .addApiResponse(
                            "201",
                            new ApiResponse()
                                    .description("Created")
                                    .content(done.getContent())
                                    .addHeaderObject(
                                            "Location", new Header().schema(new StringSchema())));
        }
    }

    static void page(Operation operation) {
        IntegerSchema limit = new IntegerSchema();
        limit.setMinimum(BigDecimal.ONE);
        limit.setMaximum(BigDecimal.valueOf(Pages.MOST));
        limit.setDefault(Pages.USUAL);
        operation.addParametersItem(new Parameter().in("query").name("limit").schema(limit));
        operation.addParametersItem(
                new Parameter()
                        .in("query")
                        .name("cursor")
                        .description("next of the page before.")
                        .schema(new StringSchema()));
    }

    /** Of a list that can be had as a {@link Table} too. */
    static void table(Operation operation) {
        var done = operation.getResponses().get("200");
        if (done != null && done.getContent() != null && done.getContent().containsKey(Table.CSV)) {
            done.getContent().addMediaType(Table.CSV, new MediaType().schema(new StringSchema()));
            done.addHeaderObject(
                    Table.NEXT,
                    new Header()
                            .description("next, of a table; not there on the last page.")
                            .schema(new StringSchema()));
            refer(operation, "406");
        }
    }

    static void refer(Operation operation, String... statuses) {
        for (String status : statuses) {
            operation
                    .getResponses()
                    .addApiResponse(
                            status, new ApiResponse().$ref("#/components/responses/" + PROBLEM));
        }
    }

    static ApiResponse problemResponse() {
        return new ApiResponse()
                .description("A problem (RFC 9457); GET /problems lists all types.")
                .content(
                        new Content()
                                .addMediaType(
                                        "application/problem+json",
                                        new MediaType()
                                                .schema(
                                                        new Schema<>()
                                                                .$ref(
                                                                        "#/components/schemas/"
                                                                                + PROBLEM))));
    }

    static Schema<?> problem() {
        ObjectSchema problem = new ObjectSchema();
        problem.addProperty("type", new StringSchema().format("uri"));
        problem.addProperty("title", new StringSchema());
        problem.addProperty("status", new IntegerSchema());
        problem.addProperty("detail", new StringSchema());
        problem.setRequired(List.of("type", "title", "status"));
        return problem;
    }
}
