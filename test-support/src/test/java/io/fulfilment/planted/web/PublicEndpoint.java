package io.fulfilment.planted.web;

public record PublicEndpoint() {}
