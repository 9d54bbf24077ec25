package io.nearstock.local.sandbox.payment;

import static org.springframework.http.MediaType.APPLICATION_JSON;

import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/payments/ledger")
final class LedgerController {

    private final Books books;
    private final JsonMapper json;

    LedgerController(Books books, JsonMapper json) {
        this.books = books;
        this.json = json;
    }

    @GetMapping(params = "reference")
    List<LedgerEntry> ofReference(@RequestParam String reference) {
        return books.ledger(reference);
    }

    /** Everything, oldest first, for auditors: streamed, because it may be large. */
    @GetMapping(params = "!reference")
    ResponseEntity<StreamingResponseBody> whole() {
        return ResponseEntity.ok().contentType(APPLICATION_JSON).body(out -> {
            try (var generator = json.createGenerator(out)) {
                generator.writeStartArray();
                books.forEachEntry(generator::writePOJO);
                generator.writeEndArray();
            }
        });
    }
}
