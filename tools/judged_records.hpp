// The records that a command judges: found, their register read, and judged by one set of packs or by several.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "options.hpp"
#include "packs.hpp"
#include "reglament/findings/finding.hpp"
#include "reglament/records/read.hpp"
#include "reglament/records/register.hpp"
#include "rule_choice.hpp"

namespace reglament {

class Judge;

class JudgedRecords {
 public:
  // Finds the files and reads the register out of them. `own_files` lie among the records and are none. The options must
  // outlive it.
  JudgedRecords(const Options& options, const std::vector<std::string>& own_files);

  const std::vector<Input>& inputs() const { return inputs_; }
  const Register& offices() const { return offices_; }
  Register& offices() { return offices_; }
  std::size_t count() const;  // of the records, once they are judged
  bool is_empty() const;      // neither a record nor an office

  // What is wrong with --office or --body: nothing sensible can be said of one that is not there.
  std::optional<Diagnostic> nobody_asked_for() const;

  // What each of the rulebooks finds, in their order. All of them see each record as it is read; where one must look at the
  // records again, they are read a second time. With `all`, findings that are no violations too.
  std::vector<Run> judge(const std::vector<const Rulebook*>& rulebooks, const RuleChoice& choice, bool all);

  // What could not be read since they were last taken.
  Diagnostics take_errors() { return std::move(errors_); }

 private:
  struct Bench;

  void look(std::vector<Bench>& benches);
  bool look(const std::vector<Bench*>& benches, std::size_t parts);
  static void close(std::deque<Judge>& judges, Bench& bench);

  const Options& options_;
  std::vector<Input> inputs_;
  Register offices_;
  Diagnostics errors_;
  Diagnostics reading_errors_;  // of the latest look at the records
};

}  // namespace reglament
