package io.fulfilment.web.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ConcurrencyFilterTest {

    private final ConcurrencyFilter filter = new ConcurrencyFilter(1);

    @Test
    void whatComesBeyondTheLimitIsTurnedAwayAtOnce() throws Exception {
        var second = new MockHttpServletResponse();

        int first = statusOf(
                (request, response) -> filter.doFilter(new MockHttpServletRequest(), second, (_, _) -> fail("served")));

        assertThat(first).isEqualTo(200);
        assertThat(second.getStatus()).isEqualTo(503);
        assertThat(second.getHeader("Retry-After")).isEqualTo("1");
        assertThat(second.getContentAsString()).contains("/problems/dependency-unavailable");
    }

    @Test
    void aRequestThatIsOverMakesRoomEvenIfItFailed() throws Exception {
        assertThatThrownBy(() -> statusOf((request, response) -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(statusOf((request, response) -> {})).isEqualTo(200);
    }

    private int statusOf(FilterChain chain) throws ServletException, IOException {
        var response = new MockHttpServletResponse();
        filter.doFilter(new MockHttpServletRequest(), response, chain);
        return response.getStatus();
    }
}
