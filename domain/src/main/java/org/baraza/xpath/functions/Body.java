// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath.functions;

import org.baraza.xpath.Value;

/** What a function does. It asks for its arguments when it needs them, so that what is not needed is not evaluated. */
@FunctionalInterface
public interface Body {

    Value call(Arguments in);
}
