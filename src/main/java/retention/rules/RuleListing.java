package retention.rules;

import java.util.List;

/** What a rule folder holds, for people: each rule with its place and the comment above it. */
public record RuleListing(String revision, String engineVersion, List<Entry> rules) {

    /** One rule. */
    public record Entry(String name, String strategy, String file, int line, String note) {}
}
