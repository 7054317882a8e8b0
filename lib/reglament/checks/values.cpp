// Paths: from a record, an item or a holder to values.
#include "reglament/checks/cells.hpp"

#include <algorithm>
#include <map>

namespace reglament {

namespace {

Value of(Value::Kind kind, std::int64_t data) {
  Value value;
  value.kind = kind;
  value.data = data;
  return value;
}

Value of_word(Word word) { return of(Value::Kind::word, static_cast<std::int64_t>(word)); }

Value of_yes_no(bool yes) { return of(Value::Kind::yes_no, yes ? 1 : 0); }

Value of_number(std::int64_t number) {
  Value value;
  value.kind = Value::Kind::number;
  value.number = Number::of(number);
  return value;
}

Value of_moment(Moment moment) {
  Value value;
  value.kind = Value::Kind::moment;
  value.moment = moment;
  return value;
}

// These are in a record's shape. Of an office its role is: who asks which one it is looks further.
bool is_of_shape(const Value& value) {
  return value.kind == Value::Kind::word || value.kind == Value::Kind::yes_no || value.kind == Value::Kind::cell ||
         value.kind == Value::Kind::step || value.kind == Value::Kind::office;
}

class Walk {
 public:
  Walk(const Path& path, const Context& context, bool planned, bool first_entry)
      : path_(path), context_(context), planned_(planned), first_entry_(first_entry) {}

  // The values before steps become days.
  const FewValues& walk() {
    begin();
    for (const Segment& segment : path_.segments) {
      FewValues next;
      for (const Value& value : values_.items) take(segment, value, next);
      // What the first thing missing on the way means by its absence, the whole path means.
      if (next.empty() && !values_.items.empty() && segment.unknown_when_absent && !empty_list_) values_.unknown = true;
      values_.items = std::move(next);
    }
    return values_.items;
  }

  Values run() {
    walk();
    settle_steps();
    values_.hinge = path_.hinge;
    return std::move(values_);
  }

 private:
  const Register& offices() const { return *context_.world->offices; }
  Day as_of() const { return context_.world->as_of; }

  void begin() {
    switch (path_.start) {
      case Path::Start::record: {
        Value root;
        root.kind = Value::Kind::cell;
        root.record = context_.record;
        values_.items.push_back(root);
        break;
      }
      case Path::Start::item:
        if (context_.item) values_.items.push_back(value_of(*context_.item));
        break;
      case Path::Start::holder: begin_holder(); break;
      case Path::Start::period:
        context_.world->look();
        if (context_.period) {
          Value value;
          value.kind = Value::Kind::period;
          value.period = context_.period;
          values_.items.push_back(value);
        }
        break;
      case Path::Start::as_of: values_.items.push_back(of_moment({as_of(), -1})); break;
    }
  }

  // A group or a body answers for its body; only an office has a role.
  void begin_holder() {
    context_.world->look();
    if (context_.holder) {
      values_.items.push_back(value_of(*context_.holder));
    } else if (context_.holder_body) {
      values_.items.push_back(value_of(*context_.holder_body));
    }
  }

  void take(const Segment& segment, const Value& value, FewValues& out) {
    if (!stays_in_shape(segment, value)) context_.world->look();
    if (value.kind == Value::Kind::link) {
      if (const Record* linked = context_.world->kept->find(value.text)) take(segment, root_of(*linked), out);
      return;
    }
    switch (segment.kind) {
      case Segment::Kind::field: return take_field(segment.name, value, out);
      case Segment::Kind::days: return take_days(*value.record, out);
      case Segment::Kind::overdue: return take_overdue(out);
      case Segment::Kind::due: return take_due(context_.due ? context_.due->state().current : std::nullopt, out);
      case Segment::Kind::due_stated: return take_due(context_.due ? context_.due->state().stated : std::nullopt, out);
      case Segment::Kind::due_original: return take_due(context_.due ? context_.due->state().original : std::nullopt, out);
      case Segment::Kind::time_of_day: return take_time(value, out);
      case Segment::Kind::day_kind: return take_day_kind(value, out);
      case Segment::Kind::lead_items: return take_lead(value, out);
      case Segment::Kind::is_lead: out.push_back(of_yes_no(context_.item && is_lead(*context_.item))); return;
      case Segment::Kind::lifted: return take_lifted(segment.name, value, out);
      case Segment::Kind::granted:
      case Segment::Kind::ordinal:
      case Segment::Kind::asked_ordinal:
      case Segment::Kind::due_before: return take_extension(segment.kind, out);
      case Segment::Kind::type: out.push_back(of_word(value.record->type)); return;
      case Segment::Kind::id: {
        Value id;
        id.kind = Value::Kind::text;
        id.text = value.record->id;
        out.push_back(id);
        return;
      }
      case Segment::Kind::role: return take_role(value, out);
      case Segment::Kind::body: return take_body(value, out);
      case Segment::Kind::kind:
        if (value.kind == Value::Kind::body) out.push_back(of_word(offices()[value.body()].kind));
        return;
      case Segment::Kind::office_itself:
        if (const auto office = offices().find_office(value.record->id)) out.push_back(value_of(*office));
        return;
    }
  }

