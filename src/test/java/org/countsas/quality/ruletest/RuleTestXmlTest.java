package org.countsas.quality.ruletest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.countsas.report.quality.RuleTestReport;
import org.countsas.report.quality.RuleTestXml;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class RuleTestXmlTest {
    private static final SmallTests SMALL = SmallTests.read("""
            definition: small
            asOf: 2025-06-01
            tests:
              - {name: Ships & <boats> count, item: {name: 船}, expect: {rule: Ships}}
              - {name: "Cars \\x01 count", item: {name: 車}, expect: {rule: Ships}}
            vocabulary:
              ship: [<船>]
            """);

    @Test
    void a_build_server_reads_a_suite_for_each_file_and_a_case_for_each_test() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RuleTestXml.write(SMALL.run(), bytes);
        Document xml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes.toByteArray()));

        Element suite = (Element) xml.getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("name")).isEqualTo("rules/tests/shipbuilding.yaml");
        assertThat(suite.getAttribute("tests")).isEqualTo("3");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(((Element) xml.getElementsByTagName("testcase").item(0)).getAttribute("name"))
                .isEqualTo("Ships & <boats> count");
        assertThat(((Element) xml.getElementsByTagName("testcase").item(1)).getAttribute("name"))
                .isEqualTo("Cars  count");
        assertThat(xml.getElementsByTagName("failure").item(0).getTextContent()).isEqualTo("""
                rule: expected Ships; got nothing
                  rules/policies/shipbuilding.drl:14:19: not met: names("ship")""");
        assertThat(new String(bytes.toByteArray(), StandardCharsets.UTF_8))
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    }

    @Test
    void a_program_reads_what_made_the_difference_as_json() {
        assertThat(RuleTestReport.json(SMALL.run()).replaceAll("\\s+", " "))
                .contains(
                        "\"passed\" : false, \"tests\" : { \"run\" : 2, \"failed\" : 1 }, \"phrases\" : { \"run\" : 1, \"failed\" : 0 }",
                        "\"unmet\" : [ { \"part\" : \"rule\", \"expected\" : \"Ships\", \"got\" : \"nothing\", \"because\" : [ { \"kind\" : \"not-met\", "
                                + "\"file\" : \"rules/policies/shipbuilding.drl\", \"line\" : 14, \"column\" : 19, \"text\" : \"names(\\\"ship\\\")\", \"seen\" : \"\" } ] } ]");
    }
}
