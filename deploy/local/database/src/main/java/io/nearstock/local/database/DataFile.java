package io.nearstock.local.database;

import static java.util.Comparator.comparingLong;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A numbered file: a journal, or the base that replaces all files up to its number. */
record DataFile(Path path, long number, boolean isBase) {

    private static final Pattern NAME = Pattern.compile("(\\d+)\\.(base|journal)");

    static DataFile journal(Path directory, long number) {
        return new DataFile(directory.resolve("%08d.journal".formatted(number)), number, false);
    }

    static DataFile base(Path directory, long number) {
        return new DataFile(directory.resolve("%08d.base".formatted(number)), number, true);
    }

    /** All there are, in the order in which their changes happened; a base after the journal of its number. */
    static List<DataFile> in(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(path -> path.getFileName().toString())
                    .map(NAME::matcher)
                    .filter(name -> name.matches())
                    .map(name -> of(directory, Long.parseLong(name.group(1)), name.group(2)))
                    .sorted(comparingLong(DataFile::number).thenComparing(DataFile::isBase))
                    .toList();
        }
    }

    private static DataFile of(Path directory, long number, String kind) {
        return kind.equals("base") ? base(directory, number) : journal(directory, number);
    }

    long size() throws IOException {
        return Files.size(path);
    }
}
