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

class Page {
 public:
  Page(const Pack& pack, const Rule& rule, Language language)
      : pack_(pack), rule_(rule), language_(language) {}

  std::string write() {
    const RuleInfo& info = *rule_.info;
    text_ = visible(info.full_id()) + "\n" + visible(in_words(info.title, language_)) + "\n\n";
    row("rule-label-clause", clauses_in_words(info.clauses, language_));
    row("rule-label-pack", pack_.id + " " + pack_.version + ", " + in_words(pack_.title, language_));
    tell(rule_.versions.front().body);
    row("rule-label-severity", say(language_, "severity-" + std::string{to_text(info.severity)}));
    row("rule-label-group", say(language_, "group-" + std::string{to_text(info.group)}));
    row("rule-label-in-force", tenure_in_words(rule_.in_force, language_));
    for (const Reading& reading : rule_.versions.front().readings) tell(reading);
    for (std::size_t i = 1; i < rule_.versions.size(); ++i) tell(rule_.versions[i]);
    row("rule-label-told-by", joined(info.told_by));
    row("rule-label-answers", joined(rule_.answers));
    if (info.note) row("rule-label-note", in_words(*info.note, language_));
    row("rule-label-file",
        rule_.file + ":" + std::to_string(rule_.mark.line) + ":" + std::to_string(rule_.mark.column));
    return std::move(text_);
  }

 private:
  void tell(const RuleBody& body) {
    row("rule-label-about", in_words(body.about, language_));
    if (body.for_each) row("rule-label-for-each", field_in_words(body.for_each->text, language_));
    row("rule-label-owed-by", in_words(body.owed_by, language_));
    bool is_first = true;
    for (const std::string& line : check_in_words(body.check, language_)) {
      row(is_first ? "rule-label-asks" : "", line);
      is_first = false;
    }
    if (body.when) row("rule-label-when", in_words(*body.when, language_));
    for (const Condition& excuse : body.excused) row("rule-label-excused", in_words(excuse, language_));
    if (body.excused_by_new_holder) row("rule-label-excused", say(language_, "rule-holder-changed"));
    if (body.settled) row("rule-label-settled", in_words(*body.settled, language_));
    if (body.rolls) row("rule-label-rolls", say(language_, *body.rolls ? "words-yes" : "words-no"));
    row("rule-label-missing-settings", joined(body.missing_settings));
  }

  void tell(const Reading& reading) {
    row("rule-label-reading", in_words(reading.note, language_));
    if (!reading.body) return row("", say(language_, "rule-asks-nothing"));
    for (const std::string& line : check_in_words(reading.body->check, language_)) row("", line);
  }

  void tell(const RuleVersion& version) {
    row("rule-label-amended", to_text(version.from));
    for (const std::string& line : check_in_words(version.body.check, language_)) row("", line);
  }

  void row(std::string_view key, const std::string& value) {
    if (value.empty()) return;
    const std::string label = key.empty() ? "" : say(language_, key);
    const std::size_t width = width_of(label);
    text_ += "  " + label + std::string(width < label_width ? label_width - width : 1, ' ') + visible(value) +
             "\n";
  }

  const Pack& pack_;
  const Rule& rule_;
  Language language_;
  std::string text_;
};

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

std::string rule_page(const Pack& pack, const Rule& rule, Language language) {
  return Page{pack, rule, language}.write();
}

std::string rule_json(const Pack& pack, const Rule& rule, Language language) {
  const RuleInfo& info = *rule.info;
  const RuleBody& body = rule.versions.front().body;
  std::vector<std::string> excuses;
  for (const Condition& excuse : body.excused) excuses.push_back(in_words(excuse, language));
  if (body.excused_by_new_holder) excuses.push_back(say(language, "rule-holder-changed"));
  return JsonObject{}
      .add("rule", info.full_id())
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
      .add_json("told-by", texts(info.told_by))
      .add_json("note", info.note ? names(*info.note) : "null")
      .add("file", rule.file)
      .add("line", rule.mark.line)
      .add("column", rule.mark.column)
      .text();
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
