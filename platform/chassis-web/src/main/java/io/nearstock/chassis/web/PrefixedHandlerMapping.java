package io.nearstock.chassis.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Finds the same handlers as Spring, which compares a request with the methods, headers and media types of every handler
 * whose path has a variable before it looks at the path: this one first passes over those whose paths begin otherwise.
 */
final class PrefixedHandlerMapping extends RequestMappingHandlerMapping {

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo handler, HttpServletRequest request) {
        return mayMatch(handler, request) ? super.getMatchingMapping(handler, request) : null;
    }

    private static boolean mayMatch(RequestMappingInfo handler, HttpServletRequest request) {
        var paths = handler.getPathPatternsCondition();
        if (paths == null || !ServletRequestPathUtils.hasParsedRequestPath(request)) {
            return true;
        }
        var path = ServletRequestPathUtils.getParsedRequestPath(request)
                .pathWithinApplication()
                .value();
        for (PathPattern pattern : paths.getPatterns()) {
            if (beginsAlike(pattern.getPatternString(), path)) {
                return true;
            }
        }
        return false;
    }

    /** As far as both are plain text: where the request's is encoded or has parameters only Spring can tell. */
    private static boolean beginsAlike(String pattern, String path) {
        var length = Math.min(pattern.length(), path.length());
        for (var at = 0; at < length; at++) {
            var asked = path.charAt(at);
            if (isVariable(pattern.charAt(at)) || asked == '%' || asked == ';') {
                return true;
            }
            if (asked != pattern.charAt(at)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isVariable(char letter) {
        return letter == '{' || letter == '*' || letter == '?';
    }
}
