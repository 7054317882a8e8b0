#include "reglament/records/build_register.hpp"

#include <algorithm>
#include <numeric>
#include <type_traits>

namespace reglament {

namespace {

struct Known {
  Word kind = known_word("kind");
  Word within = known_word("within");
  Word name = known_word("name");
  Word kk = known_word("kk");
  Word ru = known_word("ru");
  Word en = known_word("en");
  Word regulations = known_word("regulations");
  Word traits = known_word("traits");
  Word from = known_word("from");
  Word to = known_word("to");
  Word body = known_word("body");
  Word supervised_by = known_word("supervised-by");
  Word holders = known_word("holders");
  Word absences = known_word("absences");
  Word reason = known_word("reason");
  Word acting = known_word("acting");
};

const Known& known() {
  static const Known words;
  return words;
}

Tenure tenure_of(const CellView& map) {
  Tenure tenure;
  if (const auto from = map.find(known().from)) tenure.first = from->moment().day;
  if (const auto to = map.find(known().to)) tenure.last = to->moment().day;
  return tenure;
}

std::string text_of(const CellView& map, Word field) {
  const auto text = map.find(field);
  return text ? std::string{text->text()} : std::string{};
}

std::vector<std::string> texts_of(const Record& record, Word field) {
  std::vector<std::string> texts;
  if (const auto list = record.field(field)) {
    list->for_each([&](const CellView& item) { texts.emplace_back(item.text()); });
  }
  return texts;
}

// The names given; where one is missing another, at last the id.
Names names_of(const Record& record) {
  Names names;
  if (const auto name = record.field(known().name)) {
    names = {text_of(*name, known().kk), text_of(*name, known().ru), text_of(*name, known().en)};
  }
  const std::string& any = !names.kk.empty() ? names.kk : !names.ru.empty() ? names.ru : names.en;
  const std::string other = any.empty() ? record.id : any;
  for (std::string* name : {&names.kk, &names.ru, &names.en}) {
    if (name->empty()) *name = other;
  }
  return names;
}

std::optional<std::string> id_of(const YamlReader& entry) {
  if (!entry.is_map()) return std::nullopt;
  const auto id = entry.find("id");
  if (!id || !id->is_scalar() || id->view().empty()) return std::nullopt;
  return id->text();
}

constexpr std::size_t deepest = 16;  // bodies around a body

std::string place_of(const YamlReader& entry) {
  return entry.file() + ':' + std::to_string(entry.mark().line);
}

}  // namespace

Loaded<Register> RegisterBuilder::finish() {
  take_ids();
  read_bodies();
  break_cycles();
  limit_depth();
  read_offices();
  return std::move(loaded_);
}

void RegisterBuilder::take_ids() {
  Register& made = loaded_.value;
  const auto take = [&](auto& entries, auto& values, auto& ids) {
    std::vector<std::string> places;  // of each value
    for (auto& entry : entries) {
      auto id = id_of(entry.reader);
      if (!id && !entry.fill.id.empty()) id = entry.fill.id;
      if (!id) continue;  // told when it is read
      using Index = typename std::remove_reference_t<decltype(entry.index)>::value_type;
      const auto [found, is_new] = ids.try_emplace(*id, static_cast<Index>(values.size()));
      if (is_new) {
        entry.index = found->second;
        values.emplace_back().id = *id;
        places.push_back(place_of(entry.reader));
      } else {
        const std::string& first = places[static_cast<std::size_t>(found->second)];
        loaded_.errors.push_back(entry.reader.find("id")->diagnostic({"id-used-twice-since", {*id, first}}));
      }
    }
  };
  take(bodies_, made.bodies_, made.body_ids_);
  take(offices_, made.offices_, made.office_ids_);
}

Fill RegisterBuilder::made_up() {
  if (!makes_up_) return {};
  Fill fill;
  fill.unknown_body = [this](std::string_view id) {
    Body body;
    body.id = id;
    body.names = {body.id, body.id, body.id};
    return loaded_.value.add(std::move(body));
  };
  fill.unknown_office = [this](std::string_view id) {
    Office office;
    office.id = id;
    office.body = nowhere();
    return loaded_.value.add(std::move(office));
  };
  return fill;
}

void RegisterBuilder::read_bodies() {
  RecordBuilder builder{loaded_.value, loaded_.errors};
  const Fill fill_missing = made_up();
  for (const auto& entry : bodies_) {
    builder.build(entry.reader, Family::body, fill_missing);
    if (entry.index) fill(loaded_.value.bodies_[static_cast<std::size_t>(*entry.index)], builder);
  }
}

void RegisterBuilder::fill(Body& body, RecordBuilder& builder) {
  body.record = builder.take();
  const Record& record = body.record;
  body.kind = record.type;
  body.names = names_of(record);
  if (const auto within = record.field(known().within)) body.within = within->body();
  body.regulations = texts_of(record, known().regulations);
  body.traits = texts_of(record, known().traits);
  body.tenure = tenure_of(record.root());
}

void RegisterBuilder::set_apart(Body& body, Message message) {
  const CellView within = *body.record.field(known().within);
  loaded_.errors.push_back({body.record.file, within.mark(), std::move(message)});
  body.within.reset();
}

void RegisterBuilder::break_cycles() {
  std::vector<Body>& bodies = loaded_.value.bodies_;
  std::vector<std::size_t> seen_by(bodies.size(), 0);  // number of the walk that came by, and 1
  for (std::size_t start = 0; start < bodies.size(); ++start) {
    std::optional<BodyIndex> body = static_cast<BodyIndex>(start);
    while (body && seen_by[static_cast<std::size_t>(*body)] == 0) {
      seen_by[static_cast<std::size_t>(*body)] = start + 1;
      body = loaded_.value[*body].within;
    }
    if (!body || seen_by[static_cast<std::size_t>(*body)] != start + 1) continue;
    BodyIndex first = *body;  // of those that are inside each other, as the files list them
    for (auto other = loaded_.value[*body].within; other != body; other = loaded_.value[*other].within) {
      first = std::min(first, *other);
    }
    Body& cut = bodies[static_cast<std::size_t>(first)];
    set_apart(cut, {"body-inside-itself", {cut.id}});
  }
}

void RegisterBuilder::limit_depth() {
  for (Body& body : loaded_.value.bodies_) {
    std::size_t depth = 0;
    for (auto around = body.within; around && depth <= deepest; around = loaded_.value[*around].within)
      ++depth;
    if (depth > deepest) set_apart(body, {"body-too-deep", {body.id, std::to_string(deepest)}});
  }
}

void RegisterBuilder::read_offices() {
  RecordBuilder builder{loaded_.value, loaded_.errors};
  Fill fill_missing = made_up();
  for (const auto& entry : offices_) {
    fill_missing.id = entry.fill.id;
    fill_missing.type = entry.fill.type;
    const bool is_whole = builder.build(entry.reader, Family::office, fill_missing);
    if (is_whole) check_required(entry.reader);
    if (!entry.index) continue;
    fill(loaded_.value.offices_[static_cast<std::size_t>(*entry.index)], builder);
    loaded_.value.index(*entry.index);
  }
}

void RegisterBuilder::check_required(const YamlReader& office) {
  if (!office.find("body") && !makes_up_)
    loaded_.errors.push_back(office.diagnostic({"missing-key", {"body"}}));
  const auto absences = office.find("absences");
  if (!absences || absences->is_scalar()) return;
  for (const YamlReader& absence : absences->entries()) {
    if (absence.is_map() && !absence.find("from")) {
      loaded_.errors.push_back(absence.diagnostic({"missing-key", {"from"}}));
    }
  }
}

void RegisterBuilder::fill(Office& office, RecordBuilder& builder) {
  office.record = builder.take();
  const Record& record = office.record;
  office.role = record.type;
  const auto body = record.field(known().body);
  office.body = body ? body->body() : nowhere();
  const auto supervisor = record.field(known().supervised_by);
  if (supervisor && supervisor->kind() == Cell::Kind::office) office.supervised_by = supervisor->office();
  office.tenure = tenure_of(record.root());
  fill_holders(office);
  fill_absences(office);
}

void RegisterBuilder::fill_holders(Office& office) {
  const auto list = office.record.field(known().holders);
  if (!list) return;
  std::vector<Mark> marks;
  list->for_each([&](const CellView& holder) {
    office.holders.push_back(tenure_of(holder));
    office.holder_names.push_back(text_of(holder, known().name));
    marks.push_back(holder.mark());
  });
  check_holders(office, marks);
}

void RegisterBuilder::check_holders(const Office& office, const std::vector<Mark>& marks) {
  if (office.holders.empty()) return;
  std::vector<std::size_t> in_time(office.holders.size());
  std::iota(in_time.begin(), in_time.end(), std::size_t{0});
  std::stable_sort(in_time.begin(), in_time.end(), [&](std::size_t a, std::size_t b) {
    return office.holders[a].first < office.holders[b].first;
  });
  std::size_t last = in_time.front();  // who stays longest so far
  for (std::size_t i = 1; i < in_time.size(); ++i) {
    const std::size_t next = in_time[i];
    if (office.holders[next].first <= office.holders[last].last) {
      loaded_.errors.push_back(
          {office.record.file,
           marks[next],
           {"holders-overlap", {office.holder_names[next], office.holder_names[last], office.id}}});
    }
    if (office.holders[next].last > office.holders[last].last) last = next;
  }
}

void RegisterBuilder::fill_absences(Office& office) {
  const auto list = office.record.field(known().absences);
  if (!list) return;
  list->for_each([&](const CellView& cell) {
    if (!cell.find(known().from)) return;  // no excuse without its day; told when the entry was read
    Absence absence;
    absence.tenure = tenure_of(cell);
    if (const auto reason = cell.find(known().reason)) absence.reason = reason->word();
    if (const auto acting = cell.find(known().acting)) {
      absence.has_acting = true;
      if (acting->kind() == Cell::Kind::office) absence.acting = acting->office();
    }
    office.absences.push_back(absence);
  });
}

// Where an office is that names no body that is known.
BodyIndex RegisterBuilder::nowhere() {
  if (!nowhere_) {
    nowhere_ = static_cast<BodyIndex>(loaded_.value.bodies_.size());
    loaded_.value.bodies_.emplace_back();
  }
  return *nowhere_;
}

Loaded<Register> build_register(std::span<const YamlReader> bodies, std::span<const YamlReader> offices,
                                bool make_up_missing) {
  RegisterBuilder builder;
  if (make_up_missing) builder.make_up_missing();
  for (const YamlReader& body : bodies) builder.add_body(body);
  for (const YamlReader& office : offices) builder.add_office(office);
  return builder.finish();
}

}  // namespace reglament
