package org.countsas.output;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a workbook that draw a chart on a sheet (ECMA-376, part 1, chapters 20 and 21), which the library that writes workbooks cannot
 * make. Not thread-safe.
 */
final class ChartParts {
    private static final String MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static final String CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.";
    /** Where the chart stands: beside the table, columns and rows from 0. */
    private static final int LEFT = 6;

    private static final int WIDTH = 11;
    private static final int ROWS_FOR_EACH_BAR = 2;
    private static final int OTHER_ROWS = 6;

    private ChartParts() {}

    /** The parts of charts by name, each chart on its sheet. */
    static Map<String, byte[]> of(Map<Integer, WorkbookChart> chartsBySheet) {
        Map<String, byte[]> parts = new TreeMap<>();
        chartsBySheet.forEach((sheet, chart) -> {
            parts.put(
                    "xl/worksheets/_rels/sheet" + sheet + ".xml.rels",
                    relation("drawing", "../drawings/drawing" + sheet + ".xml"));
            parts.put("xl/drawings/drawing" + sheet + ".xml", drawing(chart));
            parts.put(
                    "xl/drawings/_rels/drawing" + sheet + ".xml.rels",
                    relation("chart", "../charts/chart" + sheet + ".xml"));
            parts.put("xl/charts/chart" + sheet + ".xml", chart(chart));
        });
        return parts;
    }

    /** A sheet that shows its chart. */
    static String withDrawing(String sheet) {
        return sheet.replace("</worksheet>", "<drawing r:id=\"rId1\"/></worksheet>");
    }

    /** The list of the package's parts, with those of charts. */
    static String withTypes(String types, Iterable<Integer> sheets) {
        StringBuilder more = new StringBuilder();
        for (int sheet : sheets) {
            more.append(override("/xl/drawings/drawing" + sheet + ".xml", "drawing+xml"))
                    .append(override("/xl/charts/chart" + sheet + ".xml", "drawingml.chart+xml"));
        }
        return types.replace("</Types>", more + "</Types>");
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + TYPES + type + "\"/>";
    }

    private static byte[] relation(String kind, String target) {
        return xml(xml -> {
            xml.writeStartElement("Relationships");
            xml.writeDefaultNamespace(PACKAGE);
            empty(xml, "Relationship", "Id", "rId1", "Type", RELATIONS + "/" + kind, "Target", target);
            xml.writeEndElement();
        });
    }

    private static byte[] drawing(WorkbookChart chart) {
        return xml(xml -> {
            xml.writeStartElement("xdr:wsDr");
            xml.writeNamespace("xdr", DRAWING);
            xml.writeNamespace("a", MAIN);
            xml.writeStartElement("xdr:twoCellAnchor");
            anchor(xml, "xdr:from", LEFT, 1);
            anchor(
                    xml,
                    "xdr:to",
                    LEFT + WIDTH,
                    1 + OTHER_ROWS + ROWS_FOR_EACH_BAR * chart.bars().size());
            xml.writeStartElement("xdr:graphicFrame");
            xml.writeAttribute("macro", "");
            xml.writeStartElement("xdr:nvGraphicFramePr");
            empty(xml, "xdr:cNvPr", "id", "2", "name", chart.title(), "descr", chart.title());
            xml.writeEmptyElement("xdr:cNvGraphicFramePr");
            xml.writeEndElement();
            xml.writeStartElement("xdr:xfrm");
            empty(xml, "a:off", "x", "0", "y", "0");
            empty(xml, "a:ext", "cx", "0", "cy", "0");
            xml.writeEndElement();
            xml.writeStartElement("a:graphic");
            xml.writeStartElement("a:graphicData");
            xml.writeAttribute("uri", CHART);
            xml.writeEmptyElement("c:chart");
            xml.writeNamespace("c", CHART);
            xml.writeNamespace("r", RELATIONS);
            xml.writeAttribute("r:id", "rId1");
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEmptyElement("xdr:clientData");
            xml.writeEndElement();
            xml.writeEndElement();
        });
    }

    private static void anchor(XMLStreamWriter xml, String name, int column, int row) throws XMLStreamException {
        xml.writeStartElement(name);
        text(xml, "xdr:col", String.valueOf(column));
        text(xml, "xdr:colOff", "0");
        text(xml, "xdr:row", String.valueOf(row));
        text(xml, "xdr:rowOff", "0");
        xml.writeEndElement();
    }

    private static byte[] chart(WorkbookChart chart) {
        return xml(xml -> {
            xml.writeStartElement("c:chartSpace");
            xml.writeNamespace("c", CHART);
            xml.writeNamespace("a", MAIN);
            empty(xml, "c:roundedCorners", "val", "0");
            xml.writeStartElement("c:chart");
            xml.writeStartElement("c:title");
            richText(xml, chart.title());
            empty(xml, "c:overlay", "val", "0");
            xml.writeEndElement();
            empty(xml, "c:autoTitleDeleted", "val", "0");
            xml.writeStartElement("c:plotArea");
            xml.writeEmptyElement("c:layout");
            bars(xml, chart);
            axis(xml, "c:catAx", "1", "2", null);
            axis(xml, "c:valAx", "2", "1", chart.unit());
            xml.writeEndElement();
            empty(xml, "c:plotVisOnly", "val", "1");
            xml.writeEndElement();
            xml.writeEndElement();
        });
    }

