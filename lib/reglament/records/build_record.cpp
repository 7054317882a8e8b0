#include "reglament/records/build_record.hpp"

#include <algorithm>
#include <array>

namespace reglament {

namespace {

// The names that this file asks for.
struct Known {
  Word type = known_word("type");
  Word steps = known_word("steps");
  Word date = known_word("date");
  Word from = known_word("from");
  Word to = known_word("to");
  Word received = known_word("received");
  Word issued = known_word("issued");
  Word period = known_word("period");
  Word places = known_word("places");
  Word stops = known_word("stops");
  Word place = known_word("place");
  WordList role = vocabulary().types(Family::office);
};

const Known& known() {
  static const Known words;
  return words;
}

// A value as a message shows it.
std::string shown(const YamlReader& value) {
  if (value.is_map()) return "{...}";
  if (value.is_sequence()) return "[...]";
  return value.is_null() ? std::string{} : clipped(value.view());
}

bool is_own_key(std::string_view key) { return key.starts_with("x-"); }

// The field that says of what type an entry is.
std::string_view type_key(Family family) {
  switch (family) {
    case Family::office: return "role";
    case Family::body: return "kind";
    case Family::meeting:
    case Family::visit:
    case Family::assignment: break;
  }
  return "type";
}

bool is_dated(Family family) { return family != Family::office && family != Family::body; }

std::vector<std::string> texts(const std::vector<Word>& words) {
  std::vector<std::string> result;
  for (const Word word : words) result.push_back(vocabulary().text(word));
  return result;
}

}  // namespace

bool RecordBuilder::build(const YamlReader& entry, Family family, const Fill& fill) {
  record_.clear();
  links_.clear();
  faulty_.clear();
  fill_ = &fill;
  record_.family = family;
  record_.file = entry.file();
  record_.mark = entry.mark();
  const std::uint32_t root = open(Kind::map, no_word, entry.mark());
  if (!entry.is_map()) {
    close(root);
    return fault(entry, {"expected-map", {}});
  }
  read_id(entry, fill);
  read_type(entry, fill);
  read_fields(entry);
  if (family == Family::visit) default_stops();
  close(root);
  const bool placed_in_time = !is_dated(family) || has_own_date(entry);
  return placed_in_time && !record_.id.empty() && record_.type != no_word;
}

void RecordBuilder::read_id(const YamlReader& entry, const Fill& fill) {
  const auto id = entry.find("id");
  if (!id) {
    record_.id = fill.id;
    if (fill.id.empty()) fault(entry, {"missing-key", {"id"}});
  } else if (!id->is_scalar() || id->view().empty()) {
    fault(*id, {"expected-text", {}});
  } else {
    record_.id = id->view();
  }
}

void RecordBuilder::read_type(const YamlReader& entry, const Fill& fill) {
  const std::string_view key = type_key(record_.family);
  const auto type = entry.find(key);
  if (!type) {
    record_.type = fill.type.value_or(no_word);
    if (!fill.type) fault(entry, {"missing-key", {std::string{key}}});
    return;
  }
  const WordList types = vocabulary().types(record_.family);
  const auto word = type->is_scalar() ? vocabulary().find(type->view()) : std::nullopt;
  if (word && vocabulary().contains(types, *word)) {
    record_.type = *word;
  } else if (is_dated(record_.family)) {  // else told as what is wrong with the field of that name
    unknown_word(*type, {"unknown-type", "unknown-type-near"},
                 [&] { return texts(vocabulary().words(types)); });
  }
}

void RecordBuilder::read_fields(const YamlReader& entry) {
  bool id_seen = false;
  bool type_seen = false;
  entry.for_each_child([&](const YamlReader& value) {
    const std::string_view key = value.key();
    if (key == "id" || (key == "type" && is_dated(record_.family))) {
      bool& seen = key == "id" ? id_seen : type_seen;
      if (seen) fault_at_key(value, {"duplicate-key", {std::string{key}}});
      seen = true;
    } else if (!is_own_key(key)) {
      read_field_of_record(value);
    }
  });
  check_ends(0, entry.file());
}

void RecordBuilder::read_field_of_record(const YamlReader& value) {
  const StructureId structure = vocabulary().structure(record_.family);
  const auto name = vocabulary().find(value.key());
  const bool is_steps = name == known().steps && is_dated(record_.family);
  const FieldInfo* const field = name ? vocabulary().field(structure, *name) : nullptr;
  if (!is_steps && field == nullptr) {
    unknown_field(value, structure, true);
  } else if (is_there(0, *name)) {
    fault_at_key(value, {"duplicate-key", {clipped(value.key())}});
  } else if (is_steps) {
    read_steps(value);
  } else if (!read_field(value, *field)) {
    faulty_.push_back(*name);
  }
}

// A record whose date is wrong is not placed by some other date: what it would be judged by is not what it says.
bool RecordBuilder::has_own_date(const YamlReader& entry) {
  const std::array<Word, 5> dates{known().date, known().from, known().received, known().issued,
                                  known().period};
  for (const Word name : dates) {
    if (is_there(0, name)) return true;
    if (std::find(faulty_.begin(), faulty_.end(), name) != faulty_.end()) return false;
  }
  if (own_date(record_)) return true;
  if (std::find(faulty_.begin(), faulty_.end(), known().steps) != faulty_.end()) return false;
  return fault(entry, {"no-own-date", {record_.id}});
}

void RecordBuilder::default_stops() {
  const auto faulty = [&](Word name) {
    return std::find(faulty_.begin(), faulty_.end(), name) != faulty_.end();
  };
  if (!is_there(0, known().places) || is_there(0, known().stops) || faulty(known().stops)) return;
  close(0);
  const CellView places = *record_.field(known().places);
  auto first_day = record_.field(known().date);
  if (!first_day) first_day = record_.field(known().from);
  std::vector<Cell> items;  // copies: the cells move when more are added
  places.for_each([&](const CellView& place) { items.push_back(place.cell()); });
  const std::optional<Cell> day = first_day ? std::optional{first_day->cell()} : std::nullopt;
  const std::uint32_t stops = open(Kind::list, known().stops, places.mark());
  for (const Cell& place : items) {
    const std::uint32_t stop = open(Kind::map, no_word, place.mark);
    add(place.kind, known().place, place.mark, place.value);
    if (day) add(Kind::moment, known().date, day->mark, encode(Moment{first_day->moment().day}));
    close(stop);
  }
  close(stops);
}

bool RecordBuilder::read_field(const YamlReader& value, const FieldInfo& field) {
  if (value.is_null()) return true;
  return field.type.list ? read_list(value, field) : read_value(value, field.name, field.type, false);
}

bool RecordBuilder::read_list(const YamlReader& value, const FieldInfo& field) {
  const std::uint32_t list = open(Kind::list, field.name, value.mark());
  if (value.is_sequence()) {
    value.for_each_child([&](const YamlReader& item) { read_value(item, no_word, field.type, true); });
  } else if (!read_value(value, no_word, field.type, true)) {
    truncate(list);
    return false;
  }
  close(list);
  return true;
}

bool RecordBuilder::read_value(const YamlReader& value, Word name, const FieldType& type, bool in_list) {
  if (value.is_null()) return fault(value, {"empty-item", {}});
  switch (type.holds) {
    case Holds::yes_no: return read_yes_no(value, name);
    case Holds::number: return read_number(value, name);
    case Holds::text: return read_text(value, name);
    case Holds::date: return read_date(value, name);
    case Holds::moment: return read_moment(value, name);
    case Holds::time: return read_time(value, name);
    case Holds::period: return read_period(value, name);
    case Holds::year: return read_year(value, name);
    case Holds::moment_or_period: return read_moment_or_period(value, name);
    case Holds::word: return read_word(value, name, type.words);
    case Holds::word_or_text: return read_word_or_text(value, name, type.words);
    case Holds::office: return read_office(value, name);
    case Holds::body: return read_body(value, name);
    case Holds::record: return read_link(value, name, type.family);
    case Holds::structure: break;
  }
  return read_structure(value, name, type.structure, in_list);
}

bool RecordBuilder::read_structure(const YamlReader& value, Word name, StructureId structure, bool in_list) {
  const std::uint32_t map = open(Kind::map, name, value.mark());
  if (value.is_map()) {
    value.for_each_child([&](const YamlReader& field) { read_structure_field(field, structure, map); });
    check_ends(map, value.file());
    close(map);
    return true;
  }
  if (!in_list || !value.is_scalar()) {
    truncate(map);
    return fault(value, {"expected-map", {}});
  }
  if (!read_field(value, vocabulary().fields(structure).front())) {
    truncate(map);
    return false;
  }
  close(map);
  return true;
}

void RecordBuilder::read_structure_field(const YamlReader& value, StructureId structure, std::uint32_t map) {
  if (is_own_key(value.key())) return;
  const auto name = vocabulary().find(value.key());
  const FieldInfo* const field = name ? vocabulary().field(structure, *name) : nullptr;
  if (field == nullptr) {
    unknown_field(value, structure, false);
  } else if (is_there(map, *name)) {
    fault_at_key(value, {"duplicate-key", {clipped(value.key())}});
  } else {
    read_field(value, *field);
  }
}

// Where a map has both ends, `to` is not before `from`; on one day their times decide if both have one.
void RecordBuilder::check_ends(std::uint32_t map, const std::string& file) {
  close(map);
  const CellView view{record_, map};
  const auto from = view.find(known().from);
  const auto to = view.find(known().to);
  if (!from || !to || from->kind() != Kind::moment || to->kind() != Kind::moment) return;
  const Moment first = from->moment();
  const Moment last = to->moment();
  const bool on_one_day = first.day == last.day;
  const bool turned = on_one_day ? first.has_time() && last.has_time() && last < first : last < first;
  if (!turned) return;
  errors_.push_back({file, to->mark(), {"ends-before-start", {to_text(last), to_text(first)}}});
  if (map == 0) faulty_.push_back(known().to);
  erase(to->index());
}

void RecordBuilder::read_steps(const YamlReader& value) {
  if (value.is_null()) return;
  if (!value.is_map()) {
    fault(value, {"expected-map", {}});
    faulty_.push_back(known().steps);
    return;
  }
  const std::uint32_t steps = open(Kind::map, known().steps, value.mark());
  value.for_each_child([&](const YamlReader& step) {
    if (!is_own_key(step.key())) read_step(step, steps);
  });
  close(steps);
}

void RecordBuilder::read_step(const YamlReader& value, std::uint32_t steps) {
  const auto name = vocabulary().find(value.key());
  if (!name || !vocabulary().is_step(*name)) {
    unknown_step(value);
    return;
  }
  if (is_there(steps, *name)) {
    fault_at_key(value, {"duplicate-key", {clipped(value.key())}});
    return;
  }
  if (value.is_null()) return;
  if (!value.is_sequence()) {
    if (!read_step_entry(value, *name)) faulty_.push_back(known().steps);
    return;
  }
  const std::uint32_t list = open(Kind::list, *name, value.mark());
  value.for_each_child([&](const YamlReader& entry) {
    if (!read_step_entry(entry, no_word)) faulty_.push_back(known().steps);
  });
  close(list);
  if (list + 1 == record_.cells.size()) truncate(list);  // nothing happened
}

bool RecordBuilder::read_step_entry(const YamlReader& value, Word name) {
  if (value.is_null()) return fault(value, {"empty-item", {}});
  if (!value.is_map()) return read_moment(value, name);
  const StructureId structure = vocabulary().step_structure();
  const std::uint32_t map = open(Kind::map, name, value.mark());
  value.for_each_child([&](const YamlReader& field) { read_structure_field(field, structure, map); });
  if (is_there(map, known().date)) {
    close(map);
    return true;
  }
  truncate(map);
  return value.find("date") ? false : fault(value, {"missing-key", {"date"}});
}

bool RecordBuilder::read_yes_no(const YamlReader& value, Word name) {
  const bool plain = value.is_scalar() && !value.node().quoted;
  if (plain && value.view() == "true") return add(Kind::yes_no, name, value.mark(), 1);
  if (plain && value.view() == "false") return add(Kind::yes_no, name, value.mark(), 0);
  return fault(value, {"expected-yes-no", {shown(value)}});
}

bool RecordBuilder::read_number(const YamlReader& value, Word name) {
  const bool plain = value.is_scalar() && !value.node().quoted;
  const auto number = plain ? parse_number(value.view()) : std::nullopt;
  if (!number) return fault(value, {"expected-number", {shown(value)}});
  return add(Kind::number, name, value.mark(), number->millionths);
}

bool RecordBuilder::read_text(const YamlReader& value, Word name) {
  if (!value.is_scalar()) return fault(value, {"expected-text", {}});
  return add_text(Kind::text, name, value);
}

bool RecordBuilder::read_date(const YamlReader& value, Word name) {
  const auto day = value.is_scalar() ? parse_day(value.view()) : std::nullopt;
  if (!day) return fault(value, {"expected-date", {shown(value)}});
  return add(Kind::moment, name, value.mark(), encode(Moment{*day}));
}

bool RecordBuilder::read_moment(const YamlReader& value, Word name) {
  const auto moment = value.is_scalar() ? parse_moment(value.view()) : std::nullopt;
  if (!moment) return fault(value, {"expected-moment", {shown(value)}});
  return add(Kind::moment, name, value.mark(), encode(*moment));
}

bool RecordBuilder::read_time(const YamlReader& value, Word name) {
  const auto minute = value.is_scalar() ? parse_time_of_day(value.view()) : std::nullopt;
  if (!minute) return fault(value, {"expected-time", {shown(value)}});
  return add(Kind::time, name, value.mark(), *minute);
}

bool RecordBuilder::read_period(const YamlReader& value, Word name) {
  const auto period = value.is_scalar() ? parse_period(value.view()) : std::nullopt;
  if (!period || period->unit == PeriodUnit::day) return fault(value, {"expected-period", {shown(value)}});
  return add(Kind::period, name, value.mark(), encode(*period));
}

bool RecordBuilder::read_moment_or_period(const YamlReader& value, Word name) {
  if (value.is_scalar()) {
    if (const auto moment = parse_moment(value.view()))
      return add(Kind::moment, name, value.mark(), encode(*moment));
    if (const auto period = parse_period(value.view()))
      return add(Kind::period, name, value.mark(), encode(*period));
  }
  return fault(value, {"expected-moment-or-period", {shown(value)}});
}

bool RecordBuilder::read_year(const YamlReader& value, Word name) {
  const auto period = value.is_scalar() ? parse_period(value.view()) : std::nullopt;
  if (!period || period->unit != PeriodUnit::year) return fault(value, {"expected-year", {shown(value)}});
  return add(Kind::period, name, value.mark(), encode(*period));
}

bool RecordBuilder::read_word(const YamlReader& value, Word name, WordList list) {
  const auto word = value.is_scalar() ? vocabulary().find(value.view()) : std::nullopt;
  if (!word || !vocabulary().contains(list, *word)) {
    return unknown_word(value, {"unknown-word", "unknown-word-near"},
                        [&] { return texts(vocabulary().words(list)); });
  }
  return add(Kind::word, name, value.mark(), static_cast<std::int64_t>(*word));
}

bool RecordBuilder::read_word_or_text(const YamlReader& value, Word name, WordList list) {
  if (!value.is_scalar()) return fault(value, {"expected-text", {}});
  const auto word = vocabulary().find(value.view());
  if (!word || !vocabulary().contains(list, *word)) return add_text(Kind::text, name, value);
  return add(Kind::word, name, value.mark(), static_cast<std::int64_t>(*word));
}

bool RecordBuilder::read_office(const YamlReader& value, Word name) {
  if (value.is_scalar()) {
    if (const auto office = offices_.find_office(value.view())) {
      return add(Kind::office, name, value.mark(), static_cast<std::int64_t>(*office));
    }
    const auto role = vocabulary().find(value.view());
    if (role && vocabulary().contains(known().role, *role)) {
      return add(Kind::word, name, value.mark(), static_cast<std::int64_t>(*role));
    }
    if (fill_->unknown_office) {
      return add(Kind::office, name, value.mark(),
                 static_cast<std::int64_t>(fill_->unknown_office(value.view())));
    }
  }
  return unknown_word(value, {"unknown-office", "unknown-office-near"}, [&] {
    std::vector<std::string> names = texts(vocabulary().words(known().role));
    for (const Office& office : offices_.offices()) names.push_back(office.id);
    return names;
  });
}

bool RecordBuilder::read_body(const YamlReader& value, Word name) {
  if (value.is_scalar()) {
    if (const auto body = offices_.find_body(value.view())) {
      return add(Kind::body, name, value.mark(), static_cast<std::int64_t>(*body));
    }
    if (fill_->unknown_body) {
      return add(Kind::body, name, value.mark(),
                 static_cast<std::int64_t>(fill_->unknown_body(value.view())));
    }
  }
  return unknown_word(value, {"unknown-body", "unknown-body-near"}, [&] {
    std::vector<std::string> names;
    for (const Body& body : offices_.bodies()) names.push_back(body.id);
    return names;
  });
}

bool RecordBuilder::read_link(const YamlReader& value, Word name, std::optional<Family> family) {
  if (!value.is_scalar() || value.view().empty()) return fault(value, {"expected-id", {shown(value)}});
  links_.push_back({static_cast<std::uint32_t>(record_.cells.size()), family});
  return add_text(Kind::link, name, value);
}

std::uint32_t RecordBuilder::open(Kind kind, Word name, Mark mark) {
  add(kind, name, mark, 0);
  return static_cast<std::uint32_t>(record_.cells.size() - 1);
}

void RecordBuilder::close(std::uint32_t cell) {
  record_.cells[cell].end = static_cast<std::uint32_t>(record_.cells.size());
}

bool RecordBuilder::add(Kind kind, Word name, Mark mark, std::int64_t value) {
  Cell& cell = record_.cells.emplace_back();
  cell.kind = kind;
  cell.name = name;
  cell.mark = mark;
  cell.value = value;
  cell.end = static_cast<std::uint32_t>(record_.cells.size());
  return true;
}

bool RecordBuilder::add_text(Kind kind, Word name, const YamlReader& value) {
  add(kind, name, value.mark(), static_cast<std::int64_t>(record_.text.size()));
  record_.cells.back().length = static_cast<std::uint32_t>(value.view().size());
  record_.text += value.view();
  return true;
}

void RecordBuilder::truncate(std::uint32_t size) {
  record_.cells.resize(size);
  while (!links_.empty() && links_.back().cell >= size) links_.pop_back();
}

void RecordBuilder::erase(std::uint32_t leaf) {
  record_.cells.erase(record_.cells.begin() + leaf);
  for (Cell& cell : record_.cells) {
    if (cell.end > leaf) --cell.end;
  }
  for (Link& link : links_) {
    if (link.cell > leaf) --link.cell;
  }
}

bool RecordBuilder::is_there(std::uint32_t map, Word name) const {
  for (std::uint32_t i = map + 1; i < record_.cells.size(); i = record_.cells[i].end) {
    if (record_.cells[i].name == name) return true;
  }
  return false;
}

bool RecordBuilder::fault(const YamlReader& value, Message message) {
  errors_.push_back(value.diagnostic(std::move(message)));
  return false;
}

bool RecordBuilder::fault_at_key(const YamlReader& value, Message message) {
  errors_.push_back({value.file(), value.node().key_mark, std::move(message)});
  return false;
}

bool RecordBuilder::unknown_field(const YamlReader& value, StructureId structure, bool of_record) {
  const std::string key = clipped(value.key());
  const auto word = vocabulary().find(value.key());
  if (of_record && is_dated(record_.family) && word && vocabulary().is_step(*word)) {
    return fault_at_key(value, {"step-outside-steps", {key}});
  }
  const auto names = [&] {
    std::vector<std::string> fields;
    for (const FieldInfo& field : vocabulary().fields(structure))
      fields.push_back(vocabulary().text(field.name));
    if (of_record) fields.emplace_back("id");
    if (of_record && is_dated(record_.family)) fields.insert(fields.end(), {"type", "steps"});
    return fields;
  };
  if (const auto near = suggest(value.key(), names))
    return fault_at_key(value, {"unknown-key-near", {key, *near}});
  return fault_at_key(value, {"no-such-field", {key, vocabulary().name(structure)}});
}

bool RecordBuilder::unknown_step(const YamlReader& value) {
  const std::string key = clipped(value.key());
  const auto word = vocabulary().find(value.key());
  if (word && vocabulary().field(vocabulary().structure(record_.family), *word) != nullptr) {
    return fault_at_key(value, {"field-inside-steps", {key}});
  }
  if (const auto near = suggest(value.key(), [] { return texts(vocabulary().steps()); })) {
    return fault_at_key(value, {"unknown-step-near", {key, *near}});
  }
  return fault_at_key(value, {"unknown-step", {key}});
}

bool RecordBuilder::unknown_word(const YamlReader& value, const Unknown& keys, const Candidates& words) {
  const auto near = value.is_scalar() ? suggest(value.view(), words) : std::nullopt;
  if (near) return fault(value, {keys.key_near, {shown(value), *near}});
  return fault(value, {keys.key, {shown(value)}});
}

std::optional<std::string> RecordBuilder::suggest(std::string_view text, const Candidates& words) {
  if (suggestions_left_ == 0) return std::nullopt;
  --suggestions_left_;
  return nearest(text, words());
}

std::optional<Record> build_record(const YamlReader& entry, Family family, const Register& offices,
                                   const Fill& fill, Diagnostics& errors) {
  RecordBuilder builder{offices, errors};
  if (!builder.build(entry, family, fill)) return std::nullopt;
  return builder.take();
}

}  // namespace reglament
