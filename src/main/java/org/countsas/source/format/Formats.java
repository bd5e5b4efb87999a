package org.countsas.source.format;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;

/** The formats of one reading: hands each file to the one that recognises it. Not thread-safe. */
public final class Formats {
    private final ReadingContext context;
    private final List<SourceFormat> formats;
    private final Map<SourceFormat, FormatReader> readers = new HashMap<>();

    /** @param context what the formats are given */
    public Formats(ReadingContext context) {
        this.context = context;
        this.formats = all();
    }

    /** All formats that are on the class path, in the order in which files are offered to them. */
    static List<SourceFormat> all() {
        return ServiceLoader.load(SourceFormat.class, SourceFormat.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(SourceFormat::evidence)
                        .thenComparing(format -> format.getClass().getName()))
                .toList();
    }

    /** The name endings, in lower case and without the dot, of the files to pick from a folder. */
    public Set<String> endings() {
        return formats.stream().flatMap(format -> format.endings().stream()).collect(Collectors.toSet());
    }

    /**
     * Lets a file's format read it.
     *
     * @throws org.countsas.problem.ProblemException if the file cannot be used at all, or is in no format
     */
    public void read(InputFile file) {
        SourceFormat format = formats.stream()
                .filter(candidate -> candidate.recognises(file))
                .findFirst()
                .orElseThrow(() -> Refusal.of(file, formats));
        readers.computeIfAbsent(format, each -> each.open(context)).read(file);
    }

    /**
     * Lets the formats add what they could not add before all files were read.
     *
     * @throws org.countsas.problem.ProblemException if the files of a format cannot be used together
     */
    public void finish() {
        formats.forEach(format -> {
            FormatReader reader = readers.get(format);
            if (reader != null) {
                reader.finish();
            }
        });
    }
}
