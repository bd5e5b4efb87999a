package org.countsas.report.quality;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.countsas.output.Language;
import org.countsas.problem.Place;
import org.countsas.quality.ruletest.PhraseResult;
import org.countsas.quality.ruletest.RuleTestResult;
import org.countsas.quality.ruletest.RuleTestRun;

/** The results of rule tests, as the JUnit XML that build servers read: a suite for each test file. */
public final class RuleTestXml {
    private RuleTestXml() {}

    /** A test in JUnit's form. */
    private record Case(String name, List<String> failure) {}

    /**
     * Writes the results.
     *
     * @throws IOException if the stream does not accept them
     */
    public static void write(RuleTestRun run, OutputStream out) throws IOException {
        SortedMap<String, List<Case>> suites = new TreeMap<>();
        for (RuleTestResult result : run.tests()) {
            suite(suites, result.test().place())
                    .add(new Case(result.test().name(), RuleTestReport.failures(result, Language.EN)));
        }
        for (PhraseResult result : run.phrases()) {
            String name = result.phrase().concept() + ": " + result.phrase().marked(result.marks());
            suite(suites, result.phrase().place())
                    .add(new Case(name, result.passed() ? List.of() : RuleTestReport.phrase(result, Language.EN)));
        }
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuites");
            for (String file : suites.keySet()) {
                suite(file, suites.get(file), xml);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException(e); // the elements are balanced
        }
    }

    private static List<Case> suite(SortedMap<String, List<Case>> suites, Place place) {
        return suites.computeIfAbsent(String.valueOf(place.file()), file -> new ArrayList<>());
    }

    private static void suite(String file, List<Case> cases, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", plain(file));
        xml.writeAttribute("tests", String.valueOf(cases.size()));
        xml.writeAttribute(
                "failures",
                String.valueOf(
                        cases.stream().filter(each -> !each.failure.isEmpty()).count()));
        for (Case each : cases) {
            xml.writeCharacters("\n    ");
            xml.writeStartElement("testcase");
            xml.writeAttribute("classname", plain(file));
            xml.writeAttribute("name", plain(each.name));
            if (!each.failure.isEmpty()) {
                xml.writeStartElement("failure");
                xml.writeAttribute("message", plain(each.failure.get(0)));
                xml.writeCharacters(plain(String.join("\n", each.failure)));
                xml.writeEndElement();
            }
            xml.writeEndElement();
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    /** The text without the characters that XML 1.0 cannot contain. */
    private static String plain(String text) {
        return text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || (c >= 0x20 && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || c >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
