package retention;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sections of {@code docs/errors.md} with their examples. */
final class ErrorsPage {

    private static final Path PAGE = Path.of("docs/errors.md");
    private static final Pattern HEADING = Pattern.compile("(?m)^## (\\w+) .+$");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)(?: ([^\n]+))?\n(.*?)^```$");

    private static final Pattern PLACE = Pattern.compile("rules/([^:]+):(\\d+):");

    /** A block of code: what it is, the file it stands for, and its text. */
    record Block(String kind, String file, String text) {

        boolean is(String other) {
            return kind.equals(other);
        }

        Block with(String other) {
            return new Block(kind, file, other);
        }

        void write(Path folder) throws IOException {
            Path file = folder.resolve(file().startsWith("fixtures/") ? file() : "rules/" + file())
                    .normalize();
            Charset charset = is("latin1") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, charset);
        }

        /** Takes away the files that it names. */
        void remove(Path folder) throws IOException {
            for (String name : text.lines().toList()) {
                Path gone = folder.resolve("rules").resolve(name).normalize();
                try (Stream<Path> files = Files.walk(gone)) {
                    for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                        Files.delete(file);
                    }
                }
            }
        }
    }

    /** One code with its blocks. */
    record Section(String code, List<Block> blocks) {

        String told() {
            return text("told");
        }

        /** Writes the files with the mistake, and takes away what is gone. */
        void spoil(Path folder) throws IOException {
            for (Block block : blocks) {
                if (block.is("wrong") || block.is("latin1")) {
                    block.write(folder);
                } else if (block.is("gone")) {
                    block.remove(folder);
                }
            }
        }

        /** Writes the mended files. */
        void mend(Path folder) throws IOException {
            for (Block block : blocks) {
                if (block.is("right")) {
                    block.write(folder);
                } else if (block.is("wrong") && !text("instead").isEmpty()) {
                    block.with(instead(block)).write(folder);
                }
            }
        }

        /** The text of a file with the line with the mark mended, if that line is in it. */
        private String instead(Block wrong) {
            Matcher place = PLACE.matcher(told());
            if (!place.lookingAt() || !place.group(1).equals(wrong.file())) {
                return wrong.text();
            }
            List<String> lines = new ArrayList<>(wrong.text().lines().toList());
            lines.set(Integer.parseInt(place.group(2)) - 1, text("instead").stripTrailing());
            return String.join("\n", lines) + "\n";
        }

        private String text(String kind) {
            return blocks.stream()
                    .filter(block -> block.is(kind))
                    .map(Block::text)
                    .findFirst()
                    .orElse("");
        }

        @Override
        public String toString() {
            return code;
        }
    }

    private ErrorsPage() {}

    /** The sections in their order. */
    static List<Section> sections() throws IOException {
        String page = Files.readString(PAGE);
        var sections = new ArrayList<Section>();
        Matcher heading = HEADING.matcher(page);
        boolean more = heading.find();
        while (more) {
            String code = heading.group(1);
            int begin = heading.end();
            more = heading.find();
            sections.add(new Section(code, blocks(page.substring(begin, more ? heading.start() : page.length()))));
        }
        return sections;
    }

    private static List<Block> blocks(String text) {
        return BLOCK.matcher(text)
                .results()
                .map(found -> new Block(found.group(1), found.group(2) == null ? "" : found.group(2), found.group(3)))
                .toList();
    }
}
