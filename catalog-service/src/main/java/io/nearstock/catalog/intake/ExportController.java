package io.nearstock.catalog.intake;

import io.nearstock.chassis.web.Answers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

@RestController
final class ExportController {

    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";
    private static final List<MediaType> TYPES =
            List.of(MediaType.parseMediaType(NDJSON), MediaType.parseMediaType(CSV));

    private final ContentNegotiationStrategy accepted = new HeaderContentNegotiationStrategy();
    private final ExportProducts export;

    ExportController(ExportProducts export) {
        this.export = export;
    }

    /**
     * What is sold, as an import takes it: NDJSON whole, CSV without what it has no columns for. A connection that breaks
     * off before the end says that something is missing.
     */
    @GetMapping("/api/products/export")
    @Operation(
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = {@Content(mediaType = NDJSON), @Content(mediaType = CSV)}))
    @Answers("200")
    void export(
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException, HttpMediaTypeNotAcceptableException {
        if (wanted(request).equals(CSV)) {
            response.setContentType(CSV + ";charset=UTF-8");
            export.csv(response.getWriter());
        } else {
            response.setContentType(NDJSON);
            export.ndjson(response.getOutputStream());
        }
    }

    /** Were the types a condition of the path, who takes neither would be told of a product that is called export. */
    private String wanted(HttpServletRequest request) throws HttpMediaTypeNotAcceptableException {
        return accepted.resolveMediaTypes(new ServletWebRequest(request)).stream()
                .flatMap(taken -> TYPES.stream().filter(taken::isCompatibleWith))
                .findFirst()
                .orElseThrow(() -> new HttpMediaTypeNotAcceptableException(TYPES))
                .toString();
    }
}
