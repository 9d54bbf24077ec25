package io.nearstock.chassis.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.UUID;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** Answers what the container refuses before any application hears of it; Tomcat makes it by its name. */
public final class ProblemValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var body = """
            {"type":"urn:nearstock:problem:bad_request","title":"Bad Request","status":%d,"code":"bad_request",\
            "detail":"The request cannot be read.","traceId":"%s"}\
            """.formatted(
                response.getStatus(), UUID.randomUUID().toString().replace("-", "")).getBytes(UTF_8);
        response.setContentType("application/problem+json");
        try {
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException _) {
            container.getLogger().debug("nobody is left to be answered");
        }
    }
}