  bool stays_in_shape(const Segment& segment, const Value& value) const {
    switch (segment.kind) {
      case Segment::Kind::field: return is_of_shape(value) && value.kind != Value::Kind::office;
      case Segment::Kind::is_lead:
      case Segment::Kind::lead_items:
      case Segment::Kind::type:
      case Segment::Kind::role: return is_of_shape(value);
      case Segment::Kind::overdue: return true;  // noted by itself
      case Segment::Kind::due_stated: return true;
      // There is one where one is stated.
      case Segment::Kind::due:
      case Segment::Kind::due_original: return context_.record->root().day_at(names().due).has_value();
      default: return false;
    }
  }

  // What the field `name` of `map` holds.
  void add(const CellView& cell, const CellView& map, Word name, FewValues& out) {
    if (cell.kind() == Cell::Kind::list && cell.count() == 0) empty_list_ = true;
    const auto put = [&](const CellView& one) {
      out.push_back(value_of(one));
      if (one.kind() == Cell::Kind::office) out.back().day = day_of_deed(map, name);
    };
    if (cell.kind() == Cell::Kind::list) {
      cell.for_each(put);
    } else {
      put(cell);
    }
  }

  // When an office did what a field says: `decided-by` on the day of `decided`, else on that of the entry's `date`.
  static std::optional<Day> day_of_deed(const CellView& map, Word name) {
    static const std::map<Word, Word> deeds = deeds_by_doer();
    const auto deed = deeds.find(name);
    if (deed != deeds.end()) {
      if (const auto day = map.day_at(deed->second)) return day;
      const auto step = map.index() == 0 ? map.record().step(deed->second) : std::nullopt;
      if (step) {
        if (const auto moment = moment_of_entry(*step)) return moment->day;
      }
    }
    return map.index() != 0 ? map.day_at(names().date) : std::nullopt;
  }

  static std::map<Word, Word> deeds_by_doer() {
    std::map<Word, Word> deeds;
    for (std::size_t i = 0; i < vocabulary().size(); ++i) {
      const auto word = static_cast<Word>(i);
      const std::string& text = vocabulary().text(word);
      if (!text.ends_with("-by")) continue;
      if (const auto deed = vocabulary().find(text.substr(0, text.size() - 3))) deeds.emplace(word, *deed);
    }
    return deeds;
  }

  static Value root_of(const Record& record) {
    Value root;
    root.kind = Value::Kind::cell;
    root.record = &record;
    return root;
  }

  void take_field(Word name, const Value& value, FewValues& out) {
    switch (value.kind) {
      case Value::Kind::cell: {
        if (value.record->cells.empty()) return;  // an office that a test made up
        const CellView view = value.view();
        if (view.kind() != Cell::Kind::map) return;
        if (const auto field = view.find(name)) return add(*field, view, name, out);
        if (value.cell != 0) return;
        if (const auto step = value.record->step(name)) {
          Value found;
          found.kind = Value::Kind::step;
          found.record = value.record;
          found.cell = step->index();
          out.push_back(found);
        } else if (name == names().plan && value.record == context_.record) {
          take_plan(out);
        }
        return;
      }
      case Value::Kind::step:
        for_each_entry(value.view(), [&](const CellView& entry) {
          if (entry.kind() != Cell::Kind::map) return;
          if (const auto field = entry.find(name)) add(*field, entry, name, out);
        });
        return;
      case Value::Kind::office: return take_field(name, root_of(offices()[value.office()].record), out);
      case Value::Kind::body: return take_field(name, root_of(offices()[value.body()].record), out);
      default: return;
    }
  }

