package io.nearstock.catalog.intake;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Ends the reading of a row that does not end, such as one with an open quote, before it fills the memory. */
final class BoundedReader extends FilterReader {

    /** Twice what is allowed, as parsers read ahead. */
    private static final int LONGEST = 2_000_000;

    private int sinceRow;

    BoundedReader(Reader in) {
        super(in);
    }

    void rowEnds() {
        sinceRow = 0;
    }

    @Override
    public int read() throws IOException {
        var character = super.read();
        count(1);
        return character;
    }

    @Override
    public int read(char[] target, int from, int length) throws IOException {
        var count = super.read(target, from, length);
        count(count);
        return count;
    }

    private void count(int characters) throws BrokenUploadException {
        sinceRow += characters;
        if (sinceRow > LONGEST) {
            throw new BrokenUploadException("row_too_long");
        }
    }
}
