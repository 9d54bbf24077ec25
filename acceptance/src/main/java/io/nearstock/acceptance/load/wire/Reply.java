package io.nearstock.acceptance.load.wire;

/** What came back. */
public record Reply(int status, String body) {

    /** The first text value of this name; JSON is not parsed, as the measuring side shares the machine. */
    public String text(String name) {
        var mark = "\"" + name + "\":\"";
        var from = body.indexOf(mark);
        if (from < 0) {
            return "";
        }
        var begin = from + mark.length();
        return body.substring(begin, body.indexOf('"', begin));
    }
}
