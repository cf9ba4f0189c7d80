// SPDX-License-Identifier: Apache-2.0
/**
 * XML in and out: the one hardened parser, the immutable tree it makes, the form JSON read from that tree, the
 * timestamps that JSON normalises, and a streaming writer.
 *
 * <p>Owns no data and knows no capability. Invariants: parsers are made in {@link org.baraza.xml.XmlReader} and nowhere
 * else; a document is either read whole within its {@link org.baraza.xml.XmlLimits} or refused with
 * {@link org.baraza.xml.XmlRejected}; no message ever quotes a document's content; nothing here reads a clock, a file or
 * the network. Calls nobody.
 */
@NullMarked
package org.baraza.xml;

import org.jspecify.annotations.NullMarked;
