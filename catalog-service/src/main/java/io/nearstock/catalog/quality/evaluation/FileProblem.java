package io.nearstock.catalog.quality.evaluation;

/** A file, or a wish about it, that cannot be followed; the message is for whoever asked. */
final class FileProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FileProblem(String message) {
        super(message);
    }
}
