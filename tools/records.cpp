// reglament-records: are the records sound, how many there are, and how one is written.
#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

#include "options.hpp"
#include "packs.hpp"
#include "reglament/findings/characters.hpp"
#include "reglament/records/read.hpp"
#include "reglament/records/schema.hpp"
#include "reglament/records/template.hpp"
#include "reglament/records/vocabulary_page.hpp"
#include "reglament/reports/json_text.hpp"
#include "reglament/reports/words.hpp"
#include "reglament/rules/read_pack.hpp"
#include "reglament/version.hpp"
#include "reglament/yaml/reader.hpp"

namespace reglament {

namespace {

const CommandPage page{
    .name = "reglament-records",
    .about = "about-records",
    .examples = {{"reglament-records validate examples/kazygurt", "example-records-validate"},
                 {"reglament-records count --by month examples/kazygurt", "example-records-count"},
                 {"reglament-records template okrug-tour --lang kk", "example-records-template"},
                 {"reglament-records vocabulary document", "example-records-vocabulary"},
                 {"reglament-records schema -o records.schema.json", "example-records-schema"}},
    .takes = {Takes::paths, Takes::rules, Takes::format}};

constexpr std::array records_families{Family::meeting, Family::visit, Family::assignment};
const std::vector<std::string> groupings{"family", "type", "month", "office"};

// What was typed besides the common options.
struct Words {
  std::string by = "type";
  std::string type;
  std::string list;
  bool everything = false;
  bool manual = false;
};

struct Asked {
  const CLI::App* validate;
  const CLI::App* count;
  const CLI::App* make_template;
  const CLI::App* vocabulary;
};

Asked describe(CommandLine& line, Words& words) {
  CLI::App& app = line.app();
  const std::string group = line.text("help-group-general");
  CLI::App* const validate = app.add_subcommand("validate", line.text("help-records-validate"));
  CLI::App* const count = app.add_subcommand("count", line.text("help-records-count"));
  count->add_option("--by", words.by, line.text("help-records-by"))
      ->type_name("family|type|month|office")
      ->group(group);
  CLI::App* const make_template = app.add_subcommand("template", line.text("help-records-template"));
  make_template->add_option("TYPE", words.type, line.text("help-records-type"))->required()->group(group);
  make_template->add_flag("--everything", words.everything, line.text("help-records-everything"))
      ->group(group);
  CLI::App* const vocabulary = app.add_subcommand("vocabulary", line.text("help-records-vocabulary"));
  vocabulary->add_option("LIST", words.list, line.text("help-records-list"))->group(group);
  vocabulary->add_flag("--mdoc", words.manual, line.text("help-records-mdoc"))->group(group);
  app.add_subcommand("schema", line.text("help-records-schema"));
  return {validate, count, make_template, vocabulary};
}

[[noreturn]] void refuse(Message message) {
  throw InputError{{std::string{page.name}, {}, std::move(message)}};
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

NameIn names_in(Language language) {
  if (language == Language::kk) return &Names::kk;
  return language == Language::ru ? &Names::ru : &Names::en;
}

// Rows of cells in columns, the last one as long as it is.
std::string in_columns(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  const auto width_of = [](const std::string& text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
  };
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width_of(row[i]));
  }
  std::string text;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      text += row[i];
      if (i + 1 < row.size()) text += std::string(widths[i] - width_of(row[i]) + 2, ' ');
    }
    text += '\n';
  }
  return text;
}

// --- the user's files ---------------------------------------------------------------------------------------------------

// All files, read once; what is wrong with them is said on standard error.
class RecordFiles {
 public:
  RecordFiles(const Options& options, const std::function<void(const Record&, const Register&)>& see)
      : options_(options) {
    auto found = find_inputs(options.paths, {options.configuration.file, options.output});
    inputs_ = std::move(found.value);
    auto read = read_register(inputs_);
    offices_ = std::move(read.value);
    keep(std::move(found.errors));
    keep(std::move(read.errors));
    keep(read_records(inputs_, offices_, [&](const Record& record) {
      ++counts_[static_cast<std::size_t>(record.family)];
      see(record, offices_);
    }));
    for (const Diagnostic& error : errors_) say_error(error, options.language);
  }

