package org.countsas.report.page;
import java.nio.file.*;
import org.countsas.report.Language;
final class WritePages { public static void main(String[] a) throws Exception { for (Language l : Language.values()) Files.writeString(Path.of(a[1], "page-" + l.id() + ".html"), ComparisonPage.of(Pages.of(Path.of(a[0]), "japan-2022", "japan-2025-proposal"), l)); } }
