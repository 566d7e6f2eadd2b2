package io.sioscope.app.cli;

import io.sioscope.app.workbench.Words;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The options of a command with many of them, in its help: first those of no group, then group after group under a head. Groups that
 * the parser knows of would let an option stand twice.
 */
final class OptionGroups implements IHelpSectionRenderer {
    private final Map<Class<?>, String> heads;
    private final Words words;

    /**
     * Groups by the class in which an option stands.
     *
     * @param heads the keys of the groups' heads, in their order
     */
    OptionGroups(Map<Class<?>, String> heads, Words words) {
        this.heads = heads;
        this.words = words;
    }

    @Override
    public String render(Help help) {
        List<OptionSpec> all = help.commandSpec().options();
        StringBuilder text = new StringBuilder();
        List<OptionSpec> rest = new ArrayList<>(all);
        rest.removeIf(option -> heads.containsKey(group(option)));
        text.append(list(rest, help));
        heads.forEach((group, head) -> text.append('\n')
                .append(words.get(head))
                .append('\n')
                .append(list(all.stream().filter(option -> group.equals(group(option))).toList(), help)));
        return text.toString();
    }

    private static Class<?> group(OptionSpec option) {
        return option.userObject() instanceof Field field ? field.getDeclaringClass() : Object.class;
    }

    /** All lists have the columns of the whole. */
    private static String list(List<OptionSpec> options, Help help) {
        Help.Layout layout = help.createDefaultLayout(
                help.commandSpec().options(), List.of(), help.colorScheme());
        layout.addAllOptions(options, help.createDefaultParamLabelRenderer());
        return layout.toString();
    }
}
