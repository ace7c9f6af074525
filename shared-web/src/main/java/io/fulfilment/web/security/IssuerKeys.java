package io.fulfilment.web.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.CachingJWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetBasedJWKSource;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.OutageTolerantJWKSetSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.jwk.source.RateLimitedJWKSetSource;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The issuer's keys, fetched again after a while, and for tokens of unknown keys, which anybody can make up, no more often
 * than twice in an interval. Where they can't be had, or not yet again, the last ones count. Tokens that are
 * remembered are accepted until they expire, whatever becomes of the issuer and its keys.
 *
 * @param interval between two fetches, or pairs of them
 * @param fresh how long keys are used unasked
 * @param outage how long the issuer may be away before no further token of its is believed
 */
record IssuerKeys(Duration interval, Duration fresh, Duration outage) {

    static final IssuerKeys DEFAULT = new IssuerKeys(Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofHours(1));

    /** Requests wait for the keys: better to tell them to come back than to keep them. */
    private static final int PATIENCE_MILLIS = 3_000;

    /**
     * While one request waits for the keys, others take the last ones after this time. A sound issuer has answered by then, so
     * that tokens of a key that it has just begun to use are not refused.
     */
    private static final int QUEUE_MILLIS = 1_000;

    private static final int MOST_BYTES = 64 * 1024;

    JWKSource<SecurityContext> at(String uri) {
        return new JWKSetBasedJWKSource<>(tolerant(cached(limited(fetched(uri)))));
    }

    /** Outermost, as only so it also covers what the rate limit refuses. */
    private JWKSetSource<SecurityContext> tolerant(JWKSetSource<SecurityContext> source) {
        return new OutageTolerantJWKSetSource<>(source, outage.toMillis(), null);
    }

    private JWKSetSource<SecurityContext> cached(JWKSetSource<SecurityContext> source) {
        return new CachingJWKSetSource<>(source, fresh.toMillis(), QUEUE_MILLIS, null);
    }

    private JWKSetSource<SecurityContext> limited(JWKSetSource<SecurityContext> source) {
        return new RateLimited(source, interval);
    }

    private static JWKSetSource<SecurityContext> fetched(String uri) {
        try {
            return new URLBasedJWKSetSource<>(
                    URI.create(uri).toURL(),
                    new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, MOST_BYTES));
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("oidc.jwks-uri is no URL: " + uri, e);
        }
    }

    /** To Nimbus, what its limit refuses is no outage. */
    private static final class RateLimited extends RateLimitedJWKSetSource<SecurityContext> {

        RateLimited(JWKSetSource<SecurityContext> source, Duration interval) {
            super(source, interval.toMillis(), null);
        }

        @Override
        public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, @Nullable SecurityContext context)
                throws KeySourceException {
            try {
                return super.getJWKSet(refresh, now, context);
            } catch (RateLimitReachedException e) {
                throw new JWKSetUnavailableException("The keys were asked for a moment ago", e);
            }
        }
    }
}
