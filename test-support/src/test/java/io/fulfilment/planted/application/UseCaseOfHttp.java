package io.fulfilment.planted.application;

import io.fulfilment.planted.web.PublicEndpoint;

record UseCaseOfHttp(PublicEndpoint endpoint) {}