  // Without a link the plan is that of the office and the period.
  void take_plan(FewValues& out) {
    context_.world->look();
    const auto maker = maker_of(*context_.record);
    const Record* plan = maker ? context_.world->kept->plan_of(*maker, context_.record->family, context_.date) : nullptr;
    if (plan == nullptr) return;
    Value link;
    link.kind = Value::Kind::link;
    link.text = plan->id;
    out.push_back(link);
  }

  // Days from the first to the last, both counted.
  static void take_days(const Record& record, FewValues& out) {
    const auto from = record.root().day_at(names().from);
    const auto to = record.root().day_at(names().to);
    const auto date = record.root().day_at(names().date);
    if (from && to) {
      out.push_back(of_number((*to - *from).count() + 1));
    } else if (from || date) {
      out.push_back(of_number(1));
    }
  }

  static void take_due(std::optional<Day> due, FewValues& out) {
    if (due) out.push_back(of_moment({*due, -1}));
  }

  void take_overdue(FewValues& out) {
    const std::optional<bool> overdue = is_overdue(context_);
    if (overdue) {
      out.push_back(of_yes_no(*overdue));
    } else {
      values_.unknown = true;
    }
  }

  void take_time(const Value& value, FewValues& out) {
    for (const Moment& moment : moments(value)) {
      if (!moment.has_time()) {
        values_.unknown = true;
        continue;
      }
      out.push_back(of(Value::Kind::time, moment.minute));
    }
  }

  void take_day_kind(const Value& value, FewValues& out) {
    for (const Moment& moment : moments(value)) {
      Value text;
      text.kind = Value::Kind::text;
      text.text = context_.world->calendar->is_working(moment.day) ? "working" : "off";
      out.push_back(text);
    }
  }

  std::vector<Moment> moments(const Value& value) const {
    if (value.kind == Value::Kind::moment) return {value.moment};
    if (value.kind != Value::Kind::step) return {};
    const auto chosen = chosen_entry(value.view());
    return chosen ? std::vector{*chosen} : std::vector<Moment>{};
  }

  bool is_lead(const CellView& executor) const {
    const auto executors = executor.record().field(names().executors);
    if (!executors) return false;
    std::optional<std::uint32_t> first;
    std::optional<std::uint32_t> collecting;
    executors->for_each([&](const CellView& each) {
      if (!first) first = each.index();
      if (each.kind() != Cell::Kind::map) return;
      const auto collects = each.find(names().collects);
      if (collects && collects->yes() && !collecting) collecting = each.index();
    });
    const auto lead = collecting ? collecting : first;
    return lead && *lead == executor.index();
  }

  void take_lead(const Value& value, FewValues& out) {
    if (value.kind != Value::Kind::cell || !is_lead(value.view())) return;
    if (const auto office = value.view().find(names().office)) out.push_back(value_of(*office));
  }

  void take_lifted(Word kind, const Value& value, FewValues& out) {
    if (value.kind != Value::Kind::body) return;
    if (const auto outer = offices().enclosing(value.body(), kind)) out.push_back(value_of(*outer));
  }

  void take_extension(Segment::Kind kind, FewValues& out) {
    if (context_.due == nullptr || context_.item_index >= context_.due->state().extensions.size()) return;
    const ExtensionState& state = context_.due->state().extensions[context_.item_index];
    if (kind == Segment::Kind::granted) out.push_back(of_yes_no(state.granted()));
    if (kind == Segment::Kind::ordinal) out.push_back(of_number(static_cast<std::int64_t>(state.number)));
    if (kind == Segment::Kind::asked_ordinal) out.push_back(of_number(static_cast<std::int64_t>(state.asked_number)));
    if (kind == Segment::Kind::due_before) take_due(state.due_before, out);
  }

  void take_role(const Value& value, FewValues& out) {
    if (value.kind == Value::Kind::office) out.push_back(of_word(offices()[value.office()].role));
    if (value.kind == Value::Kind::word) out.push_back(value);  // a role that stands for an office
    if (value.kind == Value::Kind::cell && value.record->family == Family::office) out.push_back(of_word(value.record->type));
  }

