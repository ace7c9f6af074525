package io.fulfilment.web.correlation;

import java.util.UUID;

/** Of everything that one request sets off; a controller takes it as a parameter. Fresh with each request. */
public record CorrelationId(UUID value) {}
