package io.nearstock.catalog.intake;

import io.nearstock.chassis.web.Answers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class ExportController {

    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";

    private final ExportProducts export;

    ExportController(ExportProducts export) {
        this.export = export;
    }

    /**
     * What is sold, as an import takes it: NDJSON whole, CSV without what it has no columns for. A connection that breaks
     * off before the end says that something is missing.
     */
    @GetMapping(
            path = "/api/products/export",
            produces = {NDJSON, CSV})
    @Operation(
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = {@Content(mediaType = NDJSON), @Content(mediaType = CSV)}))
    @Answers("200")
    void export(
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = NDJSON) String accept,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        if (accept.contains(CSV)) {
            response.setContentType(CSV + ";charset=UTF-8");
            export.csv(response.getWriter());
        } else {
            response.setContentType(NDJSON);
            export.ndjson(response.getOutputStream());
        }
    }
}
