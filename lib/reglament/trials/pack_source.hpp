// A pack as its files write it, read once: what its rules are tried on, with settings filled in and places changed.
#pragma once

#include <deque>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "reglament/rules/read_pack.hpp"

namespace reglament {

// pack.yaml, or a mutant of it, with the settings of one test after another.
class PackPages {
 public:
  explicit PackPages(const YamlReader& page) : page_(page) {}

  // The pack without rules. Valid as long as this object.
  // Errors    InputError, the first fault.
  const Pack& with(const SettingValues& settings);

 private:
  YamlReader page_;
  std::map<SettingValues, Pack> packs_;
};

class PackSource {
 public:
  // Errors    InputError where a file cannot be read; what is broken inside them is for read_pack to tell.
  explicit PackSource(const std::filesystem::path& folder);
  PackSource(const PackSource&) = delete;
  PackSource& operator=(const PackSource&) = delete;

  YamlReader page() const { return {page_.trees.front(), page_.name}; }
  // The entry of `rules:` with this id; null where there is none.
  const YamlReader* rule(std::string_view id) const;

 private:
  struct File {
    std::string name;
    std::vector<YamlTree> trees;
  };
  static File read(const std::filesystem::path& path);

  File page_;
  std::deque<File> files_;  // readers look into them
  std::map<std::string, YamlReader, std::less<>> rules_;
};

// `page` with this rule only, as the judge is given it; clauses and names are not asked for.
Pack with_rule_alone(const Pack& page, Rule rule);

// The rules of a pack, each alone, as the user of a test fills the settings in. The pack must outlive it.
class LoneRules {
 public:
  explicit LoneRules(const Pack& pack) : pack_(pack) {}

  // Errors    InputError: a setting that the pack does not have, or a value that does not fit.
  Pack with(const Rule& rule, const SettingValues& settings);

 private:
  const Pack& pack_;
  std::unique_ptr<PackSource> source_;  // read once a test asks for it
  std::unique_ptr<PackPages> pages_;
};

}  // namespace reglament
