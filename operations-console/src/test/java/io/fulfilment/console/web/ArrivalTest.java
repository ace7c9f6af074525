package io.fulfilment.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.web.savedrequest.CookieRequestCache;

class ArrivalTest {

    private static final int EIGHT_HOURS = 8 * 60 * 60;

    @Test
    void isWhereSheWantedToGoInASessionThatLasts() throws ServletException, IOException {
        var cache = new CookieRequestCache();
        var refused = new MockHttpServletRequest("GET", "/lag/group");
        refused.setQueryString("name=order-service");
        var answer = new MockHttpServletResponse();
        cache.saveRequest(refused, answer);
        var back = new MockHttpServletRequest("GET", "/login/oauth2/code/operations-console");
        back.setCookies(answer.getCookies());
        var arrived = new MockHttpServletResponse();

        new Arrival(cache).onAuthenticationSuccess(back, arrived, new TestingAuthenticationToken("olivia", null));

        assertThat(arrived.getRedirectedUrl()).endsWith("/lag/group?name=order-service");
        assertThat(Objects.requireNonNull(back.getSession(false)).getMaxInactiveInterval())
                .isEqualTo(EIGHT_HOURS);
    }
}
