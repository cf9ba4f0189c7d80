// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.changes;

/**
 * A durable consumer of somebody's own, found through {@link java.util.ServiceLoader} in an add-on. It sees the changes of all
 * projects, at least once; those of one document in their order.
 */
public interface FeedListener extends ChangeConsumer {

    /** By which its cursor is kept. */
    String name();
}
