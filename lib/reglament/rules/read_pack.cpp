#include "reglament/rules/read_pack.hpp"

#include "reglament/calendar/civil.hpp"
#include "reglament/records/sha256.hpp"
#include "reglament/rules/read_expression.hpp"
#include "reglament/rules/read_rule.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <set>
#include <sstream>

namespace reglament {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 15> clause_reasons = {
    "definition", "competence", "permission", "quality-judgement", "physical-arrangement", "other-law", "one-off-act",
    "identification", "restated", "lead-in", "policy", "no-dated-record", "repealed-act", "form", "vague"};


class PackReader {
 public:
  PackReader(const YamlReader& in, const SettingValues& values, Diagnostics& errors)
      : in_(in), values_(values), errors_(errors) {}

  Pack read() {
    in_.only({"pack", "version", "title", "number", "issued", "source", "in-force", "calendar", "rollover", "settings",
              "hours", "dates", "roles", "terms", "extensions", "settled", "absence", "severity-cap", "clauses"});
    pack_.id = in_.required("pack").text();
    part([&] { pack_.version = in_.required("version").text(); });
    part([&] { pack_.title = read_names(in_.required("title")); });
    part([&] { read_issue(); });
    part([&] { pack_.calendar = in_.required("calendar").text(); });
    part([&] { read_rollover(); });
    part([&] { read_settings(); });
    part([&] { read_hours(); });
    part([&] { read_dates(); });
    part([&] { read_roles(); });
    part([&] { read_policy(); });
    part([&] { read_clauses(); });
    part([&] {
      if (const auto in_force = in_.find("in-force")) pack_.in_force = read_in_force(*in_force, pack_, Tenure{});
    });
    part([&] { read_terms(); });
    part([&] { read_extensions(); });
    part([&] { read_settled(); });
    return std::move(pack_);
  }

 private:
  // One part may be broken and the others still read.
  template <typename Read>
  void part(Read read) {
    try {
      read();
    } catch (const InputError& error) {
      errors_.push_back(error.diagnostic);
    }
  }

  void read_issue() {
    if (const auto number = in_.find("number")) pack_.number = number->text();
    if (const auto issued = in_.find("issued")) {
      pack_.issued = parse_day(issued->view());
      if (!pack_.issued) issued->fail({"expected-date", {issued->text()}});
    }
  }

  void read_rollover() {
    const YamlReader rollover = in_.required("rollover");
    if (rollover.is_scalar()) {
      if (rollover.view() != "none") rollover.fail({"expected-word", {rollover.text(), "none"}});
      return;
    }
    rollover.only({"rolls", "clause"});
    pack_.rollover_clause = rollover.required("clause").text();
    for (const YamlReader& what : rollover.required("rolls").entries()) {
      if (what.view() == "due") {
        pack_.rolls_due = true;
      } else if (what.view() == "spans") {
        pack_.rolls_spans = true;
      } else if (what.view() == "day-of-month") {
        pack_.rolls_day_of_month = true;
      } else {
        what.fail({"expected-word", {what.text(), "due, spans, day-of-month"}});
      }
    }
  }

  void read_settings() {
    if (const auto settings = in_.find("settings")) {
      settings->unique_keys();
      for (const YamlReader& entry : settings->children()) {
        Setting& setting = pack_.settings[std::string{entry.key()}];
        if (entry.is_map()) {
          entry.only({"value", "provisional"});
          if (const auto value = entry.find("value")) setting.value = value->text();
          if (const auto provisional = entry.find("provisional")) setting.provisional = provisional->yes_no();
        } else if (!entry.is_null()) {
          setting.value = entry.text();
        }
      }
    }
    for (const auto& [name, value] : values_) {
      const auto setting = pack_.settings.find(name);
      if (setting == pack_.settings.end()) in_.fail({"unknown-setting", {name}});
      setting->second = {value, false};
    }
  }

