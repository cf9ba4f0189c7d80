// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.baraza.phone;

import org.jspecify.annotations.NullMarked;
