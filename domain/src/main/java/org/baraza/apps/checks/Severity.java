// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.checks;

/** Whether a version may be made all the same. */
public enum Severity {
    /** No version is made. */
    ERROR,
    /** Someone should look. */
    WARNING
}
