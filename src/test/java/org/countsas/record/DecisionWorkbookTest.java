package org.countsas.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.countsas.adjudication.Adjudicator;
import org.countsas.adjudication.Decision;
import org.countsas.definition.Definition;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.item.SourceAttributes;
import org.countsas.item.Stage;
import org.countsas.output.Language;
import org.countsas.report.Decisions;
import org.countsas.report.Samples;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** The workbook that an official opens: in their language, with sums to pivot and charts of what counts. */
class DecisionWorkbookTest {
    private static final Definition DEFINITION = Samples.definition("japan-2022");

    private static BudgetItem item(String id, String name, String ministry, String bureau, long amount) {
        return new BudgetItem(
                Programme.builder(id)
                        .name(name)
                        .ministry(ministry)
                        .bureau(bureau)
                        .attributes(
                                id.equals("1")
                                        ? Map.of(SourceAttributes.OFFICIAL_PAGE, "https://www.mod.go.jp/j/ship.html")
                                        : Map.of(SourceAttributes.OFFICIAL_PAGE, "javascript:alert(1)"))
                        .build(),
                2024,
                Stage.INITIAL,
                amount,
                "JPY");
    }

    private static byte[] workbook(Language language) throws IOException {
        List<BudgetItem> items = List.of(
                item("1", "護衛艦の建造", "防衛省", "防衛装備庁", 200_000_000_000L),
                item("4220", "港湾整備事業", "国土交通省", "港湾局", 187_978_114_000L),
                item("3", "学校", "文部科学省", "", 5));
        List<Decision> decisions = new Adjudicator(DEFINITION, Decisions.DAY)
                .decide(
                        items,
                        Samples.countsAs()
                                .evaluate(items.stream()
                                        .map(BudgetItem::programme)
                                        .toList()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DecisionWorkbook workbook = new DecisionWorkbook(Samples.countsAs().rules(), DEFINITION, language)) {
            for (Decision decision : decisions) {
                workbook.add(decision);
            }
            workbook.finish(out);
        }
        return out.toByteArray();
    }

    private static Map<String, List<List<String>>> sheets(byte[] workbook) throws IOException {
        Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            for (Sheet sheet : read.getSheets().toList()) {
                sheets.put(
                        sheet.getName(),
                        sheet.read().stream()
                                .map((Row row) -> row.stream()
                                        .map(cell -> Optional.ofNullable(cell)
                                                .map(Cell::getText)
                                                .orElse(""))
                                        .toList())
                                .toList());
            }
        }
        return sheets;
    }

