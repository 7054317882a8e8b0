#include "help_page.hpp"

#include <algorithm>

namespace reglament {

namespace {

constexpr std::size_t page_width = 100;
constexpr std::size_t names_width = 30;  // of the column of option names, with its indent

// Characters as a terminal shows them: the alphabets of the three languages have no wide or combining ones.
std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

// `text` in lines of at most page_width, all but the first behind `indent` spaces; the first begins at column `at`.
std::string wrapped(std::string_view text, std::size_t indent, std::size_t at) {
  std::string lines;
  bool begins = true;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    if (!begins && at + 1 + width_of(word) > page_width) {
      lines += '\n' + std::string(indent, ' ');
      at = indent;
      begins = true;
    }
    if (!begins) {
      lines += ' ';
      ++at;
    }
    lines += word;
    at += width_of(word);
    begins = false;
  }
  return lines;
}

std::string paragraph(std::string_view text, std::size_t indent) {
  return std::string(indent, ' ') + wrapped(text, indent, indent) + '\n';
}

// `names`, and beside or below them what they mean.
std::string row(const std::string& names, std::string_view meaning) {
  std::string text = "  " + names;
  std::size_t at = 2 + width_of(names);
  if (at + 2 > names_width) {
    text += '\n';
    at = 0;
  }
  return text + std::string(names_width - at, ' ') + wrapped(meaning, names_width, names_width) + '\n';
}

std::string names_of(const CLI::Option& option) {
  if (!option.nonpositional()) return option.get_name(true) + (option.get_expected_max() > 1 ? "..." : "");
  std::string names;
  for (const std::string& name : option.get_snames()) names += (names.empty() ? "-" : ", -") + name;
  if (names.empty()) names = "   ";
  for (const std::string& name : option.get_lnames()) names += (names == "   " ? " --" : ", --") + name;
  const std::string& value = option.get_type_name();
  return option.get_expected_max() == 0 || value.empty() ? names : names + " " + value;
}

// The options of the app and, for a subcommand, of the program.
std::vector<const CLI::Option*> options_of(const CLI::App& app) {
  std::vector<const CLI::Option*> options = app.get_options();
  if (app.get_parent() == nullptr) return options;
  for (const CLI::Option* option : app.get_parent()->get_options()) {
    const bool is_own = std::any_of(options.begin(), options.end(), [&](const CLI::Option* own) {
      return own->get_name() == option->get_name();
    });
    const bool is_path = !option->nonpositional();
    const bool has_positional = std::any_of(options.begin(), options.end(),
                                            [](const CLI::Option* own) { return !own->nonpositional(); });
    if (!is_own && !(is_path && has_positional)) options.push_back(option);
  }
  return options;
}

std::string usage(const CLI::App& app, const std::string& name) {
  std::string text = name;
  if (!app.get_subcommands({}).empty()) text += answers_without_subcommand(app) ? " [COMMAND]" : " COMMAND";
  text += " [OPTION...]";
  for (const CLI::Option* option : options_of(app)) {
    if (option->nonpositional()) continue;
    text += option->get_required() ? " " + names_of(*option) : " [" + names_of(*option) + "]";
  }
  return text;
}

std::vector<std::string> groups_of(const std::vector<const CLI::Option*>& options) {
  std::vector<std::string> groups;
  for (const CLI::Option* option : options) {
    const std::string& group = option->get_group();
    if (!group.empty() && std::find(groups.begin(), groups.end(), group) == groups.end())
      groups.push_back(group);
  }
  return groups;
}

}  // namespace

std::string HelpPage::make_help(const CLI::App* app, std::string name, CLI::AppFormatMode /*mode*/) const {
  std::string text = paragraph(app->get_description(), 0);
  text += '\n' + say(language_, "help-usage", {usage(*app, name)}) + '\n';

  bool any_example = false;
  for (const Example& example : page_.examples) {
    if (!(std::string{example.command} + " ").starts_with(name + " ")) continue;
    if (!any_example) text += '\n' + say(language_, "help-examples") + '\n';
    any_example = true;
    text += "  " + std::string{example.command} + '\n' + paragraph(say(language_, example.answers), 6);
  }

  const auto subcommands = app->get_subcommands({});
  if (!subcommands.empty()) text += '\n' + say(language_, "help-commands") + '\n';
  for (const CLI::App* subcommand : subcommands)
    text += row(subcommand->get_name(), subcommand->get_description());

  const std::vector<const CLI::Option*> options = options_of(*app);
  for (const std::string& group : groups_of(options)) {
    text += '\n' + group + ":\n";
    for (const CLI::Option* option : options) {
      if (option->get_group() == group) text += row(names_of(*option), option->get_description());
    }
  }
  return text;
}

bool answers_without_subcommand(const CLI::App& app) {
  const std::vector<const CLI::Option*> options = app.get_options();
  return std::any_of(options.begin(), options.end(), [](const CLI::Option* option) {
    return !option->nonpositional() && option->get_name() != "PATH";
  });
}

}  // namespace reglament