  void read_hours() {
    const auto hours = in_.find("hours");
    if (!hours) return;
    hours->unique_keys();
    for (const YamlReader& entry : hours->children()) {
      entry.only({"to"});
      const YamlReader to = entry.required("to");
      const auto minutes = parse_time_of_day(to.view());
      if (!minutes) to.fail({"expected-time", {to.text()}});
      pack_.closing_minutes[std::string{entry.key()}] = *minutes;
    }
  }

  void read_dates() {
    const auto dates = in_.find("dates");
    if (!dates) return;
    dates->unique_keys();
    for (const YamlReader& entry : dates->children()) {
      const auto word = vocabulary().find(entry.key());
      if (word && vocabulary().is_step(*word)) entry.fail_at_key({"name-is-taken", {std::string{entry.key()}}});
      NamedDate named{std::string{entry.key()}, entry.texts()};
      if (named.alternatives.empty()) entry.fail({"expected-value", {}});
      pack_.dates.push_back(std::move(named));
    }
  }

  void read_roles() {
    const auto roles = in_.find("roles");
    if (!roles) return;
    roles->unique_keys();
    for (const YamlReader& entry : roles->children()) {
      std::vector<std::string> members;
      for (const Word role : reglament::read_roles(entry, pack_)) members.push_back(vocabulary().text(role));
      pack_.roles[std::string{entry.key()}] = std::move(members);
    }
  }

  void read_policy() {
    if (const auto absence = in_.find("absence")) {
      if (absence->view() != "owed" && absence->view() != "excused") {
        absence->fail({"expected-word", {absence->text(), "excused, owed"}});
      }
      pack_.absence_excuses = absence->view() == "excused";
    }
    if (const auto cap = in_.find("severity-cap")) {
      pack_.severity_cap = parse_severity(cap->view());
      if (!pack_.severity_cap) cap->fail({"expected-word", {cap->text(), "error, warning, note"}});
    }
  }

  void read_clauses() {
    std::set<std::string> seen;
    for (const YamlReader& entry : in_.required("clauses").children()) {
      part([&] {
        ClauseEntry clause = read_clause(entry);
        if (!seen.insert(clause.clause).second) entry.fail({"clause-twice", {clause.clause}});
        pack_.clauses.push_back(std::move(clause));
      });
    }
  }

  static ClauseEntry read_clause(const YamlReader& in) {
    in.only({"clause", "reason", "open", "see"});
    ClauseEntry clause;
    clause.clause = in.required("clause").text();
    if (const auto reasons = in.find("reason")) {
      for (const YamlReader& reason : reasons->entries()) {
        if (std::find(clause_reasons.begin(), clause_reasons.end(), reason.view()) == clause_reasons.end()) {
          reason.fail({"unknown-clause-reason", {reason.text()}});
        }
        clause.reasons.push_back(reason.text());
      }
    }
    if (const auto open = in.find("open")) clause.open = open->texts();
    if (const auto see = in.find("see")) clause.see = see->texts();
    return clause;
  }

  Scope scope(std::vector<RecordType> about) const {
    Scope result;
    result.pack = &pack_;
    result.about = std::move(about);
    return result;
  }

  void read_terms() {
    const auto terms = in_.find("terms");
    if (!terms) return;
    const Scope assignments = scope({{Family::assignment, no_word}});
    for (const YamlReader& entry : terms->entries()) {
      part([&] {
        entry.only({"clause", "when", "due"});
        Term term;
        term.clause = entry.required("clause").text();
        if (const auto when = entry.find("when")) term.when = read_condition(*when, assignments);
        term.due = read_date(entry.required("due"), assignments);
        pack_.terms.push_back(std::move(term));
      });
    }
  }

