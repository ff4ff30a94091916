package retention.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the customer told us. */
public final class Surveys extends Facts<Survey, Surveys> {

    /** Null when the list was not sent. */
    public Surveys(@Nullable List<Survey> items) {
        super(items);
    }

    @Override
    Surveys of(@Nullable List<Survey> items) {
        return new Surveys(items);
    }

    /** Throws IllegalArgumentException for a kind that does not exist, so a misspelt rule fails when it is loaded. */
    @About("those of one kind: NPS, CSAT, CES or STARS")
    public Surveys of(String kind) {
        SurveyKind wanted = SurveyKind.valueOf(kind);
        return where(s -> s.kind() == wanted);
    }

    @About("the most recent one of a kind: NPS, CSAT, CES or STARS")
    public @Nullable Survey latest(String kind) {
        return of(kind).latest();
    }

    @About(value = "the answers together; not known when none is", least = 0)
    public @Nullable Integer totalScore() {
        return total(Survey::score);
    }

    @About("those with a tone known to be unhappy")
    public Surveys negative() {
        return where(s -> s.sentiment() == Sentiment.NEGATIVE);
    }
}
