// SPDX-License-Identifier: Apache-2.0
/** Named places at which a rehearsal may kill the process, to prove that nothing is lost when it dies there. */
@NullMarked
package org.baraza.persistence.crash;

import org.jspecify.annotations.NullMarked;
