// reglament: runs the other commands by name, `reglament check` being `reglament-check`.
#include <array>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <unistd.h>

#include "options.hpp"
#include "reglament/version.hpp"

namespace reglament {

namespace {

namespace fs = std::filesystem;

constexpr std::array commands{
    std::pair{"check", "about-check"},
    std::pair{"frequency", "about-frequency"},
    std::pair{"deadlines", "about-deadlines"},
    std::pair{"extensions", "about-extensions"},
    std::pair{"formalities", "about-formalities"},
    std::pair{"calendar", "about-calendar"},
    std::pair{"rules", "about-rules"},
    std::pair{"records", "about-records"},
};

fs::path own_folder() {
  std::error_code error;
  return fs::read_symlink("/proc/self/exe", error).parent_path();
}

std::vector<fs::path> folders_of_programs() {
  std::vector<fs::path> folders{own_folder()};
  const char* const path = std::getenv("PATH");
  std::string_view list = path == nullptr ? "" : path;
  while (!list.empty()) {
    const std::size_t colon = std::min(list.find(':'), list.size());
    if (colon > 0) folders.emplace_back(list.substr(0, colon));
    list.remove_prefix(std::min(colon + 1, list.size()));
  }
  return folders;
}

std::optional<fs::path> find_program(const std::string& name) {
  for (const fs::path& folder : folders_of_programs()) {
    const fs::path program = folder / ("reglament-" + name);
    std::error_code ignored;
    if (fs::is_regular_file(program, ignored) && ::access(program.c_str(), X_OK) == 0) return program;
  }
  return std::nullopt;
}

std::string list_of_commands(Language language) {
  std::string text = say(language, "about-reglament") + "\n\n" +
                     say(language, "help-usage", {"reglament [--version] [--lang kk|ru|en] COMMAND [OPTION...] [PATH...]"}) + "\n\n" +
                     say(language, "help-commands") + "\n";
  for (const auto& [name, about] : commands) {
    const std::string padding(13 - std::string_view{name}.size(), ' ');
    text += "  " + std::string{name} + padding + say(language, about) + "\n";
  }
  return text + "\n" + say(language, "help-of-command", {"reglament COMMAND --help", "reglament(1)"}) + "\n";
}

std::vector<std::string> known_names() {
  std::vector<std::string> names{"help"};
  for (const auto& [name, about] : commands) names.emplace_back(name);
  return names;
}

bool is_name(const std::string& argument) {
  return !argument.empty() && argument.find('/') == std::string::npos;
}

[[noreturn]] void run(const std::string& name, const std::vector<std::string>& arguments, Language language) {
  const auto program = is_name(name) ? find_program(name) : std::nullopt;
  if (!program) {
    say_line(
        "reglament: " +
        wording(unknown(name, "subcommand-unknown", "subcommand-unknown-near", known_names()), language));
    say_line(say(language, "command-not-run", {"reglament"}));
    throw Exit{2};
  }
  std::vector<std::string> words{program->string()};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  ::execv(program->c_str(), pointers.data());
  throw std::system_error{errno, std::generic_category(), program->string()};
}

// What stands before the name of the command goes to it too: `reglament --lang kk check` is `reglament check --lang kk`.
int dispatch(std::vector<std::string> arguments, Language language) {
  std::vector<std::string> before;
  while (!arguments.empty() && arguments.front().starts_with("--lang")) {
    const bool has_value = arguments.front() == "--lang" && arguments.size() > 1;
    before.insert(before.end(), arguments.begin(), arguments.begin() + (has_value ? 2 : 1));
    arguments.erase(arguments.begin(), arguments.begin() + (has_value ? 2 : 1));
  }
  const std::string name = arguments.empty() ? "help" : arguments.front();
  if (!arguments.empty()) arguments.erase(arguments.begin());
  if (name == "--version") {
    write_output("", "reglament " + std::string{version()} + "\n");
    return 0;
  }
  const bool asks_help = name == "help" || name == "--help" || name == "-h";
  if (asks_help && (arguments.empty() || arguments.front().starts_with('-'))) {
    write_output("", list_of_commands(language));
    return 0;
  }
  before.insert(before.begin(), arguments.begin() + (asks_help ? 1 : 0), arguments.end());
  if (asks_help) before.insert(before.begin(), "--help");
  run(asks_help ? arguments.front() : name, before, language);
}

}  // namespace

}  // namespace reglament

int main(int argc, char** argv) {
  using namespace reglament;
  return run_program(argc, argv, [&] {
    return dispatch({argv + 1, argv + argc}, early_language(argc, argv));
  });
}
