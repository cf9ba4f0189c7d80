// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.baraza.api.forwarding;

import org.jspecify.annotations.NullMarked;
