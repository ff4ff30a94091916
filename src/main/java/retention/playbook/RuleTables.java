package retention.playbook;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import retention.advice.Action;
import retention.advice.Catalogue;
import retention.rules.RuleListing;

/** Shows rules: what strategies do, and what assessments count. */
final class RuleTables {

    private final Catalogue catalogue;
    private final Function<RuleListing.Entry, String> places;

    /** {@code places} tells the address of a rule, for links. */
    RuleTables(Catalogue catalogue, Function<RuleListing.Entry, String> places) {
        this.catalogue = catalogue;
        this.places = places;
    }

    /** One table for the strategies, one for the assessments; nothing when there are no rules. */
    String of(List<RuleListing.Entry> rules) {
        List<RuleListing.Entry> strategies =
                rules.stream().filter(rule -> !counts(rule)).toList();
        List<RuleListing.Entry> assessments =
                rules.stream().filter(RuleTables::counts).toList();
        var tables = new StringBuilder();
        if (!strategies.isEmpty()) {
            tables.append(Markdown.table("when", "what we do", "who does it", "why"));
            strategies.forEach(rule -> tables.append(strategy(rule)));
        }
        if (!assessments.isEmpty()) {
            tables.append(Markdown.table("what counts", "points", "why"));
            assessments.forEach(rule -> tables.append(assessment(rule)));
        }
        return tables.toString();
    }

    private static boolean counts(RuleListing.Entry rule) {
        return !rule.evidence().isEmpty() || !rule.signals().isEmpty();
    }

    private String strategy(RuleListing.Entry rule) {
        List<Action> wanted = rule.recommends().stream().map(catalogue::action).toList();
        Stream<String> what = wanted.stream().map(CataloguePart::link);
        Stream<String> not = rule.withholds().stream().map(name -> "not: " + withheld(name));
        return Markdown.row(
                name(rule),
                Markdown.lines(Stream.concat(what, not).toList()),
                Markdown.lines(wanted.stream().map(CataloguePart::who).toList()),
                Markdown.text(rule.note()));
    }

    private String withheld(String name) {
        return catalogue.tags().contains(name)
                ? CataloguePart.linkToTag(name)
                : CataloguePart.link(catalogue.action(name));
    }

    private String assessment(RuleListing.Entry rule) {
        Stream<String> points = rule.evidence().stream().map(RuleTables::points);
        Stream<String> signs = rule.signals().stream().map(signal -> "sign: " + Markdown.text(signal));
        return Markdown.row(
                name(rule), Markdown.lines(Stream.concat(points, signs).toList()), Markdown.text(rule.note()));
    }

    private String name(RuleListing.Entry rule) {
        return Markdown.link(rule.name(), places.apply(rule));
    }

    /** Like "trust -25", "satisfaction +10". */
    private static String points(RuleListing.Points points) {
        String dimension = points.dimension().toLowerCase(Locale.ROOT).replace('_', ' ');
        String sign = points.points().startsWith("-") ? "" : "+";
        return Markdown.text(dimension + " " + sign + points.points().replace("$", ""));
    }
}
