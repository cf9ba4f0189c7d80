// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.baraza.problem.Problem.FieldError;

/** Addresses and blocks of addresses that somebody listed. */
public record AddressList(List<AddressRange> ranges) {
    /** No address at all. */
    public static final AddressList EMPTY = new AddressList(List.of());

    private static final int MOST = 200;

    public AddressList {
        ranges = List.copyOf(ranges);
    }

    /** What can be read of the texts. */
    public static AddressList of(Collection<String> texts) {
        return new AddressList(texts.stream()
                .map(String::strip)
                .map(AddressRange::of)
                .flatMap(Optional::stream)
                .distinct()
                .toList());
    }

    /** What is wrong with such a list. */
    public static List<FieldError> broken(String field, Collection<String> texts) {
        List<FieldError> errors = new ArrayList<>();
        if (texts.size() > MOST) {
            errors.add(new FieldError(field, "ADDRESSES_TOO_MANY", "A list has at most " + MOST + " addresses."));
        }
        if (texts.stream().anyMatch(text -> AddressRange.of(text.strip()).isEmpty())) {
            errors.add(new FieldError(
                    field, "ADDRESS_INVALID", "Write addresses as 192.0.2.7 and blocks as 192.0.2.0/24."));
        }
        return errors;
    }

    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** Whether it holds the address that a request came from; what is no address is in no list. */
    public boolean contains(String address) {
        Optional<InetAddress> known = AddressRange.address(address);
        return known.isPresent() && ranges.stream().anyMatch(range -> range.contains(known.get()));
    }

    public List<String> texts() {
        return ranges.stream().map(AddressRange::text).toList();
    }
}
