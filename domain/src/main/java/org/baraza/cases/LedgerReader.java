// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.baraza.cases.ContentError.Name;
import org.baraza.xml.Timestamps;
import org.baraza.xml.XmlElement;

/** Reads a balance or transfer of stock (device protocol: ledgers). */
final class LedgerReader {
    private static final String LEDGER = "http://commcarehq.org/ledger/v1";

    /** Plain digits: an exponent could make a number of a billion digits out of twelve characters. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,18}(\\.[0-9]{1,9})?");

    private static final int LONGEST_ID = 255;

    /** Of case, section and entry together: what a key of the database can be long. */
    private static final int MOST_BYTES = 2_500;

    private LedgerReader() {}

    static boolean isLedger(XmlElement element) {
        return element.namespace().equals(LEDGER)
                && (element.name().equals("balance") || element.name().equals("transfer"));
    }

    static List<LedgerChange> read(XmlElement block) {
        checkDate(block);
        List<LedgerChange> changes = new ArrayList<>();
        for (XmlElement entry : block.children()) {
            if (entry.name().equals("entry")) {
                String product = entry.attribute("id").orElse("");
                if (product.isEmpty()) {
                    throw new ContentRefused(Name.MissingProductId, "a ledger entry has no id");
                }
                checkLength(product);
                block.attribute("section-id").ifPresent(LedgerReader::checkLength);
                values(block, entry, product).forEach(value -> changes.addAll(sides(block, value)));
            }
        }
        return changes;
    }

    private static void checkLength(String id) {
        if (id.codePointCount(0, id.length()) > LONGEST_ID) {
            throw new ContentRefused(Name.CaseValueError, "a ledger id is longer than " + LONGEST_ID + " characters");
        }
    }

    private static void checkDate(XmlElement block) {
        String date = block.attribute("date").orElse("");
        if (!date.isEmpty() && Timestamps.parse(date).isEmpty()) {
            throw new ContentRefused(Name.PhoneDateValueError, "the date of a ledger block is no date");
        }
    }

    private record Value(String section, String product, BigDecimal quantity) {}

    /** One value for the section of the block, or one for each section named inside the entry. */
    private static List<Value> values(XmlElement block, XmlElement entry, String product) {
        Optional<String> section = block.attribute("section-id");
        List<Value> values = new ArrayList<>();
        if (section.isPresent()) {
            quantity(entry).ifPresent(quantity -> values.add(new Value(section.get(), product, quantity)));
            return values;
        }
        for (XmlElement value : entry.children()) {
            if (value.name().equals("value")) {
                quantity(value).ifPresent(quantity -> values.add(new Value(section(value), product, quantity)));
            }
        }
        return values;
    }

    private static String section(XmlElement value) {
        String section = value.attribute("section-id").orElse("");
        checkLength(section);
        return section;
    }

    /** What is no number is passed over, as devices and HQ do. */
    private static Optional<BigDecimal> quantity(XmlElement element) {
        String text = element.attribute("quantity").orElse("").strip();
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static List<LedgerChange> sides(XmlElement block, Value value) {
        if (block.name().equals("balance")) {
            String caseId = block.attribute("entity-id").orElse("");
            if (caseId.isEmpty()) {
                throw new ContentRefused(Name.IllegalCaseId, "a balance names no case");
            }
            checkLength(caseId);
            return List.of(change(caseId, value, true, value.quantity()));
        }
        String source = block.attribute("src").orElse("");
        String destination = block.attribute("dest").orElse("");
        checkLength(source);
        checkLength(destination);
        if (source.isEmpty() && destination.isEmpty()) {
            throw new ContentRefused(Name.IllegalCaseId, "a transfer names neither source nor destination");
        }
        List<LedgerChange> sides = new ArrayList<>();
        if (!source.isEmpty()) {
            sides.add(change(source, value, false, value.quantity().negate()));
        }
        if (!destination.isEmpty()) {
            sides.add(change(destination, value, false, value.quantity()));
        }
        return sides;
    }

    private static LedgerChange change(String caseId, Value value, boolean sets, BigDecimal quantity) {
        String key = caseId + value.section() + value.product();
        if (key.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new ContentRefused(Name.CaseValueError, "the ids of a ledger value are too long together");
        }
        return new LedgerChange(caseId, value.section(), value.product(), sets, quantity);
    }
}
