// SPDX-License-Identifier: Apache-2.0
package org.baraza.xml;

/**
 * One attribute of an element; namespace declarations are not attributes.
 *
 * @param namespace the namespace URI, empty for an attribute without a prefix
 */
public record XmlAttribute(String name, String namespace, String value) {}
