// SPDX-License-Identifier: Apache-2.0
/**
 * The change feed through Kafka. An add-on: the product has none of it. A durable consumer publishes what was committed, in
 * transactions, so that what consumers see of a part of the topic are whole stretches of the feed, one after the other; after a
 * crash a stretch may come twice, and whoever reads knows it by its positions.
 */
@NullMarked
package org.baraza.kafka;

import org.jspecify.annotations.NullMarked;