  void read_extensions() {
    const auto extensions = in_.find("extensions");
    if (!extensions) return;
    for (const YamlReader& entry : extensions->entries()) {
      part([&] {
        entry.only({"clause", "about", "when", "moves"});
        ExtensionRule rule;
        rule.clause = entry.required("clause").text();
        Scope items = scope({{Family::assignment, no_word}});
        if (const auto about = entry.find("about")) {
          rule.about = read_record_type(*about, about->view());
          items.about = {*rule.about};
        }
        if (const auto when = entry.find("when")) rule.when = read_condition(*when, items);
        items.list = read_path(entry, "extensions", items);
        if (const auto moves = entry.find("moves")) rule.moves = read_condition(*moves, items);
        pack_.extensions.push_back(std::move(rule));
      });
    }
  }

  void read_settled() {
    const auto settled = in_.find("settled");
    if (!settled) return;
    settled->unique_keys();
    for (const YamlReader& entry : settled->children()) {
      part([&] {
        const auto family = parse_family(entry.key());
        if (!family) entry.fail_at_key({"unknown-family", {std::string{entry.key()}}});
        pack_.settled[*family] = read_date(entry, scope({{*family, no_word}}));
      });
    }
  }

  YamlReader in_;
  const SettingValues& values_;
  Diagnostics& errors_;
  Pack pack_;
};

bool is_rules_file(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.ends_with(".yaml") && !name.ends_with(".test.yaml") && name != "pack.yaml" && !name.starts_with(".");
}

void read_rules(const YamlReader& document, Pack& pack, Diagnostics& errors) {
  document.only({"rules"});
  for (const YamlReader& entry : document.required("rules").entries()) {
    try {
      Rule rule = read_rule(entry, pack);
      if (const Rule* other = pack.find(rule.info->id)) {
        entry.fail({"rule-twice", {rule.info->id, other->file}});
      }
      pack.rules.push_back(std::move(rule));
    } catch (const InputError& error) {
      errors.push_back(error.diagnostic);
    }
  }
}

// An obligation is counted at the rule that stands for it, so that rule is no part itself.
std::optional<Message> fault_of_part(const Rule& rule, const Pack& pack) {
  const std::string& id = rule.info->id;
  const std::string& whole = rule.part_of->rule;
  if (whole == id) return Message{"part-of-itself", {id}};
  const Rule* const found = pack.find(whole);
  if (found != nullptr) {
    if (!found->part_of) return std::nullopt;
    return Message{"part-of-a-part", {id, whole, found->part_of->rule}};
  }
  std::vector<std::string> others;
  for (const Rule& other : pack.rules) {
    if (other.info->id != id) others.push_back(other.info->id);
  }
  if (const auto near = nearest(whole, others)) return Message{"part-of-unknown-near", {id, whole, *near}};
  return Message{"part-of-unknown", {id, whole}};
}

// Every rule that another names is there, or is not, as it must be.
void check_names(const Rule& rule, const Pack& pack, Diagnostics& errors) {
  for (const std::string& other : rule.info->told_by) {
    if (pack.find(other) == nullptr)
      errors.push_back({rule.file, rule.mark, {"told-by-unknown", {rule.info->id, other}}});
  }
  for (const std::string& answered : rule.answers) {
    if (pack.find(answered) != nullptr) {
      errors.push_back({rule.file, rule.mark, {"answers-a-rule", {rule.info->id, answered}}});
    }
  }
  if (!rule.part_of) return;
  if (auto fault = fault_of_part(rule, pack))
    errors.push_back({rule.file, rule.part_of->mark, std::move(*fault)});
}

// What only the whole pack can tell: every clause accounted for, every rule that is named is there.
void check_pack(Pack& pack, const std::string& pack_file, Diagnostics& errors) {
  for (const Rule& rule : pack.rules) {
    for (ClauseEntry& clause : pack.clauses) {
      const auto& named = rule.info->clauses;
      if (std::find(named.begin(), named.end(), clause.clause) != named.end()) clause.rules.push_back(rule.info->id);
    }
    check_names(rule, pack, errors);
  }
  for (const ClauseEntry& clause : pack.clauses) {
    if (clause.rules.empty() && clause.reasons.empty() && clause.open.empty()) {
      errors.push_back({pack_file, {1, 1}, {"clause-unaccounted", {clause.clause}}});
    }
    for (const std::string& open : clause.open) {
      if (pack.find(open) != nullptr) errors.push_back({pack_file, {1, 1}, {"open-has-rule", {open, clause.clause}}});
    }
  }
}

}  // namespace

