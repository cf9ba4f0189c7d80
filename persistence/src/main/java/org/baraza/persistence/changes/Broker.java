// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.changes;

import java.util.Properties;
import javax.sql.DataSource;

/**
 * A message broker beside the database: a durable consumer publishes to it whatever was committed, and other consumers, here and
 * elsewhere, read it there. Order holds for the changes of one document.
 */
public interface Broker extends FeedTransport, AutoCloseable {

    /** Publishes changes, and returns once the broker has them for good. */
    ChangeConsumer publisher();

    /** Name of the consumer that publishes. */
    String publisherName();

    @Override
    void close();

    /** Connects to brokers of one sort; found through {@link java.util.ServiceLoader}, in an add-on. */
    @FunctionalInterface
    interface Connector {

        /**
         * Connects now or later: the broker may be away.
         *
         * @param system connections of the role {@code baraza_system}, for the cursors of consumers
         */
        Broker connect(Settings settings, DataSource system);
    }

    /**
     * Where the changes go.
     *
     * @param servers where the broker is
     * @param topic what it calls the feed
     * @param partitions of the topic, if it is not there yet
     * @param more what else clients need to know, such as credentials
     */
    record Settings(String servers, String topic, int partitions, Properties more) {
        @Override
        public String toString() {
            return "Settings[" + servers + ", " + topic + "]";
        }
    }
}
