#include "reglament/trials/pack_source.hpp"

#include "reglament/rules/read_rule.hpp"

namespace reglament {

const Pack& PackPages::with(const SettingValues& settings) {
  if (const auto known = packs_.find(settings); known != packs_.end()) return known->second;
  Diagnostics errors;
  Pack pack = read_pack_page(page_, settings, errors);
  if (!errors.empty()) throw InputError{errors.front()};
  return packs_.emplace(settings, std::move(pack)).first->second;
}

PackSource::PackSource(const std::filesystem::path& folder) : page_(read(folder / "pack.yaml")) {
  if (page_.trees.empty()) throw InputError{{page_.name, {}, {"one-document", {}}}};
  for (const auto& path : rules_files(folder)) files_.push_back(read(path));
  for (const File& file : files_) {
    for (const YamlTree& tree : file.trees) {
      const YamlReader document{tree, file.name};
      const auto rules = document.is_map() ? document.find("rules") : std::nullopt;
      if (!rules) continue;
      for (const YamlReader& entry : rules->entries()) {
        const auto id = entry.is_map() ? entry.find("rule") : std::nullopt;
        if (id && id->is_scalar()) rules_.emplace(id->text(), entry);
      }
    }
  }
}

PackSource::File PackSource::read(const std::filesystem::path& path) {
  const std::string name = path.string();
  return {name, read_yaml_trees(read_file(path), name).value};
}

const YamlReader* PackSource::rule(std::string_view id) const {
  const auto found = rules_.find(id);
  return found == rules_.end() ? nullptr : &found->second;
}

Pack with_rule_alone(const Pack& page, Rule rule) {
  Pack pack;
  pack.id = page.id;
  pack.in_force = page.in_force;
  pack.calendar = page.calendar;
  pack.rolls_due = page.rolls_due;
  pack.rolls_spans = page.rolls_spans;
  pack.rolls_day_of_month = page.rolls_day_of_month;
  pack.absence_excuses = page.absence_excuses;
  pack.terms = page.terms;
  pack.extensions = page.extensions;
  pack.settled = page.settled;
  pack.rules.push_back(std::move(rule));
  return pack;
}

Pack LoneRules::with(const Rule& rule, const SettingValues& settings) {
  if (settings.empty()) return with_rule_alone(pack_, rule);
  if (!source_) {
    source_ = std::make_unique<PackSource>(pack_.folder);
    pages_ = std::make_unique<PackPages>(source_->page());
  }
  const Pack& page = pages_->with(settings);
  return with_rule_alone(page, read_rule(*source_->rule(rule.info->id), page));
}

}  // namespace reglament
