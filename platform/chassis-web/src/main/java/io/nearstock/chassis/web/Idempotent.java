package io.nearstock.chassis.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A handler that acts once per {@code Idempotency-Key}, whatever is resent to whichever instance. A repetition gets the
 * first answer, refusals included; answers from 500 on are forgotten, and the retry acts again with the same
 * {@link ResourceId}. The handler must answer synchronously.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {

    /** What the ids of the resources that the handler creates begin with, such as {@code ord}. */
    String prefix();

    /** Whether a request without a key is taken, too; it then acts each time. */
    boolean optional() default false;
}
