package io.fulfilment.web.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class DatabaseQueueFilterTest {

    private final AtomicInteger waiting = new AtomicInteger();
    private final DatabaseQueueFilter filter = new DatabaseQueueFilter(waiting::get, 2);

    @Test
    void requestsAreTurnedAwayOnlyWhileTheQueueIsFull() throws Exception {
        waiting.set(1);
        assertThat(answer().getStatus()).isEqualTo(200);

        waiting.set(2);
        var refused = answer();
        assertThat(refused.getStatus()).isEqualTo(503);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
        assertThat(refused.getContentAsString()).contains("/problems/dependency-unavailable");

        waiting.set(0);
        assertThat(answer().getStatus()).isEqualTo(200);
    }

    private MockHttpServletResponse answer() throws Exception {
        var response = new MockHttpServletResponse();
        filter.doFilter(new MockHttpServletRequest(), response, new MockFilterChain());
        return response;
    }
}
