// SPDX-License-Identifier: Apache-2.0
package org.baraza.xml;

/** What stands in an element of a document that can be changed: another element, or text before, between and after. */
public sealed interface EditableNode permits EditableElement, EditableText {}
