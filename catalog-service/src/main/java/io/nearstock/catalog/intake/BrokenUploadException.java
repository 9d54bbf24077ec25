package io.nearstock.catalog.intake;

import java.io.IOException;

/** From here on the upload cannot be read; the job ends with this reason. */
final class BrokenUploadException extends IOException {

    private static final long serialVersionUID = 1;

    BrokenUploadException(String reason) {
        super(reason);
    }
}