  std::size_t offices() const { return offices_.offices().size(); }
  const std::vector<Input>& inputs() const { return inputs_; }
  const Diagnostics& errors() const { return errors_; }
  // Without the one that stands for what no body is known of.
  std::size_t bodies() const {
    return static_cast<std::size_t>(std::count_if(offices_.bodies().begin(), offices_.bodies().end(),
                                                  [](const Body& body) { return !body.id.empty(); }));
  }
  std::size_t count(Family family) const { return counts_[static_cast<std::size_t>(family)]; }
  std::size_t count() const {
    std::size_t all = 0;
    for (const std::size_t of_family : counts_) all += of_family;
    return all;
  }

  // 2 when anything is wrong, and the last line says so.
  int status() const {
    if (errors_.empty()) return 0;
    say_line(std::string{page.name} + ": " +
             say(options_.language, "records-not-sound", {std::to_string(errors_.size())}));
    return 2;
  }

 private:
  void keep(Diagnostics errors) { std::move(errors.begin(), errors.end(), std::back_inserter(errors_)); }

  const Options& options_;
  std::vector<Input> inputs_;
  Register offices_;
  Diagnostics errors_;
  std::array<std::size_t, family_count> counts_{};
};

JsonDocument document() {
  JsonDocument json;
  json.add("schema", 1).add("tool", page.name).add("version", version());
  return json;
}

std::string errors_json(const Diagnostics& errors, Language language) {
  return json_lines(errors, [&](const Diagnostic& error) {
    JsonObject json;
    json.add("file", error.file).add("line", error.mark.line).add("column", error.mark.column);
    return json.add("message", wording(error.message, language)).text();
  });
}

std::string sound_records_json(const RecordFiles& files, Language language) {
  JsonDocument json = document();
  json.add_json("inputs", json_lines(files.inputs(), [](const Input& input) {
                  return JsonObject{}
                      .add("file", input.path)
                      .add("sha256", input.sha256)
                      .add("records", input.records)
                      .text();
                }));
  JsonObject counts;
  for (const Family family : records_families) counts.add(to_text(family), files.count(family));
  json.add_json("records", counts.text());
  json.add("bodies", files.bodies()).add("offices", files.offices());
  return json.add_json("errors", errors_json(files.errors(), language)).text();
}

std::string sound_records_text(const RecordFiles& files, Language language) {
  const auto number = [](std::size_t count) { return std::to_string(count); };
  return say(language, "records-sound",
             {number(files.inputs().size()), number(files.count()), number(files.count(Family::meeting)),
              number(files.count(Family::visit)), number(files.count(Family::assignment)),
              number(files.offices()), number(files.bodies())}) +
         '\n';
}

int validate(const Options& options) {
  const RecordFiles files{options, [](const Record&, const Register&) {}};
  const bool is_json = options.format == Format::json;
  if (is_json || options.verbosity >= 0) {
    write_output(options.output, is_json ? sound_records_json(files, options.language)
                                         : sound_records_text(files, options.language));
  }
  return files.status();
}

// --- counting -----------------------------------------------------------------------------------------------------------

std::string office_of(const Record& record, const Register& offices) {
  static const std::array<Word, 2> names{known_word("by"), known_word("issued-by")};
  for (const Word name : names) {
    const auto by = record.field(name);
    if (!by) continue;
    return by->kind() == Cell::Kind::office ? offices[by->office()].id : vocabulary().text(by->word());
  }
  return "";
}

// What a record is counted under: only what is asked for is filled.
struct CountKey {
  std::optional<Family> family;
  Word type = no_word;
  std::string text;  // the month or the office
  friend auto operator<=>(const CountKey&, const CountKey&) = default;
};

