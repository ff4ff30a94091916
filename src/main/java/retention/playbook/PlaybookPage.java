package retention.playbook;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import retention.advice.Action;
import retention.advice.Scales;
import retention.rules.Playbook;
import retention.rules.RuleBook;
import retention.rules.RuleListing;

/** The playbook as one page: part by part, play by play, each with the rules that serve it, then the scores and the catalogue. */
public final class PlaybookPage {

    private static final String OTHERS = "Rules of no play";

    private final RuleListing listing;
    private final Playbook playbook;
    private final Scales scales;
    private final RuleTables tables;
    private final CataloguePart catalogue;

    private PlaybookPage(RuleBook book, Function<RuleListing.Entry, String> places) {
        Playbook plays = book.playbook();
        this.listing = book.listing();
        this.playbook = plays == null ? new Playbook(List.of()) : plays;
        this.scales = book.scales();
        this.tables = new RuleTables(book.catalogue(), places);
        this.catalogue = new CataloguePart(book.catalogue(), this::playsOf);
    }

    /** The page in Markdown; {@code places} tells the address of a rule, for links. */
    public static String of(RuleBook book, Function<RuleListing.Entry, String> places) {
        return new PlaybookPage(book, places).page();
    }

    private String page() {
        var page = new StringBuilder("""
                # Playbook

                What we do to keep a customer, when, who does it, and why. This page is made from the rule folder by
                `./advisor playbook`: to change it, change the rules.

                A **play** is an idea; the **rules** in its tables carry it out, and an **action** is what they ask for. A rule that
                says *not* wins over every rule that asks for the same action. What **counts** gives or takes points of the three
                scores, or raises a sign that other rules ask for. *Who does it* names the owner, the kind (service puts something
                right, a task is work for our own people, marketing offers or invites) and the channels, best first.

                Before an action reaches a customer, their consent, one offer at a time and the way out for whoever wants to leave
                are seen to, whatever the rules say.

                """);
        playbook.parts().forEach(part -> page.append(contents(part)));
        for (String title : List.of(ScoresPart.TITLE, CataloguePart.TITLE)) {
            page.append("- ").append(Markdown.linkTo(title, title)).append("\n");
        }
        playbook.parts().forEach(part -> page.append(part(part)));
        return page.append(others())
                .append(ScoresPart.page(scales))
                .append(catalogue.page())
                .toString();
    }

    private static String contents(Playbook.Part part) {
        String plays = part.plays().stream().map(PlaybookPage::link).collect(Collectors.joining(" "));
        return "- " + Markdown.linkTo(part.title(), part.title()) + ": " + plays + "\n";
    }

    private String part(Playbook.Part part) {
        return Markdown.heading(2, part.title())
                + (part.about() == null ? "" : Markdown.paragraph(part.about()))
                + part.plays().stream().map(this::play).collect(Collectors.joining());
    }

    private String play(Playbook.Play play) {
        List<RuleListing.Entry> rules = listing.rules().stream()
                .filter(rule -> rule.plays().contains(play.code()))
                .toList();
        String kept = play.keptBy() == null ? "" : "\n**What keeps it:** " + Markdown.text(play.keptBy()) + "\n";
        String nothing = rules.isEmpty() && kept.isEmpty() ? "\n*No rule does this yet.*\n" : "";
        return Markdown.heading(3, heading(play)) + Markdown.paragraph(play.what()) + kept + nothing + tables.of(rules);
    }

    /** So that no rule is missing from the page. */
    private String others() {
        List<RuleListing.Entry> rules = playbook.withoutPlay(listing);
        return rules.isEmpty() ? "" : Markdown.heading(2, OTHERS) + tables.of(rules);
    }

    /** The plays for which some rule recommends an action, with links. */
    private String playsOf(Action action) {
        return playbook.plays()
                .filter(play -> listing.rules().stream()
                        .anyMatch(rule -> rule.plays().contains(play.code())
                                && rule.recommends().contains(action.code())))
                .map(PlaybookPage::link)
                .collect(Collectors.joining(" "));
    }

    private static String link(Playbook.Play play) {
        return Markdown.linkTo(play.code(), heading(play));
    }

    private static String heading(Playbook.Play play) {
        return play.code() + " - " + play.when();
    }
}
