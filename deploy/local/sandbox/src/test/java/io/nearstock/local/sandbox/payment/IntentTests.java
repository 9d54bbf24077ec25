package io.nearstock.local.sandbox.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.local.sandbox.payment.Posting.Sum;
import io.nearstock.local.sandbox.payment.Transition.Progress;
import io.nearstock.local.sandbox.payment.Transition.Refusal;
import io.nearstock.local.sandbox.payment.Transition.Repetition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntentTests {

    private final Intent open = Intent.open("pi_1", "ord_1", 1000, "GBP");
    private final Intent deposited = progress(open.confirm(Card.TOK_VISA, 200)).intent();

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
        an intent that is     | answers confirm by | approve by | capture by  | refund by  | release by
        requires_confirmation | authorised         | refusal    | refusal     | refusal    | voided
        requires_action       | refusal            | authorised | refusal     | refusal    | voided
        processing            | refusal            | authorised | refusal     | refusal    | voided
        authorised            | refusal            | repetition | authorised  | authorised | voided
        declined              | authorised         | refusal    | refusal     | refusal    | voided
        voided                | refusal            | refusal    | refusal     | refusal    | repetition
        """)
    void everyStateAnswersEveryCommand(
            String status, String confirm, String approve, String capture, String refund, String release) {
        var intent = intentThatIs(status);

        assertThat(answer(intent.confirm(Card.TOK_VISA, 100))).isEqualTo(confirm);
        assertThat(answer(intent.approve())).isEqualTo(approve);
        assertThat(answer(intent.capture(100))).isEqualTo(capture);
        assertThat(answer(intent.refund(100))).isEqualTo(refund);
        assertThat(answer(intent.release())).isEqualTo(release);
    }

    @Test
    void postsTheAuthorisationAndWhatIsCapturedAtOnce() {
        assertThat(progress(open.confirm(Card.TOK_VISA, 200)).posting().sums())
                .containsExactly(new Sum(LedgerKind.AUTHORISE, 1000), new Sum(LedgerKind.CAPTURE, 200));
    }

    @Test
    void capturesNoMoreThanWasAuthorised() {
        assertThat(answer(deposited.capture(800))).isEqualTo("authorised");
        assertThat(answer(deposited.capture(801))).isEqualTo("refusal");
    }

    @Test
    void refundsNoMoreThanWasCaptured() {
        assertThat(answer(deposited.refund(200))).isEqualTo("authorised");
        assertThat(answer(deposited.refund(201))).isEqualTo("refusal");
    }

    @Test
    void givesBackOnReleaseWhatWasNotCaptured() {
        var released = progress(deposited.release());

        assertThat(released.posting().sums()).containsExactly(new Sum(LedgerKind.VOID, 800));
        assertThat(released.intent().authorised()).isEqualTo(200);
        assertThat(answer(released.intent().refund(200))).isEqualTo("voided");
    }

    @Test
    void capturesOnApprovalWhatTheConfirmationAskedFor() {
        var waiting = progress(open.confirm(Card.TOK_REQUIRES_ACTION, 300)).intent();

        assertThat(progress(waiting.approve()).intent().captured()).isEqualTo(300);
    }

    private Intent intentThatIs(String status) {
        return switch (status) {
            case "requires_confirmation" -> open;
            case "requires_action" ->
                progress(open.confirm(Card.TOK_REQUIRES_ACTION, 0)).intent();
            case "processing" -> progress(open.confirm(Card.TOK_PROCESSING, 0)).intent();
            case "authorised" -> deposited;
            case "declined" -> progress(open.confirm(Card.TOK_DECLINED, 0)).intent();
            case "voided" -> progress(open.release()).intent();
            default -> throw new IllegalArgumentException(status);
        };
    }

    private static Progress progress(Transition transition) {
        assertThat(transition).isInstanceOf(Progress.class);
        return (Progress) transition;
    }

    private static String answer(Transition transition) {
        return switch (transition) {
            case Progress(var intent, var _) -> intent.status().wireName();
            case Repetition _ -> "repetition";
            case Refusal _ -> "refusal";
        };
    }
}
