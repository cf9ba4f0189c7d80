// SPDX-License-Identifier: Apache-2.0
package org.baraza.xml;

/** A piece of text in an element that can be changed. */
public record EditableText(String text) implements EditableNode {}
