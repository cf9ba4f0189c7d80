// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange;

/**
 * A file of a job.
 *
 * @param key in the blob store
 * @param name as people know it
 * @param size in bytes; 0 where nobody asks
 */
public record JobFile(String key, String name, long size) {
    public JobFile(String key, String name) {
        this(key, name, 0);
    }
}
