#include "reglament/rules/read_expression.hpp"

#include "reglament/calendar/civil.hpp"

#include <algorithm>
#include <utility>

namespace reglament {

namespace {

using Kind = ValueType::Kind;

// --- types of fields ------------------------------------------------------------------------------------------------

ValueType type_of(const FieldInfo& field) {
  ValueType type;
  type.many = field.type.list;
  type.unknown_when_absent = field.absent_is_unknown;
  switch (field.type.holds) {
    case Holds::yes_no: type.kind = Kind::yes_no; break;
    case Holds::number:
    case Holds::year: type.kind = Kind::number; break;
    case Holds::text: type.kind = Kind::text; break;
    case Holds::date:
    case Holds::moment:
    case Holds::moment_or_period:
      type.kind = Kind::moment;
      type.step = true;
      break;
    case Holds::time: type.kind = Kind::time; break;
    case Holds::period: type.kind = Kind::period; break;
    case Holds::word:
      type.kind = Kind::word;
      type.words = field.type.words;
      break;
    case Holds::word_or_text:
      type.kind = Kind::text;
      type.words = field.type.words;
      break;
    case Holds::office: type.kind = Kind::office; break;
    case Holds::body: type.kind = Kind::body; break;
    case Holds::record:
      type.kind = Kind::link;
      type.family = field.type.family;
      break;
    case Holds::structure:
      type.kind = Kind::structure;
      type.structure = field.type.structure;
      break;
  }
  return type;
}

// Dates that say what shall be, not what was done: judged on any day (RULES.md 9.1).
bool is_stated(std::string_view name) { return name == "due" || name == "in-force" || name == "term-ends"; }

ValueType step_type(std::string_view name) {
  ValueType type;
  type.kind = Kind::moment;
  type.step = true;
  type.stated = is_stated(name);
  return type;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

std::vector<Family> families(const Scope& scope) {
  std::vector<Family> result;
  for (const RecordType& type : scope.about) {
    if (std::find(result.begin(), result.end(), type.family) == result.end()) result.push_back(type.family);
  }
  return result;
}

// The closing of assignments, and when and by whom a due date was moved: judged even where no record holds it.
bool is_always_judged(std::string_view field) {
  static const std::vector<std::string_view> always = {
      "executed", "closed", "extensions", "extensions.requested", "extensions.decided", "extensions.decided-by",
      "extensions.to", "extensions.granted", "extensions.exceptional", "extensions.discipline-considered"};
  return std::find(always.begin(), always.end(), field) != always.end();
}

// --- paths ------------------------------------------------------------------------------------------------------

class PathReader {
 public:
  PathReader(const YamlReader& at, std::string_view text, const Scope& scope) : at_(at), scope_(scope) {
    path_.text = text;
  }

  Path read() {
    const std::vector<std::string_view> names = split(path_.text, '.');
    begin(names.front());
    if (!path_.alternatives.empty()) return with_alternatives(names);
    for (std::size_t i = 1; i < names.size(); ++i) follow(names[i]);
    if (path_.start != Path::Start::holder) note_hinge();
    return std::move(path_);
  }

 private:
  const Vocabulary& words() const { return vocabulary(); }

  void add(Segment::Kind kind, ValueType type, Word name = no_word) {
    type.many = type.many || path_.type.many;
    path_.segments.push_back({kind, name, type.unknown_when_absent});
    path_.type = type;
  }
  static ValueType simple(Kind kind) {
    ValueType type;
    type.kind = kind;
    return type;
  }

  Path with_alternatives(const std::vector<std::string_view>& names) {
    for (Path& alternative : path_.alternatives) {
      std::string text = alternative.text;
      for (std::size_t i = 1; i < names.size(); ++i) text += "." + std::string{names[i]};
      alternative = read_path(at_, text, scope_);
    }
    path_.type = path_.alternatives.front().type;
    return std::move(path_);
  }

  void begin(std::string_view name) {
    if (scope_.holder) return begin_holder(name);
    if (scope_.list && begin_item(name)) return;
    if (begin_derived(name)) return;
    if (begin_pack_date(name)) return;
    if (begin_record(name)) return;
    unknown_name(name, record_names());
  }

  void begin_holder(std::string_view name) {
    path_.start = Path::Start::holder;
    if (name == "role") return add(Segment::Kind::role, role_type());
    if (name == "body") return add(Segment::Kind::body, simple(Kind::body));
    if (name == "period") {
      path_.start = Path::Start::period;
      path_.type = simple(Kind::period);
      return;
    }
    const auto word = words().find(name);
    const StructureId office = words().structure(Family::office);
    if (word && words().field(office, *word) != nullptr) return add(Segment::Kind::field, type_of(*words().field(office, *word)), *word);
    at_.fail({"holder-path", {std::string{name}}});
  }

  static ValueType role_type() {
    ValueType type = simple(Kind::word);
    type.words = vocabulary().list("role");
    return type;
  }

  bool begin_item(std::string_view name) {
    const ValueType& item = scope_.list->type;
    if (item.kind == Kind::office && name == "office") {
      path_.start = Path::Start::item;
      path_.type = simple(Kind::office);
      return true;
    }
    if (item.kind == Kind::body && name == "place") {
      path_.start = Path::Start::item;
      path_.type = simple(Kind::body);
      return true;
    }
    if (item.kind != Kind::structure) return false;
    const std::string& structure = words().name(item.structure);
    if (structure == "executor" && name == "lead") return start_item(Segment::Kind::is_lead, Kind::yes_no);
    if (structure == "extension") {
      if (name == "granted") return start_item(Segment::Kind::granted, Kind::yes_no);
      if (name == "number") return start_item(Segment::Kind::ordinal, Kind::number);
      if (name == "asked-number") return start_item(Segment::Kind::asked_ordinal, Kind::number);
      if (name == "due-before") return start_item(Segment::Kind::due_before, Kind::moment);
    }
    const auto word = words().find(name);
    const FieldInfo* field = word ? words().field(item.structure, *word) : nullptr;
    if (field == nullptr) return false;
    path_.start = Path::Start::item;
    ValueType type = type_of(*field);
    type.stated = is_stated(name);
    add(Segment::Kind::field, type, *word);
    return true;
  }

  bool start_item(Segment::Kind kind, Kind type) {
    path_.start = Path::Start::item;
    add(kind, simple(type));
    return true;
  }

  bool begin_derived(std::string_view name) {
    const auto start = [&](Segment::Kind kind, ValueType type) {
      add(kind, type);
      return true;
    };
    if (name == "as-of") {
      path_.start = Path::Start::as_of;
      path_.type = simple(Kind::moment);
      return true;
    }
    if (name == "days") return start(Segment::Kind::days, simple(Kind::number));
    if (name == "overdue") return start(Segment::Kind::overdue, simple(Kind::yes_no));
    if (name == "id") return start(Segment::Kind::id, simple(Kind::text));
    if (name == "body") return start(Segment::Kind::body, simple(Kind::body));
    if (name == "due" && families(scope_) == std::vector{Family::assignment}) {
      ValueType type = simple(Kind::moment);
      type.stated = true;
      return start(Segment::Kind::due, type);
    }
    if (name == "role" && families(scope_) == std::vector{Family::office}) {
      return start(Segment::Kind::role, role_type());
    }
    if (name == "office" && families(scope_) == std::vector{Family::office}) {
      return start(Segment::Kind::office_itself, simple(Kind::office));
    }
    if (name == "type") {
      ValueType type = simple(Kind::word);
      const std::vector<Family> all = families(scope_);
      if (all.size() == 1) type.words = words().types(all.front());
      return start(Segment::Kind::type, type);
    }
    return false;
  }

  bool begin_pack_date(std::string_view name) {
    if (scope_.pack == nullptr) return false;
    for (const NamedDate& date : scope_.pack->dates) {
      if (date.name != name) continue;
      for (const std::string& alternative : date.alternatives) path_.alternatives.emplace_back().text = alternative;
      return true;
    }
    return false;
  }

  bool begin_record(std::string_view name) {
    const auto word = words().find(name);
    if (!word) return false;
    for (const Family family : families(scope_)) {
      if (const FieldInfo* field = words().field(words().structure(family), *word)) {
        ValueType type = type_of(*field);
        type.step = false;
        type.stated = is_stated(name);
        add(Segment::Kind::field, type, *word);
        return true;
      }
    }
    if (!words().is_step(*word)) return false;
    add(Segment::Kind::field, step_type(name), *word);
    return true;
  }

  void follow(std::string_view name) {
    switch (path_.type.kind) {
      case Kind::structure: return follow_structure(name);
      case Kind::moment: return follow_moment(name);
      case Kind::office: return follow_office(name);
      case Kind::body: return follow_body(name);
      case Kind::link: return follow_link(name);
      default: at_.fail({"path-goes-nowhere", {path_.text, std::string{name}}});
    }
  }

  void follow_structure(std::string_view name) {
    if (words().name(path_.type.structure) == "executor" && name == "lead") {
      ValueType type = simple(Kind::office);
      return add(Segment::Kind::lead_items, type);
    }
    const auto word = words().find(name);
    const FieldInfo* field = word ? words().field(path_.type.structure, *word) : nullptr;
    if (field == nullptr) unknown_name(name, field_names(path_.type.structure));
    add(Segment::Kind::field, type_of(*field), *word);
  }

  void follow_moment(std::string_view name) {
    const bool is_due = !path_.segments.empty() && path_.segments.back().kind == Segment::Kind::due;
    if (is_due && (name == "stated" || name == "original")) {
      path_.segments.back().kind = name == "stated" ? Segment::Kind::due_stated : Segment::Kind::due_original;
      return;
    }
    if (name == "time") return add(Segment::Kind::time_of_day, simple(Kind::time));
    if (name == "day") return add(Segment::Kind::day_kind, simple(Kind::text));
    const auto step = words().structure("step");
    const auto word = words().find(name);
    const FieldInfo* field = step && word && path_.type.step ? words().field(*step, *word) : nullptr;
    if (field == nullptr) at_.fail({"path-goes-nowhere", {path_.text, std::string{name}}});
    add(Segment::Kind::field, type_of(*field), *word);
  }

  void follow_office(std::string_view name) {
    if (name == "role") return add(Segment::Kind::role, role_type());
    if (name == "body") return add(Segment::Kind::body, simple(Kind::body));
    const auto word = words().find(name);
    const FieldInfo* field = word ? words().field(words().structure(Family::office), *word) : nullptr;
    if (field == nullptr) unknown_name(name, field_names(words().structure(Family::office)));
    add(Segment::Kind::field, type_of(*field), *word);
  }

  void follow_body(std::string_view name) {
    const auto word = words().find(name);
    if (word && words().contains(words().types(Family::body), *word)) {
      return add(Segment::Kind::lifted, simple(Kind::body), *word);
    }
    if (name == "kind") {
      ValueType type = simple(Kind::word);
      type.words = words().types(Family::body);
      return add(Segment::Kind::kind, type);
    }
    const FieldInfo* field = word ? words().field(words().structure(Family::body), *word) : nullptr;
    if (field == nullptr) unknown_name(name, field_names(words().structure(Family::body)));
    add(Segment::Kind::field, type_of(*field), *word);
  }

  void follow_link(std::string_view name) {
    Scope linked;
    linked.pack = scope_.pack;
    if (path_.type.family) {
      linked.about = {{*path_.type.family, no_word}};
    } else {
      linked.about = {{Family::assignment, no_word}, {Family::meeting, no_word}, {Family::visit, no_word}};
    }
    if (scope_.others != nullptr) scope_.others->linked.push_back(path_.type.family);
    const Path rest = read_path(at_, name, linked);
    for (const Segment& segment : rest.segments) {
      add(segment.kind, rest.type, segment.name);
      path_.segments.back().unknown_when_absent = segment.unknown_when_absent;
    }
  }

  // The field that the path hangs on: its run of plain fields, before it leaves the record.
  void note_hinge() {
    if (scope_.hinges == nullptr) return;
    Path hinge;
    hinge.start = Path::Start::record;
    if (path_.start == Path::Start::item) hinge = *scope_.list;
    if (path_.start != Path::Start::item && path_.start != Path::Start::record) return;
    hinge.text.clear();
    bool any = false;
    for (const Segment& segment : path_.segments) {
      if (segment.kind != Segment::Kind::field) break;
      hinge.segments.push_back(segment);
      any = true;
    }
    if (!any) return;
    for (const Segment& segment : hinge.segments) {
      hinge.text += (hinge.text.empty() ? "" : ".") + words().text(segment.name);
    }
    hinge.type = {};
    const std::string text = hinge.text;
    for (std::size_t i = 0; i < scope_.hinges->size(); ++i) {
      if ((*scope_.hinges)[i].text == text) {
        path_.hinge = static_cast<int>(i);
        return;
      }
    }
    if (scope_.hinges->size() == most_hinges) at_.fail({"too-many-fields", {std::to_string(most_hinges)}});
    path_.hinge = static_cast<int>(scope_.hinges->size());
    const bool mark = path_.start == Path::Start::record && path_.segments.size() == 1 &&
                      path_.type.kind == ValueType::Kind::yes_no && !path_.type.unknown_when_absent;
    scope_.hinges->push_back({text, std::move(hinge), is_always_judged(text), mark});
  }

  std::vector<std::string> field_names(StructureId structure) const {
    std::vector<std::string> names;
    for (const FieldInfo& field : words().fields(structure)) names.push_back(words().text(field.name));
    return names;
  }

  std::vector<std::string> record_names() const {
    std::vector<std::string> names;
    for (const Family family : families(scope_)) {
      const auto more = field_names(words().structure(family));
      names.insert(names.end(), more.begin(), more.end());
    }
    for (const Word step : words().steps()) names.push_back(words().text(step));
    if (scope_.pack != nullptr) {
      for (const NamedDate& date : scope_.pack->dates) names.push_back(date.name);
    }
    return names;
  }

  [[noreturn]] void unknown_name(std::string_view name, const std::vector<std::string>& known) const {
    if (const auto near = nearest(name, known)) at_.fail({"unknown-name-near", {std::string{name}, path_.text, *near}});
    at_.fail({"unknown-name", {std::string{name}, path_.text}});
  }

  YamlReader at_;
  const Scope& scope_;
  Path path_;
};

}  // namespace

Scope Scope::of_items(const Path& list_path) const {
  Scope inner = *this;
  inner.list = list_path;
  inner.holder = false;
  return inner;
}

Scope Scope::of_records(const RecordType& type) const {
  Scope inner = *this;
  inner.about = {type};
  inner.list.reset();
  inner.holder = false;
  inner.hinges = nullptr;
  return inner;
}

Path read_path(const YamlReader& at, std::string_view text, const Scope& scope) {
  return PathReader{at, text, scope}.read();
}

}  // namespace reglament
