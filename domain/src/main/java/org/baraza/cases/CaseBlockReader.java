// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.baraza.cases.CaseReport.CaseWork;
import org.baraza.cases.ContentError.Name;
import org.baraza.xml.Timestamps;
import org.baraza.xml.XmlElement;

/**
 * Reads what a form says about cases: pure, from the parsed form to checked blocks (device protocol: case XML version 2
 * and ledgers).
 */
public final class CaseBlockReader {
    private static final String CASE_V2 = "http://commcarehq.org/case/transaction/v2";
    private static final int LONGEST_ID = 255;

    private final String formUser;
    private final Instant now;
    private final List<CaseBlock> blocks = new ArrayList<>();
    private final List<LedgerChange> ledgers = new ArrayList<>();

    private CaseBlockReader(String formUser, Instant now) {
        this.formUser = formUser;
        this.now = now;
    }

    /**
     * Everything the form says about cases.
     *
     * @param formUser user of the meta block, who did what no block claims; empty when unknown
     * @param now stands in where a block says no time
     * @throws ContentRefused when any of it is wrong
     */
    public static CaseReport read(XmlElement root, String formUser, Instant now) {
        CaseBlockReader reader = new CaseBlockReader(formUser, now);
        reader.walk(root);
        return reader.report();
    }

    private CaseReport report() {
        if (blocks.isEmpty() && ledgers.isEmpty()) {
            return CaseReport.NOTHING;
        }
        Map<String, List<CaseBlock>> blocksOf = blocks.stream().collect(Collectors.groupingBy(CaseBlock::caseId));
        Map<String, List<LedgerChange>> stockOf = ledgers.stream().collect(Collectors.groupingBy(LedgerChange::caseId));
        var ids = new TreeSet<String>(blocksOf.keySet());
        ids.addAll(stockOf.keySet());
        SequencedMap<String, CaseWork> cases = new LinkedHashMap<>();
        for (String id : ids) {
            List<CaseBlock> own = blocksOf.getOrDefault(id, List.of()).stream()
                    .sorted(Comparator.comparingInt(CaseBlock::rank))
                    .toList();
            cases.put(id, new CaseWork(own, stockOf.getOrDefault(id, List.of())));
        }
        return new CaseReport(cases);
    }

    private void walk(XmlElement element) {
        for (XmlElement child : element.children()) {
            if (child.name().equals("case") && isBlock(child)) {
                blocks.add(block(child));
            } else if (LedgerReader.isLedger(child)) {
                ledgers.addAll(LedgerReader.read(child));
            } else {
                walk(child);
            }
        }
    }

    /** A case element without an id is plain data. */
    private static boolean isBlock(XmlElement element) {
        return element.attribute("case_id").isPresent()
                || element.child("case_id").isPresent();
    }

    private CaseBlock block(XmlElement element) {
        if (!element.namespace().equals(CASE_V2)) {
            throw element.child("referral").isPresent()
                    ? new ContentRefused(Name.UsesReferrals, "referrals of case XML version 1 are not supported")
                    : new ContentRefused(
                            Name.UnknownCaseVersion,
                            "only case blocks of the namespace " + CASE_V2 + " are understood");
        }
        String caseId = element.attribute("case_id").map(Timestamps::normalised).orElse("");
        if (caseId.isEmpty()) {
            throw new ContentRefused(Name.IllegalCaseId, "case_id must not be empty");
        }
        if (caseId.codePointCount(0, caseId.length()) > LONGEST_ID) {
            throw new ContentRefused(Name.IllegalCaseId, "case_id is longer than " + LONGEST_ID + " characters");
        }
        return new BlockReader(caseId, element).read();
    }

    /** Reads the parts of one block. */
    private final class BlockReader {
        private final String caseId;
        private final XmlElement element;
        private final SequencedMap<CaseField, String> values = new LinkedHashMap<>();
        private final SequencedMap<String, String> properties = new LinkedHashMap<>();

