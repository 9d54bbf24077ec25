package io.nearstock.chassis.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The answers that are a handler's own, for the API document: {@code {"201", "409 sku_taken"}}, a status and the codes
 * that come with it. What the chassis refuses for every handler is not repeated.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Answers {

    String[] value();
}
