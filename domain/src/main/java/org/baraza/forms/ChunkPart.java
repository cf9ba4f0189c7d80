// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

/**
 * Where a form is in a chunk of old forms.
 *
 * @param blobKey of the chunk
 * @param offset where the form begins in it
 * @param length how long the form is there, packed
 * @param sha256 of these bytes
 */
public record ChunkPart(String blobKey, int offset, int length, byte[] sha256) {}
