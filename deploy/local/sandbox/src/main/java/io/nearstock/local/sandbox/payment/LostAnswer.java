package io.nearstock.local.sandbox.payment;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Closes the connection instead of answering, below HTTP: the caller cannot tell it from a network that broke. */
@Component
final class LostAnswer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String LOST = LostAnswer.class.getName();

    static void lose(HttpServletRequest request) {
        request.setAttribute(LOST, true);
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addEngineValves(new ValveBase(true) {
            @Override
            public void invoke(Request request, Response response) throws IOException, ServletException {
                getNext().invoke(request, response);
                if (request.getAttribute(LOST) != null) {
                    response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
                }
            }
        });
    }
}
