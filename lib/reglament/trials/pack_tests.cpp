#include "reglament/trials/pack_tests.hpp"

#include <algorithm>
#include <utility>

#include "reglament/rules/read_pack.hpp"

namespace reglament {

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> test_files(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    if (entry.path().filename().string().ends_with(".test.yaml")) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

PackTests::PackTests(const fs::path& folder) {
  for (const fs::path& path : test_files(folder)) {
    auto trees = read_yaml_trees(read_file(path), path.string());
    errors_.insert(errors_.end(), trees.errors.begin(), trees.errors.end());
    files_.push_back({path.string(), std::move(trees.value)});
  }
  for (const File& file : files_) {
    for (const YamlTree& tree : file.trees) {
      try {
        read(YamlReader{tree, file.name});
      } catch (const InputError& error) { errors_.push_back(error.diagnostic); }
    }
  }
}

template <typename Read>
void PackTests::each_entry(const YamlReader& list, Read read) {
  for (const YamlReader& entry : list.entries()) {
    try {
      read(entry);
    } catch (const InputError& error) { errors_.push_back(error.diagnostic); }
  }
}

void PackTests::read(const YamlReader& document) {
  document.only({"tests", "equivalent"});
  const auto equivalent = document.find("equivalent");
  if (!equivalent || document.find("tests")) {
    each_entry(document.required("tests"), [&](const YamlReader& entry) { read_test(entry); });
  }
  if (equivalent) each_entry(*equivalent, [&](const YamlReader& entry) { read_equivalent(entry); });
}

void PackTests::read_test(const YamlReader& in) {
  in.only({"rule", "as-of", "reading", "given", "note", "met", "late", "missed", "wrong", "pending",
           "excused", "unknown", "not-applicable"});
  const YamlReader rule = in.required("rule");
  tests_.push_back({rule, in, rule.text()});
}

void PackTests::read_equivalent(const YamlReader& in) {
  in.only({"rule", "mutant", "reason"});
  const auto rule = in.find("rule");
  in.required("reason").text();
  equivalents_.push_back(
      {rule ? rule->text() : std::string{}, in.required("mutant").text(), in.file(), in.mark()});
}

}  // namespace reglament
