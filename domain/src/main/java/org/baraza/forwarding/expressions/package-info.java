// SPDX-License-Identifier: Apache-2.0
/** What is sent as people say in JSONata: the library that understands it, under bounds. */
@NullMarked
package org.baraza.forwarding.expressions;

import org.jspecify.annotations.NullMarked;