std::string read_file(const fs::path& path) {
  std::ifstream stream{path, std::ios::binary};
  std::ostringstream content;
  if (!stream || !(content << stream.rdbuf())) {
    std::error_code ignored;
    const bool empty = fs::is_regular_file(path, ignored) && fs::file_size(path, ignored) == 0;
    if (!empty) throw InputError{{path.string(), {}, {"cannot-read", {}}}};
  }
  return content.str();
}

Pack read_pack_page(const YamlReader& in, const SettingValues& values, Diagnostics& errors) {
  return PackReader{in, values, errors}.read();
}

std::vector<fs::path> rules_files(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    if (entry.is_regular_file() && is_rules_file(entry.path())) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

Loaded<Pack> read_pack(const fs::path& folder, const SettingValues& values) {
  Loaded<Pack> loaded;
  const std::string pack_file = (folder / "pack.yaml").string();
  std::string all_text;
  const auto trees_of = [&](const std::string& file) {
    const std::string text = read_file(file);
    all_text += text;
    auto trees = read_yaml_trees(text, file);
    loaded.errors.insert(loaded.errors.end(), trees.errors.begin(), trees.errors.end());
    return std::move(trees.value);
  };
  try {
    const std::vector<YamlTree> trees = trees_of(pack_file);
    if (trees.size() != 1) throw InputError{{pack_file, {}, {"one-document", {}}}};
    loaded.value = read_pack_page(YamlReader{trees.front(), pack_file}, values, loaded.errors);
    loaded.value.folder = folder.string();
    for (const fs::path& path : rules_files(folder)) {
      const std::string file = path.string();
      for (const YamlTree& tree : trees_of(file)) {
        try {
          read_rules(YamlReader{tree, file}, loaded.value, loaded.errors);
        } catch (const InputError& error) {
          loaded.errors.push_back(error.diagnostic);
        }
      }
    }
    check_pack(loaded.value, pack_file, loaded.errors);
  } catch (const InputError& error) {
    loaded.errors.push_back(error.diagnostic);
  }
  loaded.value.sha256 = to_hex(sha256(all_text));
  return loaded;
}

std::optional<fs::path> find_pack(const std::string& id, const std::vector<fs::path>& roots) {
  for (const fs::path& root : roots) {
    std::error_code ignored;
    if (fs::is_regular_file(root / id / "pack.yaml", ignored)) return root / id;
    const bool itself = root.filename() == id || root.parent_path().filename() == id;
    if (itself && fs::is_regular_file(root / "pack.yaml", ignored)) return root;
  }
  return std::nullopt;
}

std::vector<std::string> list_packs(const std::vector<fs::path>& roots) {
  std::set<std::string> ids;
  for (const fs::path& root : roots) {
    std::error_code ignored;
    if (fs::is_regular_file(root / "pack.yaml", ignored)) {
      ids.insert((root.has_filename() ? root : root.parent_path()).filename().string());
      continue;
    }
    for (const fs::directory_entry& entry : fs::directory_iterator(root, ignored)) {
      if (fs::is_regular_file(entry.path() / "pack.yaml", ignored)) ids.insert(entry.path().filename().string());
    }
  }
  return {ids.begin(), ids.end()};
}

const Rule* Pack::find(std::string_view rule) const {
  const auto found = std::find_if(rules.begin(), rules.end(), [&](const Rule& r) { return r.info->id == rule; });
  return found == rules.end() ? nullptr : &*found;
}

const ClauseEntry* Pack::clause(std::string_view text) const {
  const auto found = std::find_if(clauses.begin(), clauses.end(), [&](const ClauseEntry& c) { return c.clause == text; });
  return found == clauses.end() ? nullptr : &*found;
}

}  // namespace reglament
