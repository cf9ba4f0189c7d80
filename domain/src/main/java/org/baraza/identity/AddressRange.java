// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Network addresses that begin alike: a single one, or a CIDR block.
 *
 * @param bits how many bits of an address must be those of the base
 */
public record AddressRange(InetAddress base, int bits) {
    private static final Pattern FOURTH = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern SIXTH = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final Pattern LENGTH = Pattern.compile("\\d{1,3}");

    /** Reads {@code 192.0.2.7}, {@code 192.0.2.0/24} or the like of version 6; empty for what is neither. */
    public static Optional<AddressRange> of(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return address(text).map(one -> new AddressRange(one, length(one)));
        }
        String bits = text.substring(slash + 1);
        return LENGTH.matcher(bits).matches()
                ? address(text.substring(0, slash))
                        .filter(base -> Integer.parseInt(bits) <= length(base))
                        .map(base -> masked(base, Integer.parseInt(bits)))
                : Optional.empty();
    }

    /** An address as a request or a person writes it; never a name, which somebody would have to look up. */
    public static Optional<InetAddress> address(String text) {
        int zone = text.indexOf('%');
        String literal = zone < 0 ? text : text.substring(0, zone);
        if (!FOURTH.matcher(literal).matches() && !SIXTH.matcher(literal).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(literal));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    public boolean contains(InetAddress address) {
        return length(address) == length(base) && masked(address, bits).base.equals(masked(base, bits).base);
    }

    private static AddressRange masked(InetAddress address, int bits) {
        byte[] bytes = address.getAddress();
        for (int i = 0; i < bytes.length; i++) {
            int kept = Math.clamp(bits - i * 8L, 0, 8);
            bytes[i] &= (byte) (0xff << (8 - kept));
        }
        try {
            return new AddressRange(InetAddress.getByAddress(bytes), bits);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("an address keeps its length", impossible);
        }
    }

    private static int length(InetAddress address) {
        return address.getAddress().length * 8;
    }

    /** As people write it, with the base as short as the block allows. */
    public String text() {
        String literal = base.getHostAddress();
        return bits == length(base) ? literal : literal + "/" + bits;
    }
}
