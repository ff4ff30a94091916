package retention.rules;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The plays of {@code playbook.yaml}, in parts, in the order of the file: what we want to do, whichever rule does it. */
public record Playbook(List<Part> parts) {

    /** Copies the list. */
    public Playbook {
        parts = List.copyOf(parts);
    }

    /** Plays with one purpose. */
    public record Part(String title, @Nullable String about, List<Play> plays) {
        /** Copies the list. */
        public Part {
            plays = List.copyOf(plays);
        }
    }

    /**
     * One idea.
     *
     * @param code such as T1; rules name it in the comment above them
     * @param when how we notice
     * @param what what we do about it
     * @param keptBy what keeps it where it is no matter of rules
     */
    public record Play(
            String code, String when, String what, @Nullable String keptBy) {}

    /** Every play, in order. */
    public Stream<Play> plays() {
        return parts.stream().flatMap(part -> part.plays().stream());
    }

    /** The codes of all plays, in order. */
    public List<String> codes() {
        return plays().map(Play::code).toList();
    }

    /** The codes of the plays that no rule names and nothing else keeps. */
    public List<String> withoutRule(RuleListing listing) {
        Set<String> named =
                listing.rules().stream().flatMap(rule -> rule.plays().stream()).collect(Collectors.toSet());
        return plays().filter(play -> play.keptBy() == null && !named.contains(play.code()))
                .map(Play::code)
                .toList();
    }

    /** The rules that name no play of this book. */
    public List<RuleListing.Entry> withoutPlay(RuleListing listing) {
        List<String> codes = codes();
        return listing.rules().stream()
                .filter(rule -> rule.plays().stream().noneMatch(codes::contains))
                .toList();
    }
}
