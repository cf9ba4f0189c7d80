// SPDX-License-Identifier: Apache-2.0
package org.baraza.phone;

/** A link of a case on the phone. */
public record PhoneLink(String target, boolean extension) {}
