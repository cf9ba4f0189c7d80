// SPDX-License-Identifier: Apache-2.0
/**
 * What a new kind of forwarding is made of: a {@link org.baraza.forwarding.spi.ForwarderType} says which changes are forwarded,
 * a {@link org.baraza.forwarding.spi.PayloadFormat} what is sent of them, a {@link org.baraza.forwarding.spi.Transformation} what
 * is sent when people say how. Found as beans and through {@link java.util.ServiceLoader}. The built-in ones use nothing else.
 */
@NullMarked
@NamedInterface("spi")
package org.baraza.forwarding.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
