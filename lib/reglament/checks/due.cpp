#include "reglament/checks/due.hpp"

#include "reglament/checks/evaluate.hpp"
#include "reglament/checks/names.hpp"

#include <algorithm>

namespace reglament {

namespace {

class DueReckoner {
 public:
  explicit DueReckoner(const Context& record) : context_(record) {}

  DueState run() {
    context_.due = &own_;
    state_.stated = root().day_at(names().due);
    if (state_.stated) {
      state_.original = rolled(*state_.stated);
    } else {
      find_term();
    }
    state_.current = state_.original;
    move_by_extensions();
    return std::move(state_);
  }

 private:
  CellView root() const { return context_.record->root(); }
  Day as_of() const { return context_.world->as_of; }

  // Off a day off, where the pack rolls due dates; notes how.
  Day rolled(Day day) {
    state_.count.reset();
    if (!context_.pack->rolls_due) return day;
    const WorkingCalendar& calendar = *context_.world->calendar;
    const Day rolled = calendar.roll_forward(day);
    if (rolled == day) return day;
    CountOfDays count;
    count.calendar = calendar.id();
    count.anchor = "due";
    count.from = day;
    count.span = {0, Unit::day};
    count.rolled = true;
    count.limit = rolled;
    state_.count = count;
    return rolled;
  }

  void find_term() {
    for (const Term& term : context_.pack->terms) {
      if (term.when && !holds(*term.when, context_).is_yes()) continue;
      const DateValue due = date_of(term.due, context_, LimitUse::upper);
      if (due.status != DateValue::Status::found) return;
      state_.original = rolled(due.moment.day);
      state_.term = &term;
      if (due.count) state_.count = due.count;
      return;
    }
  }

  struct Asked {
    CellView item;
    std::size_t index;
    std::optional<Day> decided;
    std::optional<Day> to;
    Day order;  // decided, else asked for; an item without either keeps its place in the list
  };

  // In order of decision, by their place in the list on one day.
  std::vector<Asked> in_order() const {
    std::vector<Asked> asked;
    const auto list = root().find(names().extensions);
    if (!list) return asked;
    Day latest{};
    list->for_each([&](const CellView& item) {
      const auto decided = item.day_at(names().decided);
      latest = decided.value_or(item.day_at(names().requested).value_or(latest));
      asked.push_back({item, asked.size(), decided, item.day_at(names().to), latest});
    });
    std::stable_sort(asked.begin(), asked.end(), [](const Asked& a, const Asked& b) { return a.order < b.order; });
    return asked;
  }

  static bool is_granted(const Asked& asked) {
    if (asked.item.kind() != Cell::Kind::map) return false;
    if (const auto granted = asked.item.find(names().granted)) return granted->yes();
    return asked.to.has_value();
  }

  // What cannot be told moves the date, in the executor's favour.
  const ExtensionRule* forbidding(const Asked& asked) {
    context_.item = asked.item;
    context_.item_index = asked.index;
    for (const ExtensionRule& rule : context_.pack->extensions) {
      if (rule.about && !rule.about->matches(context_.record->family, context_.record->type)) continue;
      if (rule.when && !holds(*rule.when, context_).is_yes()) continue;
      const bool forbids = rule.moves && holds(*rule.moves, context_).is_no() && !lacks_decider(asked);
      return forbids ? &rule : nullptr;
    }
    return nullptr;
  }

  static bool lacks_decider(const Asked& asked) {
    return asked.item.kind() == Cell::Kind::map && !asked.item.find(names().decided_by);
  }

  ExtensionFate fate_of(const Asked& asked) {
    if (!is_granted(asked)) return ExtensionFate::not_granted;
    if (asked.decided && *asked.decided > as_of()) return ExtensionFate::not_yet;
    if (asked.decided && state_.current && *asked.decided > *state_.current) return ExtensionFate::after_due;
    if (!asked.to || (state_.current && *asked.to <= *state_.current)) return ExtensionFate::not_later;
    return ExtensionFate::moved;
  }

  void move_by_extensions() {
    const std::vector<Asked> all = in_order();
    state_.extensions.resize(all.size());
    std::size_t moved = 0;
    std::size_t asked_number = 0;
    for (const Asked& asked : all) {
      ExtensionState& state = state_.extensions[asked.index];
      state.asked_number = ++asked_number;
      state.due_before = state_.current;
      state.decided = asked.decided;
      state.to = asked.to;
      state.fate = fate_of(asked);
      if (state.fate == ExtensionFate::moved) state.forbids = forbidding(asked);
      if (state.forbids != nullptr) state.fate = ExtensionFate::not_allowed;
      if (state.fate != ExtensionFate::moved) continue;
      state.number = ++moved;
      state_.current = rolled(*asked.to);
    }
  }

  Context context_;
  DueState state_;
  DueOnDemand own_{state_};  // what terms and rules of extension see of it so far
};

// What was granted and did not move the date, in a sentence; none for what was not granted or is yet to come.
std::optional<Statement> why_void(const ExtensionState& extension, const std::string& number) {
  switch (extension.fate) {
    case ExtensionFate::after_due: return Statement{"due-extension-after-due", {number, *extension.decided, *extension.due_before}};
    case ExtensionFate::not_allowed: return Statement{"due-extension-not-allowed", {number, extension.forbids->clause}};
    case ExtensionFate::not_later:
      if (!extension.to) return std::nullopt;
      return Statement{"due-extension-not-later", {number, *extension.to, *extension.due_before}};
    default: return std::nullopt;
  }
}

}  // namespace

const DueState& DueOnDemand::state() const {
  if (known_ != nullptr) return *known_;
  if (!reckoned_) reckoned_ = DueReckoner{*record_}.run();
  return *reckoned_;
}

std::vector<Statement> story_of(const DueState& due) {
  std::vector<Statement> story;
  const bool extended = due.current != due.original;
  if (due.term != nullptr && due.original) story.push_back({"due-by-term", {*due.original, due.term->clause}});
  if (due.stated && extended) story.push_back({"due-as-stated", {*due.stated}});
  for (std::size_t i = 0; i < due.extensions.size(); ++i) {
    const ExtensionState& extension = due.extensions[i];
    const std::string number = std::to_string(i + 1);
    if (extension.fate == ExtensionFate::moved) story.push_back({"due-extended", {number, *extension.to}});
    if (auto sentence = why_void(extension, number)) story.push_back(std::move(*sentence));
  }
  return story;
}

}  // namespace reglament
