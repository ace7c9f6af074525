@NullMarked
package io.fulfilment.benchmarks.messaging.service;

import org.jspecify.annotations.NullMarked;
