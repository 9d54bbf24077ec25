package io.nearstock.local.demo.shop;

/** The shop answered what the demo did not ask for. */
public final class UnexpectedAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnexpectedAnswerException(Answer answer) {
        super(answer.request() + " was answered by " + answer.status() + " " + answer.body());
    }
}