  void take_body(const Value& value, FewValues& out) {
    if (value.kind == Value::Kind::office) {
      out.push_back(value_of(offices()[value.office()].body));
    } else if (value.kind == Value::Kind::body) {
      out.push_back(value);
    } else if (context_.record_body) {
      out.push_back(value_of(*context_.record_body));
    } else {
      values_.unknown = true;
    }
  }

  std::optional<Moment> chosen_entry(const CellView& step) const {
    std::optional<Moment> chosen;
    for_each_entry(step, [&](const CellView& entry) {
      const auto moment = moment_of_entry(entry);
      if (!moment || (!planned_ && !path_.type.stated && moment->day > as_of())) return;
      if (!chosen || (first_entry_ ? *moment < *chosen : *moment > *chosen)) chosen = moment;
    });
    return chosen;
  }

  // Steps become their day; what is dated after the as-of day has not happened.
  void settle_steps() {
    const bool may_wait = path_.type.step && !planned_ && !path_.type.stated;
    const auto stays = [&](const Value& value) {
      return value.kind != Value::Kind::step && (value.kind != Value::Kind::moment || !may_wait);
    };
    if (std::all_of(values_.items.begin(), values_.items.end(), stays)) return;
    FewValues settled;
    for (const Value& value : values_.items) {
      if (value.kind == Value::Kind::step) {
        if (const auto moment = chosen_entry(value.view())) settled.push_back(of_moment(*moment));
      } else if (value.kind != Value::Kind::moment || planned_ || !path_.type.step || path_.type.stated ||
                 value.moment.day <= as_of()) {
        settled.push_back(value);
      }
    }
    values_.items = std::move(settled);
  }

