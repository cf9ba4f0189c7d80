// SPDX-License-Identifier: Apache-2.0
/** The shape of every list: a page after a key, whether more follows, and a count only for those who ask. */
@NullMarked
@ApplicationModule(allowedDependencies = {"problem"})
package org.baraza.paging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
