package org.countsas.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countsas.CountsAs;

/** The classes of the project without its tests and its compiled templates, read once for all tests of the architecture. */
final class House {
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/org/countsas/template/"))
            .importUrl(CountsAs.class.getProtectionDomain().getCodeSource().getLocation());

    private House() {}

    /** The classes that have a file of their own, without the descriptions of packages. */
    static Stream<JavaClass> files() {
        return CLASSES.stream()
                .filter(type -> type.isTopLevelClass() && !type.getName().endsWith(".package-info"));
    }

    static Set<JavaPackage> packages() {
        return CLASSES.stream().map(JavaClass::getPackage).collect(Collectors.toSet());
    }

    static Set<String> packageNames() {
        return CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
    }
}
