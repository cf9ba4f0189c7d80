// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

/** How a list of forms is ordered. Those that arrived in the same moment are in the order of their ids. */
public enum FormOrder {
    RECEIVED_DESC,
    RECEIVED_ASC
}