        BlockReader(String caseId, XmlElement element) {
            this.caseId = caseId;
            this.element = element;
        }

        CaseBlock read() {
            boolean creates = false;
            boolean updates = false;
            boolean closes = false;
            boolean attaches = false;
            var indices = new TreeMap<String, CaseIndex>();
            for (XmlElement part : inOrder()) {
                switch (part.name()) {
                    case "create" -> creates |= create(part);
                    case "update" -> updates |= update(part);
                    case "index" ->
                        IndexReader.read(caseId, part).forEach(index -> indices.put(index.identifier(), index));
                    case "close" -> closes = true;
                    case "attachment" -> attaches = true;
                    default -> {}
                }
            }
            return new CaseBlock(
                    caseId,
                    user(),
                    modifiedOn(),
                    creates,
                    updates,
                    closes,
                    values,
                    properties,
                    List.copyOf(indices.values()),
                    attaches);
        }

        /** Inside a block create applies before update, wherever they stand. */
        private List<XmlElement> inOrder() {
            return element.children().stream()
                    .sorted(Comparator.comparingInt(part -> part.name().equals("create") ? 0 : 1))
                    .toList();
        }

        private boolean create(XmlElement part) {
            part.children().forEach(child -> CaseField.inCreate(child.name()).ifPresent(field -> set(field, child)));
            return hasContent(part);
        }

        private boolean update(XmlElement part) {
            for (XmlElement child : part.children()) {
                CaseField.inUpdate(child.name()).ifPresentOrElse(field -> set(field, child), () -> setProperty(child));
            }
            return hasContent(part);
        }

        private void setProperty(XmlElement child) {
            switch (child.name()) {
                // About the block or its user, not about the case.
                case "case_id", "date_modified", "user_id" -> {}
                case "hq_user_id" -> {
                    put(CaseField.EXTERNAL_ID, value(child));
                    properties.put("hq_user_id", value(child));
                }
                default -> properties.put(child.name(), value(child));
            }
        }

        private void set(CaseField field, XmlElement child) {
            put(field, value(child));
        }

        private void put(CaseField field, String value) {
            if (value.codePointCount(0, value.length()) > field.maxLength()) {
                throw new ContentRefused(
                        Name.CaseValueError,
                        field.elementName() + " of case " + caseId + " is longer than " + field.maxLength()
                                + " characters");
            }
            if (field == CaseField.OPENED_ON
                    && !value.isEmpty()
                    && Timestamps.parse(value).isEmpty()) {
                throw new ContentRefused(Name.CaseValueError, "date_opened of case " + caseId + " is no date");
            }
            values.remove(field);
            values.put(field, value);
        }

        private String user() {
            String said = element.attribute("user_id").orElse("");
            String user = said.isEmpty() ? formUser : said;
            if (user.codePointCount(0, user.length()) > LONGEST_ID) {
                throw new ContentRefused(
                        Name.CaseValueError,
                        "user_id of case " + caseId + " is longer than " + LONGEST_ID + " characters");
            }
            return user;
        }

        private Instant modifiedOn() {
            String date = element.attribute("date_modified").orElse("");
            if (date.isEmpty()) {
                return now;
            }
            return Timestamps.parse(date)
                    .orElseThrow(() -> new ContentRefused(
                            Name.PhoneDateValueError, "date_modified of case " + caseId + " is no date"));
        }
    }

    private static boolean hasContent(XmlElement part) {
        return !part.children().isEmpty()
                || !part.attributes().isEmpty()
                || !part.text().isEmpty();
    }

    /** A value with attributes or children is worth its own text, if that is more than blanks. */
    static String value(XmlElement element) {
        if (element.children().isEmpty() && element.attributes().isEmpty()) {
            return Timestamps.normalised(element.text());
        }
        return element.text().isBlank() ? "" : Timestamps.normalised(element.text());
    }
}
