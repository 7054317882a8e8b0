// The command line that the commands share: its options, where their values come from, and its help.
//
// A value is taken from its flag, else from the environment (REGLAMENT_AS_OF for --as-of), else from the project's file,
// else from the user's, else it is the default. A list is taken whole from the first that has it.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

#include "configuration.hpp"
#include "reglament/calendar/period.hpp"
#include "reglament/findings/finding.hpp"
#include "reglament/language/language.hpp"
#include "reglament/reports/report.hpp"

namespace reglament {

// What a command takes besides what all take: --lang, --color, --config, --isolated, --quiet, --verbose, --version, --help.
enum class Takes : std::uint8_t {
  paths,    // PATH...
  rules,    // --rules
  as_of,    // --as-of
  scope,    // which records and rules are judged, and what their silence means
  judging,  // waivers and baseline, what of the outcome is told, how it counts
  format,   // --format, --output
};

struct Example {
  std::string_view command;  // as typed
  std::string_view answers;  // key of a sentence
};

struct CommandPage {
  std::string_view name;   // reglament-check
  std::string_view about;  // key of a sentence
  std::vector<Example> examples;
  std::vector<Takes> takes;
  std::vector<Format> formats{Format::text, Format::json};  // in which it may answer
};

struct ReportFile {
  Format format{};
  std::string path;
};

// The common options, each checked. What a command does not take has its default.
struct Options {
  std::string program;
  Language language = Language::en;
  bool color = false;  // of standard output
  int verbosity = 0;   // -1 quiet, 1 verbose

  std::vector<std::string> paths{"."};
  std::vector<Given> rules;  // packs or folders
  std::string project;       // the folder of the project's file, where there is one; empty: the current one
  Configuration configuration;

  Day as_of{};
  std::optional<DayRange> period;
  std::optional<Given> office;
  std::optional<Given> body;
  std::vector<Given> select;  // globs
  std::vector<Given> ignore;
  Severity severity = Severity::note;                 // rules below it are not judged
  std::optional<Severity> fail_on = Severity::error;  // none: never
  std::vector<std::string> holds;
  bool holds_all = false;
  bool allow_empty = false;
  bool all = false;
  bool stats = false;
  unsigned jobs = 1;
  std::optional<std::string> waivers;
  std::optional<std::string> baseline;
  bool update_baseline = false;

  Format format = Format::text;
  std::string output;               // empty: standard output
  std::vector<ReportFile> reports;  // further ones
};

// Thrown when nothing is left to do: help was printed, or what is wrong was said.
struct Exit {
  int status;
};

class CommandLine {
 public:
  CommandLine(CommandPage page, int argc, char** argv);
  ~CommandLine();
  CommandLine(const CommandLine&) = delete;
  CommandLine& operator=(const CommandLine&) = delete;

  // For the command's own options and subcommands; describe them by `text`. Subcommands take the common options too.
  CLI::App& app() { return *app_; }
  // What one subcommand takes besides, and the option that gives it its PATHs, if any.
  void let_take(CLI::App& subcommand, const std::vector<Takes>& takes, CLI::Option* paths = nullptr);
  // The sentence of `key` in the language of the help: that of --lang, else of REGLAMENT_LANG, else of the locale.
  std::string text(std::string_view key) const { return say(language_, key); }

  // Errors    Exit: after --help and --version with 0; after what is wrong with the command line or a configuration
  //           file, all of which is said on standard error, with 2.
  Options parse();

 private:
  void add_options(CLI::App& app, const std::vector<Takes>& takes);
  void forget_other_subcommands();
  void parse_flags();
  [[noreturn]] void refuse(const Message& message) const;
  void refuse_leftovers() const;

  CommandPage page_;
  int argc_;
  char** argv_;
  Language language_;
  std::unique_ptr<CLI::App> app_;
  std::map<std::string, CLI::Option*, std::less<>> common_;  // by long name; PATH for what gives the paths
  std::map<std::string, const CLI::App*> taken_by_;          // those of `common_` that one subcommand takes
};

// The language that is known before anything is read: of --lang, else of REGLAMENT_LANG, else of the locale.
Language early_language(int argc, char** argv);

// Runs a command. What it throws is said on standard error, in the user's language, and ends in status 2.
int run_program(int argc, char** argv, const std::function<int()>& command);

// One line on standard error.
void say_error(const Diagnostic& error, Language language);
void say_line(const std::string& line);

// Writes `content` to `path` whole or not at all; to standard output where the path is empty or `-`.
// Errors    InputError (cannot-write)
void write_output(const std::string& path, std::string_view content);

// "did you mean": the message `key` with what was given, or `key_near` with the nearest of `known` behind it.
// `key` may name what there is in {1}.
Message unknown(const std::string& given, std::string key, std::string key_near,
                const std::vector<std::string>& known);

}  // namespace reglament
