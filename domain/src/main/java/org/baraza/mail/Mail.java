// SPDX-License-Identifier: Apache-2.0
package org.baraza.mail;

/** A mail in plain text. */
public record Mail(String to, String subject, String text) {
    @Override
    public String toString() {
        return "Mail";
    }
}
