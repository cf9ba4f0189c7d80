// SPDX-License-Identifier: Apache-2.0
package org.baraza.tenancy;

/** What somebody comes for, as far as a switch of the project may stop it. */
public enum Errand {
    /** A person in a browser, a phone that fetches what is new: only where nobody gets anything is it stopped. */
    ANY,
    /** A program asks for data or changes it. */
    PROGRAM,
    /** A form is sent. */
    FORM
}
