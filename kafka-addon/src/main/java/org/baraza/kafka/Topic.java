// SPDX-License-Identifier: Apache-2.0
package org.baraza.kafka;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.baraza.persistence.changes.PassingFailure;

/** Makes the topic, unless the operator did. */
final class Topic {
    private final Clients clients;
    private volatile boolean known;

    Topic(Clients clients) {
        this.clients = clients;
    }

    void ensure() {
        if (known) {
            return;
        }
        NewTopic topic = new NewTopic(
                        clients.settings().topic(),
                        Optional.of(clients.settings().partitions()),
                        Optional.empty())
                .configs(Map.of(
                        "max.message.bytes",
                        Integer.toString(Clients.LARGEST_MESSAGE),
                        // Whoever comes later reads from the beginning; the operator may shorten it.
                        "retention.ms",
                        "-1"));
        try (Admin admin = clients.admin()) {
            admin.createTopics(List.of(topic)).all().get();
            known = true;
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new PassingFailure("the topic is not there and cannot be made", e);
            }
            known = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PassingFailure("interrupted", e);
        }
    }
}
