// What --help prints, in the reader's language.
#pragma once

#include <CLI/CLI.hpp>

#include "options.hpp"

namespace reglament {

// What the command is for, how it is called, examples, and then its options, group by group. Groups and descriptions of
// the app are shown as they are; give them in `language`.
class HelpPage : public CLI::FormatterBase {
 public:
  HelpPage(CommandPage page, Language language) : page_(std::move(page)), language_(language) {}

  std::string make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const override;

 private:
  CommandPage page_;
  Language language_;
};

// A command with an argument of its own, which no PATH is, answers without a subcommand too.
bool answers_without_subcommand(const CLI::App& app);

}  // namespace reglament