    private static Map<String, String> parts(byte[] workbook) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                parts.put(part.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    @Test
    void every_heading_and_every_name_is_in_the_language_of_the_reader() throws IOException {
        Map<String, List<List<String>>> sheets = sheets(workbook(Language.JA));

        assertThat(sheets).containsOnlyKeys("判定", "分野・府省庁", "分野別", "府省庁別");
        List<List<String>> decisions = sheets.getOrDefault("判定", List.of());
        assertThat(decisions.get(0))
                .containsExactly(
                        "番号",
                        "事業名",
                        "府省庁",
                        "局・庁",
                        "年度",
                        "段階",
                        "予算額",
                        "通貨",
                        "定義",
                        "判定",
                        "区分",
                        "分野",
                        "他に該当する分野",
                        "算入割合",
                        "算入割合（下限）",
                        "算入割合（上限）",
                        "算入額",
                        "算入額（下限）",
                        "算入額（上限）",
                        "決め手の規則",
                        "確度",
                        "根拠",
                        "出典",
                        "理由",
                        "退けられた規則",
                        "事業のページ");
        assertThat(decisions.get(2).subList(0, 19))
                .containsExactly(
                        "4220",
                        "港湾整備事業",
                        "国土交通省",
                        "港湾局",
                        "2024",
                        "当初予算",
                        "187978114000",
                        "JPY",
                        "japan-2022",
                        "算入",
                        "他府省の関連経費",
                        "公共インフラ",
                        "",
                        "0.0733",
                        "0.0497",
                        "0.2072",
                        "13778795756",
                        "9342512266",
                        "38949065221");
        assertThat(decisions.get(2).subList(20, 22)).containsExactly("構造的な手がかり", "本プロジェクトの解釈");
        assertThat(decisions.get(3).get(9)).isEqualTo("不算入");
        assertThat(sheets.get("分野・府省庁"))
                .containsExactly(
                        List.of("判定", "区分", "分野", "府省庁", "件数", "予算額", "算入額", "算入額（下限）", "算入額（上限）"),
                        List.of(
                                "算入",
                                "防衛関係の中核経費",
                                "防衛省・自衛隊",
                                "防衛省",
                                "1",
                                "200000000000",
                                "200000000000",
                                "200000000000",
                                "200000000000"),
                        List.of(
                                "算入",
                                "他府省の関連経費",
                                "公共インフラ",
                                "国土交通省",
                                "1",
                                "187978114000",
                                "13778795756",
                                "9342512266",
                                "38949065221"),
                        List.of("不算入", "", "", "文部科学省", "1", "5", "0", "0", "0"));
        assertThat(sheets.get("府省庁別").get(0)).containsExactly("府省庁", "件数", "算入額", "算入額（下限）", "算入額（上限）");
    }

    @Test
    void the_same_is_in_english() throws IOException {
        Map<String, List<List<String>>> sheets = sheets(workbook(Language.EN));

        assertThat(sheets).containsOnlyKeys("Decisions", "Area and ministry", "By area", "By ministry");
        assertThat(sheets.get("By area"))
                .containsExactly(
                        List.of("Area", "Items", "Counted", "Counted, low", "Counted, high"),
                        List.of("Core defence", "1", "200000000000", "200000000000", "200000000000"),
                        List.of("Public infrastructure", "1", "13778795756", "9342512266", "38949065221"));
    }

    @Test
    void shares_are_in_per_cent_amounts_have_separators_and_tables_can_be_filtered_below_their_header()
            throws IOException {
        Map<String, String> parts = parts(workbook(Language.EN));
        String sheet = parts.getOrDefault("xl/worksheets/sheet1.xml", "");

        assertThat(parts.get("xl/styles.xml")).contains("formatCode=\"#,##0\"", "formatCode=\"0.00%\"");
        assertThat(sheet)
                .contains("<autoFilter ref=\"A1:Z4\"", "ySplit=\"1\"", "state=\"frozen\"")
                .containsPattern("<c r=\"N3\" s=\"[0-9]+\" t=\"n\"><v>0.0733</v>");
        assertThat(parts.get("xl/worksheets/sheet2.xml")).contains("<autoFilter ref=\"A1:I4\"");
    }

    @Test
    void the_page_of_a_programme_is_a_link_if_it_is_one_of_the_web() throws IOException {
        Map<String, String> parts = parts(workbook(Language.EN));

        assertThat(parts.get("xl/worksheets/_rels/sheet1.xml.rels"))
                .contains("Target=\"https://www.mod.go.jp/j/ship.html\"")
                .doesNotContain("javascript");
        assertThat(parts.get("xl/worksheets/sheet1.xml"))
                .containsOnlyOnce("<hyperlink ")
                .contains("ref=\"Z2\"");
        assertThat(sheets(workbook(Language.EN)).get("Decisions").get(3).get(25))
                .isEqualTo("javascript:alert(1)");
    }

    @Test
    void each_chart_is_a_native_one_that_follows_its_cells() throws Exception {
        Map<String, String> parts = parts(workbook(Language.JA));

        assertThat(parts)
                .containsKeys(
                        "xl/charts/chart3.xml",
                        "xl/charts/chart4.xml",
                        "xl/drawings/drawing3.xml",
                        "xl/drawings/_rels/drawing3.xml.rels",
                        "xl/worksheets/_rels/sheet3.xml.rels");
        assertThat(parts.get("[Content_Types].xml"))
                .contains("PartName=\"/xl/charts/chart3.xml\"", "PartName=\"/xl/drawings/drawing4.xml\"");
        assertThat(parts.get("xl/worksheets/sheet3.xml")).endsWith("<drawing r:id=\"rId1\"/></worksheet>");
        Document chart = xml(parts.getOrDefault("xl/charts/chart3.xml", ""));
        assertThat(at(chart, "//*[local-name()='title']//*[local-name()='t']"))
                .isEqualTo("分野別の算入額（2022年の安保三文書による日本の定義）");
        assertThat(at(chart, "//*[local-name()='cat']//*[local-name()='f']")).isEqualTo("'分野別'!$A$2:$A$3");
        assertThat(at(chart, "//*[local-name()='val']//*[local-name()='f']")).isEqualTo("'分野別'!$C$2:$C$3");
        assertThat(at(chart, "(//*[local-name()='val']//*[local-name()='v'])[2]"))
                .isEqualTo("13778795756");
        assertThat(at(chart, "//*[local-name()='builtInUnit']/@val")).isEqualTo("hundredMillions");
        assertThat(at(chart, "//*[local-name()='dispUnitsLbl']//*[local-name()='t']"))
                .isEqualTo("億円");
        for (String part : parts.keySet()) {
            xml(parts.getOrDefault(part, "")); // is XML
        }
    }

    private static Document xml(String text) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String at(Document document, String path) throws Exception {
        return XPathFactory.newDefaultInstance().newXPath().evaluate(path, document);
    }

    @Test
    void the_same_decisions_give_the_same_bytes() throws IOException {
        assertThat(workbook(Language.JA)).isEqualTo(workbook(Language.JA));
    }

    @Test
    void where_nothing_counts_there_is_no_chart() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DecisionWorkbook workbook = new DecisionWorkbook(Samples.countsAs().rules(), DEFINITION, Language.EN)) {
            workbook.finish(out);
        }

        assertThat(sheets(out.toByteArray())).containsOnlyKeys("Decisions", "Area and ministry");
    }
}
