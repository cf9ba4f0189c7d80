// SPDX-License-Identifier: Apache-2.0
/** How mails leave this server. */
@NullMarked
package org.baraza.api.mail;

import org.jspecify.annotations.NullMarked;
