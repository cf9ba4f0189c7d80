// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

/**
 * A picture, sound or film that apps of the project show.
 *
 * @param mediaId begins with the project's id, because phones fetch it without naming a project
 * @param digest of its content; the same content is kept once
 * @param length in bytes
 */
public record MediaFile(String mediaId, String digest, String contentType, long length, String blobKey) {}
