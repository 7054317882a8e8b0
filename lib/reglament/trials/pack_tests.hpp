// What the *.test.yaml files of a pack write: the tests of its rules, and mutants that no test can tell.
#pragma once

#include <deque>
#include <filesystem>
#include <string>
#include <vector>

#include "reglament/yaml/reader.hpp"

namespace reglament {

// An entry of `tests:`; only its keys have been looked at.
struct WrittenTest {
  YamlReader at_rule;  // where it names the rule
  YamlReader at;
  std::string rule;
};

// A mutant that means the same as what is written: no test can tell it.
struct Equivalent {
  std::string rule;    // empty: of pack.yaml
  std::string mutant;  // as reported
  std::string file;
  Mark mark;
};

class PackTests {
 public:
  // Errors    InputError where a file cannot be read; every fault inside them is in `errors`.
  explicit PackTests(const std::filesystem::path& folder);
  PackTests(const PackTests&) = delete;
  PackTests& operator=(const PackTests&) = delete;

  const std::vector<WrittenTest>& tests() const { return tests_; }  // by file, in the order written
  const std::vector<Equivalent>& equivalents() const { return equivalents_; }
  const Diagnostics& errors() const { return errors_; }

 private:
  struct File {
    std::string name;
    std::vector<YamlTree> trees;
  };
  template <typename Read>
  void each_entry(const YamlReader& list, Read read);
  void read(const YamlReader& document);
  void read_test(const YamlReader& in);
  void read_equivalent(const YamlReader& in);

  std::deque<File> files_;  // readers look into them
  std::vector<WrittenTest> tests_;
  std::vector<Equivalent> equivalents_;
  Diagnostics errors_;
};

}  // namespace reglament
