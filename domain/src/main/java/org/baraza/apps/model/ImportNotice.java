// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

/**
 * Something of an imported document that was put right, or is kept and means nothing here.
 *
 * @param place where, in words of the document: {@code modules[0].forms[1]}
 */
public record ImportNotice(String place, String sentence) {}
