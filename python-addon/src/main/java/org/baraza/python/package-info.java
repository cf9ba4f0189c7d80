// SPDX-License-Identifier: Apache-2.0
/** What is forwarded, as modules in Python say, in a sandbox of GraalPy. An add-on: the product has none of it. */
@NullMarked
package org.baraza.python;

import org.jspecify.annotations.NullMarked;