CountKey key_of(const Record& record, const Register& offices, const std::string& by) {
  if (by == "family") return {record.family, no_word, ""};
  if (by == "type") return {record.family, record.type, ""};
  if (by == "office") return {std::nullopt, no_word, office_of(record, offices)};
  return {std::nullopt, no_word, to_text(period_of(own_date(record)->day, PeriodUnit::month))};
}

using Counts = std::map<CountKey, std::size_t>;

std::vector<std::string> row_of(const CountKey& key, std::size_t count, Language language) {
  const std::string number = std::to_string(count);
  if (!key.family)
    return {number, key.text.empty() ? say(language, "records-of-no-office") : visible(key.text)};
  const std::string family{to_text(*key.family)};
  const std::string name = in_words(RecordType{*key.family, key.type}, language);
  if (key.type == no_word) return {number, family, name};
  return {number, family + '/' + vocabulary().text(key.type), name};
}

std::string counts_json(const Counts& counts, const std::string& by, const RecordFiles& files,
                        Language language) {
  JsonDocument json = document();
  json.add("by", by);
  json.add_json("counts", json_lines(counts, [&](const auto& count) {
                  const auto& [key, records] = count;
                  JsonObject row;
                  if (key.family) row.add("family", to_text(*key.family));
                  if (key.type != no_word) row.add("type", vocabulary().text(key.type));
                  if (!key.family) row.add_json(by, json_or_null(key.text));
                  return row.add("records", records).text();
                }));
  return json.add_json("errors", errors_json(files.errors(), language)).text();
}

int count(const Words& words, const Options& options) {
  if (std::find(groupings.begin(), groupings.end(), words.by) == groupings.end()) {
    refuse(unknown(words.by, "records-unknown-grouping", "records-unknown-grouping-near", groupings));
  }
  Counts counts;
  const RecordFiles files{options, [&](const Record& record, const Register& offices) {
                            ++counts[key_of(record, offices, words.by)];
                          }};
  if (options.format == Format::json) {
    write_output(options.output, counts_json(counts, words.by, files, options.language));
    return files.status();
  }
  std::vector<std::vector<std::string>> rows;
  for (const auto& [key, records] : counts) rows.push_back(row_of(key, records, options.language));
  write_output(options.output, in_columns(rows));
  return files.status();
}

// --- templates ----------------------------------------------------------------------------------------------------------

// TYPE, or FAMILY/TYPE where the type alone is of two families.
RecordType find_type(const std::string& text) {
  const Vocabulary& v = vocabulary();
  std::vector<std::string> known;
  std::vector<std::string> meant;
  std::optional<RecordType> found;
  for (std::size_t i = 0; i < family_count; ++i) {
    const auto family = static_cast<Family>(i);
    for (const Word word : v.words(v.types(family))) {
      const std::string full = std::string{to_text(family)} + '/' + v.text(word);
      known.push_back(v.text(word));
      if (text == full) return {family, word};
      if (text != v.text(word)) continue;
      meant.push_back(full);
      found = RecordType{family, word};
    }
  }
  if (meant.size() > 1) refuse({"records-type-of-several", {clipped(text), joined(meant)}});
  if (!found) refuse(unknown(text, "records-unknown-type", "records-unknown-type-near", known));
  return *found;
}

void take_names(const Path& path, const std::optional<Path>& list, TemplateParts& parts) {
  for (const Path& alternative : path.alternatives) take_names(alternative, list, parts);
  std::vector<Segment> segments = path.segments;
  if (path.start == Path::Start::item && list)
    segments.insert(segments.begin(), list->segments.begin(), list->segments.end());
  if (segments.empty() || segments.front().kind != Segment::Kind::field) return;
  const Word name = segments.front().name;
  (vocabulary().is_step(name) ? parts.steps : parts.fields).push_back(name);
  if (segments.size() > 1 && segments[1].kind == Segment::Kind::field)
    parts.inner.push_back({name, segments[1].name});
}

