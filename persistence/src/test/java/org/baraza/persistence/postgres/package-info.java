// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.baraza.persistence.postgres;

import org.jspecify.annotations.NullMarked;
