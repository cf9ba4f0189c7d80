// SPDX-License-Identifier: Apache-2.0
package org.baraza.egress;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.baraza.identity.AddressRange;

/**
 * Which addresses requests may go to: public ones, and those that the operator allows ({@code BARAZA_EGRESS_ALLOW}).
 *
 * @param hosts names that may point anywhere
 * @param ranges addresses that may be reached under any name
 * @param names where names point at
 */
public record EgressRules(Set<String> hosts, List<AddressRange> ranges, Names names) {

    /** Knows the addresses of names; may know others the next time. */
    @FunctionalInterface
    public interface Names {
        /** @throws UnknownHostException when nobody has the name */
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /**
     * What is no place on the public Internet (RFC 6890 and what was registered since), and the address at which Azure's hosts
     * serve their own machines.
     */
    private static final List<AddressRange> PRIVATE = List.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "168.63.129.16/32",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.31.196.0/24",
                    "192.52.193.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "192.175.48.0/24",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3")
            .stream()
            .map(text -> AddressRange.of(text).orElseThrow())
            .toList();

    /** All that is routed of version 6; the rest is local, reserved, or carries an address of version 4. */
    private static final AddressRange PUBLIC_SIXTH = AddressRange.of("2000::/3").orElseThrow();

    private static final List<AddressRange> CARRIERS =
            List.of("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20").stream()
                    .map(text -> AddressRange.of(text).orElseThrow())
                    .toList();

    public EgressRules {
        hosts = Set.copyOf(hosts);
        ranges = List.copyOf(ranges);
    }

    /** Reads hosts and CIDR blocks; names are those of this machine's resolver. */
    public static EgressRules of(List<String> allowed) {
        return of(allowed, InetAddress::getAllByName);
    }

    /** Reads hosts and CIDR blocks. */
    public static EgressRules of(List<String> allowed, Names names) {
        Set<String> hosts = new TreeSet<>();
        List<AddressRange> ranges = new ArrayList<>();
        for (String text : allowed) {
            String entry = text.strip().toLowerCase(Locale.ROOT);
            AddressRange.of(entry).ifPresentOrElse(ranges::add, () -> {
                if (!entry.isEmpty()) {
                    hosts.add(entry);
                }
            });
        }
        return new EgressRules(hosts, ranges, names);
    }

    /** Whether a request may go to an address that a name was resolved to. */
    public boolean permits(String host, InetAddress address) {
        return isAllowed(host, address) || isPublic(address);
    }

    private boolean isAllowed(String host, InetAddress address) {
        return hosts.contains(host.toLowerCase(Locale.ROOT))
                || ranges.stream().anyMatch(range -> range.contains(address));
    }

    /**
     * Asks for the addresses of a name: those that the operator allows, if there are any. A name that otherwise also points inside
     * is no name of a place outside.
     *
     * @throws UnknownHostException when nobody has the name, or it points at what may not be reached
     */
    InetAddress[] resolved(String host) throws UnknownHostException {
        InetAddress[] all = names.of(host);
        InetAddress[] allowed = allowed(host, all);
        if (allowed.length > 0) {
            return allowed;
        }
        if (all.length == 0 || !Arrays.stream(all).allMatch(EgressRules::isPublic)) {
            throw new UnknownHostException("no address that may be reached");
        }
        return all;
    }

    private InetAddress[] allowed(String host, InetAddress[] addresses) {
        return Arrays.stream(addresses)
                .filter(address -> isAllowed(host, address))
                .toArray(InetAddress[]::new);
    }

    /**
     * Whether requests may be made to a web address as somebody wrote it. A name that nobody knows now may be one later: it is
     * looked up again, and judged again, whenever a connection is made.
     */
    public boolean mayBeReached(String url) {
        return WebAddress.of(url).filter(this::mayBeReached).isPresent();
    }

    private boolean mayBeReached(WebAddress address) {
        String host = address.host();
        InetAddress[] all;
        try {
            all = names.of(host);
        } catch (UnknownHostException nobody) {
            boolean allowed = hosts.contains(host.toLowerCase(Locale.ROOT));
            return allowed || (AddressRange.address(host).isEmpty() && address.hasUsualPort() && !address.isInside());
        }
        // Where the operator allows nothing else, only ports at which people serve the web.
        return allowed(host, all).length > 0
                || (address.hasUsualPort() && Arrays.stream(all).allMatch(EgressRules::isPublic));
    }

    private static boolean isPublic(InetAddress address) {
        return switch (address) {
            case Inet4Address fourth -> PRIVATE.stream().noneMatch(range -> range.contains(fourth));
            case Inet6Address sixth -> isPublic(sixth);
            default -> false;
        };
    }

    /** An address of version 4 in that of a translator (RFC 6052) is judged by what it is. */
    private static boolean isPublic(Inet6Address address) {
        byte[] bytes = address.getAddress();
        if (AddressRange.of("64:ff9b::/96").orElseThrow().contains(address)) {
            try {
                return isPublic(InetAddress.getByAddress(Arrays.copyOfRange(bytes, 12, 16)));
            } catch (UnknownHostException impossible) {
                throw new IllegalStateException("four bytes are an address", impossible);
            }
        }
        return PUBLIC_SIXTH.contains(address) && CARRIERS.stream().noneMatch(range -> range.contains(address));
    }
}
