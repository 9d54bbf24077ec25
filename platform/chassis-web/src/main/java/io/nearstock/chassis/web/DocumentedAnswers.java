package io.nearstock.chassis.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/** Lists in the API document every status that an operation may answer, with the codes of its problems. */
final class DocumentedAnswers implements GlobalOperationCustomizer {

    private static final String PROBLEM = "application/problem+json";

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        var answers = new TreeMap<String, TreeSet<String>>();
        Stream.concat(own(handler), common(operation, handler)).forEach(answer -> {
            var words = answer.split(" ", -1);
            answers.computeIfAbsent(words[0], _ -> new TreeSet<>())
                    .addAll(Arrays.asList(words).subList(1, words.length));
        });
        answers.forEach((status, codes) -> describe(operation.getResponses(), status, List.copyOf(codes)));
        if (own(handler).anyMatch(DocumentedAnswers::isSuccess)) {
            operation.getResponses().keySet().removeIf(status -> isSuccess(status) && !answers.containsKey(status));
        }
        return operation;
    }

    private static Stream<String> own(HandlerMethod handler) {
        var answers = handler.getMethodAnnotation(Answers.class);
        return answers == null ? Stream.empty() : Arrays.stream(answers.value());
    }

    private static boolean isSuccess(String answer) {
        return answer.startsWith("2");
    }

    private static Stream<String> common(Operation operation, HandlerMethod handler) {
        var answers = Stream.<String>builder();
        answers.add("406 not_acceptable").add("503 unavailable");
        if (operation.getRequestBody() != null) {
            answers.add("400 malformed_body unknown_field invalid_type")
                    .add("413 content_too_large")
                    .add("415 unsupported_media_type")
                    .add("422 invalid_request");
        }
        var idempotent = handler.getMethodAnnotation(Idempotent.class);
        if (idempotent != null) {
            answers.add(
                            idempotent.optional()
                                    ? "400 invalid_idempotency_key"
                                    : "400 idempotency_key_required invalid_idempotency_key")
                    .add("409 idempotency_in_progress")
                    .add("422 idempotency_key_reused");
        }
        Arrays.stream(handler.getMethodParameters())
                .flatMap(DocumentedAnswers::refusals)
                .forEach(answers::add);
        return answers.build();
    }

    private static Stream<String> refusals(MethodParameter parameter) {
        if (parameter.getParameterType() == PageRequest.class) {
            return Stream.of("400 invalid_parameter invalid_cursor");
        }
        if (parameter.getParameterType() == IfMatch.class) {
            return Stream.of("400 invalid_if_match", "412 stale_version", "428 if_match_required");
        }
        if (parameter.hasParameterAnnotation(PathVariable.class)) {
            return Stream.of("400 bad_request invalid_parameter", "404 not_found");
        }
        return parameter.hasParameterAnnotation(RequestParam.class)
                        || parameter.hasParameterAnnotation(RequestHeader.class)
                ? Stream.of("400 invalid_parameter missing_parameter missing_header")
                : Stream.empty();
    }

    /** The body of a success is what springdoc found out; that of anything else is a problem. */
    private static void describe(ApiResponses responses, String status, List<String> codes) {
        var answer = new ApiResponse().description(codes.isEmpty() ? "Done" : String.join(", ", codes));
        if (!isSuccess(status)) {
            responses.addApiResponse(status, answer.content(problem()));
        } else if (!responses.containsKey(status)) {
            var found = responses.get("200");
            responses.addApiResponse(
                    status, status.equals("204") || found == null ? answer : answer.content(found.getContent()));
        }
    }

    static Content problem() {
        var schema = new Schema<>().$ref("#/components/schemas/Problem");
        return new Content().addMediaType(PROBLEM, new MediaType().schema(schema));
    }
}
