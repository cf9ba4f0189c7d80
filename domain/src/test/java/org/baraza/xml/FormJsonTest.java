// SPDX-License-Identifier: Apache-2.0
package org.baraza.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class FormJsonTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static ObjectNode json(String document) throws XmlRejected {
        return FormJson.of(XmlReader.read(document.getBytes(UTF_8), XmlLimits.FORM));
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(
                        "1: a prefix never matters", "<p:d xmlns:p='u'><p:a>x</p:a></p:d>", "{'@xmlns':'u','a':'x'}"),
                Arguments.of(
                        "1: a namespaced attribute carries its namespace",
                        "<d xmlns:p='u' p:a='1' b='2' xml:lang='sw'/>",
                        "{'@{u}a':'1','@b':'2','@{http://www.w3.org/XML/1998/namespace}lang':'sw'}"),
                Arguments.of(
                        "2: a change of namespace is said once",
                        "<d xmlns='u'><a xmlns='v'><b/></a><c/></d>",
                        "{'@xmlns':'u','a':{'@xmlns':'v','b':''},'c':''}"),
                Arguments.of(
                        "2: back in no namespace says nothing, and into one again does",
                        "<p:d xmlns:p='u'><a><p:b>x</p:b></a></p:d>",
                        "{'@xmlns':'u','a':{'b':{'@xmlns':'u','#text':'x'}}}"),
                Arguments.of("2: a root in no namespace says nothing", "<d><a/></d>", "{'a':''}"),
                Arguments.of(
                        "3: siblings of one name share a list, across namespaces",
                        "<d><a>1</a><b/><a>2</a><a x='y'/><p:a xmlns:p='u'/></d>",
                        "{'a':['1','2',{'@x':'y'},{'@xmlns':'u'}],'b':''}"),
                Arguments.of(
                        "4: plain text is not trimmed",
                        "<d><a>   </a><b> x </b><c/></d>",
                        "{'a':'   ','b':' x ','c':''}"),
                Arguments.of(
                        "5: text beside other things, if not blank",
                        "<d>t<a z='1'> </a><b z='1'> x </b><c>in<i>y</i>tail</c></d>",
                        "{'#text':'t','a':{'@z':'1'},'b':{'@z':'1','#text':' x '},'c':{'i':'y','#text':'in'}}"),
                Arguments.of(
                        "6: comments vanish, CDATA is text",
                        "<d><a>x<!-- c -->y</a><b><![CDATA[<z>]]>&amp;</b></d>",
                        "{'a':'xy','b':'<z>&'}"),
                Arguments.of(
                        "8: dates with times become UTC wherever they stand",
                        "<d at='2024-03-01T10:00+03'>2024-03-01 10:00<a>2024-03-01T10:00</a><a>2024-03-01</a></d>",
                        "{'@at':'2024-03-01T07:00:00.000000Z','#text':'2024-03-01T10:00:00.000000Z',"
                                + "'a':['2024-03-01T10:00:00.000000Z','2024-03-01']}"),
                Arguments.of("8: nothing becomes a number", "<d><a>1</a><b>true</b></d>", "{'a':'1','b':'true'}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void rule(String rule, String document, String expected) throws XmlRejected {
        ObjectNode wanted = (ObjectNode) JSON.readTree(expected.replace('\'', '"'));
        wanted.put("#type", "d");
        assertThat(json(document)).as(rule).isEqualTo(wanted);
    }

    @Test
    void theListStandsAtThePlaceOfTheFirst() throws XmlRejected {
        assertThat(json("<v xmlns='u' n='1'>t<a>1</a><b>2</b><a>3</a></v>").toString())
                .isEqualTo(
                        "{\"#type\":\"v\",\"@xmlns\":\"u\",\"@n\":\"1\",\"a\":[\"1\",\"3\"],\"b\":\"2\",\"#text\":\"t\"}");
    }

    @Test
    void aFormWithEveryPeculiarityReadsAsDevicesExpect() throws XmlRejected {
        ObjectNode json = json("""
                <visit xmlns="http://example.org/baraza/visit" uiVersion="1" version="1" name="Visit"><a>one</a>\
                <b unit="kg"> 12 </b><c><d>x</d><d>y</d></c><e/><f unit="cm"/><g> pad </g><a>two</a>\
                <h>mixed<i>in</i>tail</h><j>   </j><k z="1">  </k>\
                <n:meta xmlns:n="http://openrosa.org/jr/xforms"><n:deviceID>dev-1</n:deviceID>\
                <n:timeStart>2024-03-01T08:00:00.000Z</n:timeStart></n:meta></visit>""");
        assertThat(json).isEqualTo(JSON.readTree("""
                                {"#type":"visit","@xmlns":"http://example.org/baraza/visit","@uiVersion":"1",
                                 "@version":"1","@name":"Visit","a":["one","two"],
                                 "b":{"@unit":"kg","#text":" 12 "},"c":{"d":["x","y"]},"e":"","f":{"@unit":"cm"},
                                 "g":" pad ","h":{"i":"in","#text":"mixed"},"j":"   ","k":{"@z":"1"},
                                 "meta":{"@xmlns":"http://openrosa.org/jr/xforms","deviceID":"dev-1",
                                         "timeStart":"2024-03-01T08:00:00.000000Z"}}"""));
    }
}
