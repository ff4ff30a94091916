package retention.playbook;

import retention.advice.Scale;
import retention.advice.Scales;

/** Shows where the scores begin and what is low or high, without which points say little. */
final class ScoresPart {

    static final String TITLE = "The scores";

    private ScoresPart() {}

    static String page(Scales scales) {
        return Markdown.heading(2, TITLE)
                + Markdown.paragraph(
                        "Each score is a number from 0 to 100. All points that count for a customer are added to "
                                + "where it begins.")
                + Markdown.table("score", "begins at", "low below", "high from")
                + row("trust", scales.trust())
                + row("satisfaction", scales.satisfaction())
                + row("switching cost", scales.switchingCost());
    }

    private static String row(String name, Scale scale) {
        return Markdown.row(
                name,
                Integer.toString(scale.base()),
                Integer.toString(scale.lowBelow()),
                Integer.toString(scale.highFrom()));
    }
}
