// SPDX-License-Identifier: Apache-2.0
package org.baraza.kafka;

import javax.sql.DataSource;
import org.baraza.persistence.changes.Broker;

/** Connects to Kafka. */
public final class KafkaConnector implements Broker.Connector {
    @Override
    public Broker connect(Broker.Settings settings, DataSource system) {
        return new KafkaBroker(settings, system);
    }
}