  const Path& path_;
  const Context& context_;
  bool planned_;
  bool first_entry_;
  bool empty_list_ = false;  // a list that is there and holds nothing is known
  Values values_;
};

// A field or a step of the record itself: most paths are no more, and need no walk.
bool is_plain(const Path& path, const Context& context) {
  return path.start == Path::Start::record && path.segments.size() == 1 && path.alternatives.empty() &&
         path.segments.front().kind == Segment::Kind::field && path.segments.front().name != names().plan &&
         context.record != nullptr && !context.record->cells.empty();
}

// A field that holds one value, or none. False where there is more to it.
bool take_plain_field(const Path& path, const Context& context, bool planned, Values& values) {
  if (!is_plain(path, context)) return false;
  const Segment& segment = path.segments.front();
  const auto field = context.record->root().find(segment.name);
  if (!field) {
    if (context.record->step(segment.name)) return false;
    values.unknown = segment.unknown_when_absent;
    return true;
  }
  if (field->kind() == Cell::Kind::list || field->kind() == Cell::Kind::office) return false;
  const bool may_wait = path.type.step && !planned && !path.type.stated;
  const bool is_ahead = may_wait && field->kind() == Cell::Kind::moment && field->moment().day > context.world->as_of;
  if (!is_ahead) values.items.push_back(value_of(*field));
  return true;
}

Values walk(const Path& path, const Context& context, bool planned, bool first_entry) {
  if (path.alternatives.empty()) {
    Values values;
    values.hinge = path.hinge;
    if (take_plain_field(path, context, planned, values)) return values;
    return Walk{path, context, planned, first_entry}.run();
  }
  Values last;
  for (const Path& alternative : path.alternatives) {
    last = walk(alternative, context, planned, first_entry);
    if (!last.items.empty()) break;
  }
  return last;
}

}  // namespace

std::optional<bool> is_overdue(const Context& context) {
  const World& world = *context.world;
  const bool had_looked = world.looked.values;
  world.look();  // and stays so where the calendar cannot tell
  std::optional<bool> overdue;
  if (context.due != nullptr && context.due->state().current) {
    overdue = carried_out(*context.record, world.as_of).value_or(world.as_of) > *context.due->state().current;
  }
  world.looked.values = had_looked;
  world.looked.overdue = true;
  return overdue;
}

Value value_of(const CellView& view) {
  Value value;
  switch (view.kind()) {
    case Cell::Kind::yes_no: value.kind = Value::Kind::yes_no; break;
    case Cell::Kind::number:
      value.kind = Value::Kind::number;
      value.number = view.number();
      break;
    case Cell::Kind::text:
    case Cell::Kind::link:
      value.kind = view.kind() == Cell::Kind::text ? Value::Kind::text : Value::Kind::link;
      value.text = view.text();
      break;
    case Cell::Kind::word: value.kind = Value::Kind::word; break;
    case Cell::Kind::moment:
      value.kind = Value::Kind::moment;
      value.moment = view.moment();
      break;
    case Cell::Kind::time: value.kind = Value::Kind::time; break;
    case Cell::Kind::period:
      value.kind = Value::Kind::period;
      value.period = view.period();
      break;
    case Cell::Kind::office: value.kind = Value::Kind::office; break;
    case Cell::Kind::body: value.kind = Value::Kind::body; break;
    case Cell::Kind::list:
    case Cell::Kind::map: value.kind = Value::Kind::cell; break;
  }
  value.data = view.cell().value;
  value.record = &view.record();
  value.cell = view.index();
  return value;
}

Value value_of(OfficeIndex office) { return of(Value::Kind::office, static_cast<std::int64_t>(office)); }

Value value_of(BodyIndex body) { return of(Value::Kind::body, static_cast<std::int64_t>(body)); }

std::optional<Day> carried_out(const Record& record, Day as_of) {
  std::optional<Day> done;
  for (const Word end : {names().executed, names().closed}) {
    const auto step = record.step(end);
    if (done || !step) continue;
    for_each_entry(*step, [&](const CellView& entry) {
      const auto moment = moment_of_entry(entry);
      if (moment && moment->day <= as_of) done = moment->day;
    });
  }
  return done;
}

Values values_of(const Path& path, const Context& context, bool planned) {
  Values values = walk(path, context, planned, false);
  if (!std::all_of(values.items.begin(), values.items.end(), is_of_shape)) context.world->look();
  return values;
}

Values presence_of(const Path& path, const Context& context) { return walk(path, context, false, false); }

// Of a date, or of a step that happened once and says no more.
std::optional<Moment> plain_moment(const Path& path, const Context& context) {
  if (!is_plain(path, context)) return std::nullopt;
  const Segment& segment = path.segments.front();
  const auto field = context.record->root().find(segment.name);
  const auto step = field ? field : context.record->step(segment.name);
  return step && step->kind() == Cell::Kind::moment ? std::optional{step->moment()} : std::nullopt;
}

std::optional<Moment> moment_of(const Path& path, const Context& context, bool planned, bool first_entry) {
  if (const auto moment = plain_moment(path, context)) {
    const bool is_ahead = !planned && path.type.step && !path.type.stated && moment->day > context.world->as_of;
    if (is_ahead) return std::nullopt;
    context.world->look();
    return moment;
  }
  const Values values = walk(path, context, planned, first_entry);
  if (!values.items.empty()) context.world->look();
  std::optional<Moment> chosen;
  for (const Value& value : values.items) {
    if (value.kind != Value::Kind::moment) continue;
    if (!chosen || (first_entry ? value.moment < *chosen : value.moment > *chosen)) chosen = value.moment;
  }
  return chosen;
}

std::vector<CellView> step_cells(const Path& path, const Context& context) {
  std::vector<CellView> cells;
  Walk walk{path, context, true, false};
  for (const Value& value : walk.walk()) {
    if (value.kind == Value::Kind::step) cells.push_back(value.view());
  }
  return cells;
}

std::string to_text(const Value& value, const Register& offices) {
  switch (value.kind) {
    case Value::Kind::yes_no: return value.data != 0 ? "true" : "false";
    case Value::Kind::number: return to_text(value.number);
    case Value::Kind::text:
    case Value::Kind::link: return std::string{value.text};
    case Value::Kind::word: return vocabulary().text(value.word());
    case Value::Kind::moment: return to_text(value.moment);
    case Value::Kind::time: return time_of_day_to_text(static_cast<int>(value.data));
    case Value::Kind::period: return value.period ? to_text(*value.period) : std::string{};
    case Value::Kind::office: return offices[value.office()].id;
    case Value::Kind::body: return offices[value.body()].id;
    case Value::Kind::cell:
    case Value::Kind::step: return {};
  }
  return {};
}

}  // namespace reglament
