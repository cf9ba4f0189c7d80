// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import java.util.List;

/**
 * What came of an archive of media files.
 *
 * @param taken what the app names and shows now
 * @param left what was left out
 */
public record MediaUpload(String uploadId, String appId, List<Taken> taken, List<Left> left) {

    /**
     * A file that was taken in.
     *
     * @param path as the app names it
     * @param mediaType the class in its address
     */
    public record Taken(String path, String mediaType, String mediaId) {}

    /** A file that was left out. */
    public record Left(String path, Reason reason) {}

    /** Why a file was left out. */
    public enum Reason {
        NOT_NAMED("No menu, text or form of the application names this path."),
        TOO_LARGE("The file is larger than 50 megabytes."),
        OTHER_KIND("The content of the file is not what its name says.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }
}