    private static void bars(XMLStreamWriter xml, WorkbookChart chart) throws XMLStreamException {
        xml.writeStartElement("c:barChart");
        empty(xml, "c:barDir", "val", "bar");
        empty(xml, "c:grouping", "val", "clustered");
        empty(xml, "c:varyColors", "val", "0");
        xml.writeStartElement("c:ser");
        empty(xml, "c:idx", "val", "0");
        empty(xml, "c:order", "val", "0");
        xml.writeStartElement("c:tx");
        xml.writeStartElement("c:strRef");
        text(xml, "c:f", cells(chart, chart.values(), 1, 1));
        xml.writeEndElement();
        xml.writeEndElement();
        empty(xml, "c:invertIfNegative", "val", "0");
        xml.writeStartElement("c:dLbls");
        for (String shown :
                List.of("c:showLegendKey", "c:showVal", "c:showCatName", "c:showSerName", "c:showPercent")) {
            empty(xml, shown, "val", shown.equals("c:showVal") ? "1" : "0");
        }
        xml.writeEndElement();
        List<WorkbookChart.Bar> bars = chart.bars();
        points(xml, "c:cat", "c:strRef", chart, chart.names(), WorkbookChart.Bar::name);
        points(xml, "c:val", "c:numRef", chart, chart.values(), bar -> String.valueOf(bar.value()));
        xml.writeEndElement();
        empty(xml, "c:gapWidth", "val", bars.size() > 1 ? "60" : "150");
        empty(xml, "c:axId", "val", "1");
        empty(xml, "c:axId", "val", "2");
        xml.writeEndElement();
    }

    private static void points(
            XMLStreamWriter xml,
            String element,
            String reference,
            WorkbookChart chart,
            int column,
            Function<WorkbookChart.Bar, String> value)
            throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeStartElement(reference);
        text(xml, "c:f", cells(chart, column, 2, chart.bars().size() + 1));
        xml.writeStartElement(reference.replace("Ref", "Cache"));
        if (reference.equals("c:numRef")) {
            text(xml, "c:formatCode", WorkbookColumn.Kind.NUMBER.format());
        }
        empty(xml, "c:ptCount", "val", String.valueOf(chart.bars().size()));
        for (int i = 0; i < chart.bars().size(); i++) {
            xml.writeStartElement("c:pt");
            xml.writeAttribute("idx", String.valueOf(i));
            text(xml, "c:v", value.apply(chart.bars().get(i)));
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    /** An axis: of names without a unit, of lengths with one. */
    private static void axis(
            XMLStreamWriter xml, String element, String id, String other, WorkbookChart.@Nullable Unit unit)
            throws XMLStreamException {
        xml.writeStartElement(element);
        empty(xml, "c:axId", "val", id);
        xml.writeStartElement("c:scaling");
        empty(xml, "c:orientation", "val", unit == null ? "maxMin" : "minMax");
        xml.writeEndElement();
        empty(xml, "c:delete", "val", "0");
        empty(xml, "c:axPos", "val", unit == null ? "l" : "b");
        if (unit != null) {
            xml.writeEmptyElement("c:majorGridlines");
            empty(xml, "c:numFmt", "formatCode", "#,##0.0", "sourceLinked", "0");
        }
        empty(xml, "c:tickLblPos", "val", "low");
        empty(xml, "c:crossAx", "val", other);
        empty(xml, "c:crosses", "val", unit == null ? "autoZero" : "max");
        if (unit != null) {
            xml.writeStartElement("c:dispUnits");
            empty(xml, "c:builtInUnit", "val", unit.id());
            xml.writeStartElement("c:dispUnitsLbl");
            richText(xml, unit.label());
            xml.writeEndElement();
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void richText(XMLStreamWriter xml, String text) throws XMLStreamException {
        xml.writeStartElement("c:tx");
        xml.writeStartElement("c:rich");
        xml.writeEmptyElement("a:bodyPr");
        xml.writeStartElement("a:p");
        xml.writeStartElement("a:r");
        text(xml, "a:t", text);
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    /** The rows of a column as a formula names them, rows from 1. */
    private static String cells(WorkbookChart chart, int column, int first, int last) {
        char letter = (char) ('A' + column);
        String sheet = "'" + chart.sheet().replace("'", "''") + "'!$" + letter + "$";
        return first == last ? sheet + first : sheet + first + ":$" + letter + "$" + last;
    }

    private static void text(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void empty(XMLStreamWriter xml, String name, String... attributes) throws XMLStreamException {
        xml.writeEmptyElement(name);
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }

    private interface Body {
        void writeTo(XMLStreamWriter xml) throws XMLStreamException;
    }

    private static byte[] xml(Body body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            // Not the one of whichever library is on the class path.
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            body.writeTo(xml);
            xml.writeEndDocument();
            xml.close();
            return out.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e); // memory takes every byte, and no element is left open
        }
    }
}
