package io.nearstock.acceptance.security.fuzz;

import io.nearstock.acceptance.shop.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What is wrong with an answer, whatever was asked. */
final class Verdict {

    /** What only somebody inside needs to know. */
    private static final Pattern INSIDE =
            Pattern.compile("Exception|io\\.nearstock|java\\.|org\\.spring|com\\.mongodb|tools\\.jackson|\\tat"
                    + " |E11000|localhost:\\d{4,5}/internal");

    private static final int LOWEST_FAILURE = 400;

    private Verdict() {}

    static List<String> on(FuzzRequest request, Answer answer) {
        var wrong = new ArrayList<String>();
        var status = answer.status();
        if (status >= 500 && !(status == 503 && !answer.header("Retry-After").isEmpty())) {
            wrong.add("broke");
        }
        if (!request.operation().statuses().contains(status)) {
            wrong.add("undocumented " + status + " " + answer.text("/code"));
        }
        if (status >= LOWEST_FAILURE && !isProblem(answer)) {
            wrong.add("not a problem");
        }
        if (INSIDE.matcher(answer.raw()).find() && status >= LOWEST_FAILURE) {
            wrong.add("tells what is inside");
        }
        return wrong;
    }

    private static boolean isProblem(Answer answer) {
        return answer.header("Content-Type").startsWith("application/problem+json")
                && answer.number("/status") == answer.status()
                && !answer.text("/code").isEmpty()
                && !answer.text("/title").isEmpty()
                && answer.text("/traceId").matches("[0-9a-f]{32}");
    }
}