// The fields and steps that the rules about this type look at; everything where no rule does.
TemplateParts parts_for(const RecordType& type, const std::vector<Pack>& packs) {
  TemplateParts parts;
  for (const Pack& pack : packs) {
    for (const Rule& rule : pack.rules) {
      const bool is_about =
          std::any_of(rule.versions.begin(), rule.versions.end(), [&](const RuleVersion& version) {
            return std::any_of(
                version.body.about.begin(), version.body.about.end(),
                [&](const RecordType& about) { return about.matches(type.family, type.type); });
          });
      if (!is_about) continue;
      for (const Hinge& hinge : rule.hinges)
        take_names(hinge.path, rule.versions.front().body.for_each, parts);
    }
  }
  if (parts.fields.empty() && parts.steps.empty()) return all_parts(type.family);
  parts.fields.push_back(known_word("by"));
  return parts;
}

std::vector<Pack> every_pack(const Options& options) {
  const PackPlaces places = pack_places(options);
  std::vector<Given> wanted = places.only;
  if (wanted.empty()) {
    for (const std::string& id : list_packs(places.roots)) wanted.push_back({id, "--rules", {}});
  }
  return load_packs(wanted, places, options.configuration)
      .value.packs;  // faults in packs are for other commands
}

int make_template(const Words& words, const Options& options) {
  const RecordType type = find_type(words.type);
  const bool is_register = type.family == Family::office || type.family == Family::body;
  const TemplateParts parts =
      words.everything || is_register ? all_parts(type.family) : parts_for(type, every_pack(options));
  write_output(options.output, record_template(type, parts, names_in(options.language)));
  return 0;
}

// --- vocabulary and schema ----------------------------------------------------------------------------------------------

std::vector<std::string> names_of_lists() {
  const Vocabulary& v = vocabulary();
  std::vector<std::string> names{"steps"};
  for (std::size_t i = 0; i < v.structure_count(); ++i) names.push_back(v.name(static_cast<StructureId>(i)));
  for (std::size_t i = 0; i < v.list_count(); ++i) names.push_back(v.name(static_cast<WordList>(i)));
  return names;
}

std::vector<WordRow> rows_of(const std::string& list, NameIn language) {
  const Vocabulary& v = vocabulary();
  if (list == "steps") return steps_table(v, language);
  if (const auto words = v.list(list)) return words_table(v, *words, language);
  if (const auto structure = v.structure(list)) return fields_table(v, *structure, language);
  refuse(unknown(list, "records-unknown-list", "records-unknown-list-near", names_of_lists()));
}

std::string vocabulary_text(const std::string& list, NameIn language) {
  if (list.empty()) {
    std::string text;
    for (const std::string& name : names_of_lists()) text += name + '\n';
    return text;
  }
  std::vector<std::vector<std::string>> rows;
  for (const WordRow& row : rows_of(list, language)) {
    rows.push_back(row.type.empty() ? std::vector{row.word, row.name}
                                    : std::vector{row.word, row.type, row.name});
  }
  return in_columns(rows);
}

int show_vocabulary(const Words& words, const Options& options) {
  write_output(options.output, words.manual ? vocabulary_manual(vocabulary())
                                            : vocabulary_text(words.list, names_in(options.language)));
  return 0;
}

int run(int argc, char** argv) {
  CommandLine line{page, argc, argv};
  Words words;
  const Asked asked = describe(line, words);
  const Options options = line.parse();
  if (asked.validate->parsed()) return validate(options);
  if (asked.count->parsed()) return count(words, options);
  if (asked.make_template->parsed()) return make_template(words, options);
  if (asked.vocabulary->parsed()) return show_vocabulary(words, options);
  write_output(options.output, records_schema(vocabulary()));
  return 0;
}

}  // namespace

}  // namespace reglament

int main(int argc, char** argv) {
  return reglament::run_program(argc, argv, [&] { return reglament::run(argc, argv); });
}
