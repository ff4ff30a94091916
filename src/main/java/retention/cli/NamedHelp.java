package retention.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Help.IOptionRenderer;
import picocli.CommandLine.IHelpFactory;
import picocli.CommandLine.Model.CommandSpec;

/** Help that tells below each option by which variable of the environment it can be given. */
final class NamedHelp implements IHelpFactory {

    private final Environment environment;

    NamedHelp(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Help create(CommandSpec verb, ColorScheme colors) {
        return new Help(verb, colors) {
            @Override
            public IOptionRenderer createDefaultOptionRenderer() {
                IOptionRenderer plain = super.createDefaultOptionRenderer();
                return (option, labels, scheme) -> {
                    Text[][] rows = plain.render(option, labels, scheme);
                    return environment
                            .of(option)
                            .map(name -> below(rows, scheme.text("environment: " + name)))
                            .orElse(rows);
                };
            }
        };
    }

    /** One more row, with the text where the description stands. */
    private static Text[][] below(Text[][] rows, Text text) {
        var all = new ArrayList<>(List.of(rows));
        Text[] last = new Text[rows[0].length];
        Arrays.fill(last, text.substring(0, 0));
        last[last.length - 1] = text;
        all.add(last);
        return all.toArray(Text[][]::new);
    }
}
