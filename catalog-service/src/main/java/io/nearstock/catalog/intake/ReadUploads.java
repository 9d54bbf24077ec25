package io.nearstock.catalog.intake;

import io.nearstock.catalog.CatalogSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads the rows of uploads, a batch at a time. */
@Component
final class ReadUploads {

    private final Uploads uploads;
    private final JsonMapper json;
    private final CatalogSettings catalog;
    private final IntakeSettings settings;

    ReadUploads(Uploads uploads, JsonMapper json, CatalogSettings catalog, IntakeSettings settings) {
        this.uploads = uploads;
        this.json = json;
        this.catalog = catalog;
        this.settings = settings;
    }

    /** The next rows behind one; none at the end. */
    List<Row> batch(Rows rows, long behind) throws IOException {
        var batch = new ArrayList<Row>();
        while (batch.size() < settings.batch()) {
            var row = rows.next();
            if (row == null) {
                break;
            }
            if (row.number() > behind) {
                batch.add(row);
            }
        }
        return batch;
    }

    Rows rows(ImportJob job) throws IOException {
        var decoder = Charset.forName(job.charset())
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var reader = new BufferedReader(new InputStreamReader(uploads.of(job.id()), decoder));
        skipByteOrderMark(reader);
        return switch (job.format()) {
            case CSV -> new CsvRows(reader, columns(job.kind()));
            case NDJSON -> new NdjsonRows(reader, json, job.kind());
        };
    }

    private CsvColumns columns(RowKind kind) {
        return switch (kind) {
            case PRODUCTS -> new ProductColumns(catalog.currency());
            case PRICES -> new PriceColumns(catalog.currency());
        };
    }

    private static void skipByteOrderMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
    }
}
