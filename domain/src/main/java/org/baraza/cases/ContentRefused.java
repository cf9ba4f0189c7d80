// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

/** Leaves the pure rules when a form's content cannot be applied; caught where the form is planned. */
public final class ContentRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ContentError error;

    ContentRefused(ContentError.Name name, String detail) {
        super(name + ": " + detail, null, false, false);
        this.error = new ContentError(name, detail);
    }

    public ContentError error() {
        return error;
    }
}
