#include "rule_page.hpp"

#include <algorithm>
#include <vector>

#include "reglament/findings/characters.hpp"
#include "reglament/reports/json_text.hpp"
#include "reglament/reports/words.hpp"
#include "rule_words.hpp"

namespace reglament {

namespace {

constexpr std::size_t label_width = 16;

std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

std::string tenure_in_words(const Tenure& tenure, Language language) {
  const Tenure always;
  const std::string first = tenure.first == always.first ? "…" : to_text(tenure.first);
  const std::string last = tenure.last == always.last ? "…" : to_text(tenure.last);
  return first == "…" && last == "…" ? "" : say(language, "rule-in-force", {first, last});
}

class Rows {
 public:
  explicit Rows(Language language) : language_(language) {}

  void add(std::string_view label, std::string value) {
    if (!value.empty()) rows_.push_back({std::string{label}, std::move(value)});
  }

  void tell(const Rule& rule) {
    const RuleVersion& first = rule.versions.front();
    tell(first.body);
    add("rule-label-severity", say(language_, "severity-" + std::string{to_text(rule.info->severity)}));
    add("rule-label-group", say(language_, "group-" + std::string{to_text(rule.info->group)}));
    add("rule-label-in-force", tenure_in_words(rule.in_force, language_));
    for (const Reading& reading : first.readings) tell(reading, first.body);
    for (std::size_t i = 1; i < rule.versions.size(); ++i) tell(rule.versions[i], first.body);
  }

  std::vector<RuleRow> take() { return std::move(rows_); }

 private:
  void tell(const RuleBody& body) {
    add("rule-label-about", in_words(body.about, language_));
    if (body.for_each) add("rule-label-for-each", field_in_words(body.for_each->text, language_));
    add("rule-label-owed-by", in_words(body.owed_by, language_));
    bool is_first = true;
    for (std::string& line : check_in_words(body.check, language_)) {
      add(is_first ? "rule-label-asks" : "", std::move(line));
      is_first = false;
    }
    if (body.when) add("rule-label-when", in_words(*body.when, language_));
    for (const Condition& excuse : body.excused) add("rule-label-excused", in_words(excuse, language_));
    if (body.excused_by_new_holder) add("rule-label-excused", say(language_, "rule-holder-changed"));
    if (body.settled) add("rule-label-settled", in_words(*body.settled, language_));
    if (body.rolls) add("rule-label-rolls", say(language_, *body.rolls ? "words-yes" : "words-no"));
    add("rule-label-missing-settings", joined(body.missing_settings));
  }

  void tell(const Reading& reading, const RuleBody& rule) {
    add("rule-label-reading", in_words(reading.note, language_));
    if (!reading.body) return add("", say(language_, "rule-asks-nothing"));
    tell_changes(*reading.body, rule);
  }

  void tell(const RuleVersion& version, const RuleBody& rule) {
    add("rule-label-amended", to_text(version.from));
    tell_changes(version.body, rule);
  }

  // What the body asks otherwise than the rule; all but the check itself by its label.
  void tell_changes(const RuleBody& body, const RuleBody& rule) {
    const std::vector<RuleRow> base = rows_of(rule);
    for (RuleRow& row : rows_of(body)) {
      if (std::find(base.begin(), base.end(), row) != base.end()) continue;
      const bool is_check = row.label.empty() || row.label == "rule-label-asks";
      add("", is_check ? std::move(row.value) : say(language_, row.label) + ": " + row.value);
    }
  }

  std::vector<RuleRow> rows_of(const RuleBody& body) const {
    Rows rows{language_};
    rows.tell(body);
    return rows.take();
  }

