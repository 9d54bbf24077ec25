package io.nearstock.local.database;

/** Who must know of changes before anybody else learns of them. */
interface Recorder {

    /** For a database that is to forget. */
    Recorder NONE = new Recorder() {
        @Override
        public void record(Change change) {}

        @Override
        public void flush() {}
    };

    /** Called in the order in which changes happen to a document. */
    void record(Change change);

    /** Returns when everything recorded before is as durable as was asked for. */
    void flush();
}
