package io.fulfilment.web.correlation;

import java.util.UUID;

/**
 * Of everything that one request sets off; a controller takes it as a parameter. Fresh with each request. The answer says it
 * in {@value Correlation#HEADER}, and so do the log lines that are written meanwhile.
 */
public record CorrelationId(UUID value) {}