  Language language_;
  std::vector<RuleRow> rows_;
};

std::string line_of(const RuleRow& row, Language language) {
  const std::string label = row.label.empty() ? "" : say(language, row.label);
  const std::size_t width = width_of(label);
  return "  " + label + std::string(width < label_width ? label_width - width : 1, ' ') + visible(row.value) +
         "\n";
}

std::string texts(const std::vector<std::string>& list) {
  return json_array(list, [](const std::string& text) { return json(text); });
}

std::string names(const Names& names) {
  return JsonObject{}.add("kk", names.kk).add("ru", names.ru).add("en", names.en).text();
}

std::string names_of_types(const std::vector<RecordType>& types) {
  return json_array(types, [](const RecordType& type) {
    const std::string family{to_text(type.family)};
    return json(type.type == no_word ? family : family + "/" + vocabulary().text(type.type));
  });
}

std::string readings(const RuleVersion& version, Language language) {
  return json_array(version.readings, [&](const Reading& reading) {
    const std::vector<std::string> asks =
        reading.body ? check_in_words(reading.body->check, language) : std::vector<std::string>{};
    return JsonObject{}
        .add("id", reading.id)
        .add_json("note", names(reading.note))
        .add_json("asks", texts(asks))
        .text();
  });
}

}  // namespace

std::vector<RuleRow> rows_of_duty(const Rule& rule, Language language) {
  Rows rows{language};
  rows.tell(rule);
  return rows.take();
}

std::string rule_page(const Pack& pack, const Rule& rule, const std::vector<RuleRow>& examples,
                      Language language) {
  const RuleInfo& info = *rule.info;
  Rows rows{language};
  rows.add("rule-label-clause", clauses_in_words(info.clauses, language));
  rows.add("rule-label-pack", pack.id + " " + pack.version + ", " + in_words(pack.title, language));
  rows.tell(rule);
  rows.add("rule-label-told-by", joined(info.told_by));
  rows.add("rule-label-answers", joined(rule.answers));
  rows.add("rule-label-part-of", rule.part_of ? rule.part_of->rule : "");
  if (info.note) rows.add("rule-label-note", in_words(*info.note, language));
  rows.add("rule-label-file",
           rule.file + ":" + std::to_string(rule.mark.line) + ":" + std::to_string(rule.mark.column));
  for (const RuleRow& example : examples) rows.add(example.label, example.value);

  std::string text = visible(info.full_id()) + "\n" + visible(in_words(info.title, language)) + "\n\n";
  for (const RuleRow& row : rows.take()) text += line_of(row, language);
  return text;
}

JsonObject rule_json(const Pack& pack, const Rule& rule, Language language) {
  const RuleInfo& info = *rule.info;
  const RuleBody& body = rule.versions.front().body;
  std::vector<std::string> excuses;
  for (const Condition& excuse : body.excused) excuses.push_back(in_words(excuse, language));
  if (body.excused_by_new_holder) excuses.push_back(say(language, "rule-holder-changed"));
  JsonObject object;
  object.add("rule", info.full_id())
      .add("pack-version", pack.version)
      .add_json("clauses", texts(info.clauses))
      .add_json("title", names(info.title))
      .add("kind", to_text(info.kind))
      .add("group", to_text(info.group))
      .add("severity", to_text(info.severity))
      .add_json("about", names_of_types(body.about))
      .add("owed-by", in_words(body.owed_by, language))
      .add_json("asks", texts(check_in_words(body.check, language)))
      .add_json("when", body.when ? json(in_words(*body.when, language)) : "null")
      .add_json("excused", texts(excuses))
      .add_json("readings", readings(rule.versions.front(), language))
      .add_json("answers", texts(rule.answers))
      .add_json("part-of", rule.part_of ? json(rule.part_of->rule) : "null")
      .add_json("told-by", texts(info.told_by))
      .add_json("note", info.note ? names(*info.note) : "null")
      .add("file", rule.file)
      .add("line", rule.mark.line)
      .add("column", rule.mark.column);
  return object;
}

std::string rule_line(const Rule& rule, Language language) {
  const RuleInfo& info = *rule.info;
  return visible(info.full_id()) + ": " +
         say(language, "rule-line",
             {visible(clauses_in_words(info.clauses, language)), visible(in_words(info.title, language)),
              say(language, "severity-" + std::string{to_text(info.severity)})}) +
         "\n";
}

std::string pack_line(const Pack& pack, Language language) {
  return say(language, "pack-line",
             {visible(pack.id), visible(pack.version), visible(in_words(pack.title, language)),
              quantity(language, static_cast<std::int64_t>(pack.rules.size()), Counted::rule),
              visible(pack.folder)}) +
         "\n";
}

std::string pack_json(const Pack& pack) {
  return JsonObject{}
      .add("id", pack.id)
      .add("version", pack.version)
      .add("sha256", pack.sha256)
      .add_json("title", names(pack.title))
      .add("rules", pack.rules.size())
      .add("clauses", pack.clauses.size())
      .add("folder", pack.folder)
      .text();
}

}  // namespace reglament
