// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.odata;

import java.util.List;
import org.baraza.exchange.exports.FeedField;

/** What rows of a feed are like, in XML (OData CSDL 4.0). Names are simple identifiers: none needs escaping. */
final class FeedMetadata {
    private FeedMetadata() {}

    static String of(String key, List<FeedField> fields) {
        StringBuilder properties = new StringBuilder();
        for (FeedField field : fields) {
            properties
                    .append("        <Property Name=\"")
                    .append(field.name())
                    .append("\" Type=\"")
                    .append(type(field.kind()))
                    .append(field.name().equals(key) ? " Nullable=\"false\"" : "")
                    .append("/>\n");
        }
        return """
                <?xml version="1.0" encoding="utf-8"?>
                <edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
                  <edmx:DataServices>
                    <Schema Namespace="CommCare" xmlns="http://docs.oasis-open.org/odata/ns/edm">
                      <EntityType Name="feed">
                        <Key>
                          <PropertyRef Name="%s"/>
                        </Key>
                %s      </EntityType>
                      <EntityContainer Name="Container">
                        <EntitySet Name="feed" EntityType="CommCare.feed"/>
                      </EntityContainer>
                    </Schema>
                  </edmx:DataServices>
                </edmx:Edmx>
                """.formatted(key, properties);
    }

    /** With the quote that ends the attribute. */
    private static String type(FeedField.Kind kind) {
        return switch (kind) {
            case TEXT -> "Edm.String\"";
            case NUMBER -> "Edm.Int64\"";
            case BOOLEAN -> "Edm.Boolean\"";
            case MOMENT -> "Edm.DateTimeOffset\" Precision=\"6\"";
        };
    }
}
