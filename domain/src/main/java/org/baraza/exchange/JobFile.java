// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange;

/**
 * A file of a job.
 *
 * @param key in the blob store
 * @param name as people know it
 */
public record JobFile(String key, String name) {}
