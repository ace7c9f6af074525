package io.fulfilment.planted.domain;

import org.springframework.stereotype.Component;

@Component
class SpringInDomain {}
