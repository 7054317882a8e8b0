#include "reglament/checks/due.hpp"

#include "reglament/checks/evaluate.hpp"
#include "reglament/checks/names.hpp"

#include <algorithm>

namespace reglament {

namespace {

std::optional<Day> day_in(const CellView& map, Word name) {
  if (map.kind() != Cell::Kind::map) return std::nullopt;
  const auto cell = map.find(name);
  return cell && cell->kind() == Cell::Kind::moment ? std::optional{cell->moment().day} : std::nullopt;
}

class DueReckoner {
 public:
  DueReckoner(const Record& record, const Pack& pack, const World& world)
      : record_(record), pack_(pack), world_(world), context_(context_of(world, pack, nullptr, record)) {}

  DueState run() {
    context_.due = &state_;
    state_.stated = day_in(record_.root(), names().due);
    state_.original = state_.stated ? state_.stated : by_term();
    if (state_.original) state_.original = rolled(*state_.original);
    state_.current = state_.original;
    move_by_extensions();
    return std::move(state_);
  }

 private:
  Day rolled(Day day) const { return pack_.rolls_due ? world_.calendar->roll_forward(day) : day; }

  std::optional<Day> by_term() const {
    for (const Term& term : pack_.terms) {
      if (term.when && !holds(*term.when, context_).is_yes()) continue;
      const DateValue due = date_of(term.due, context_, LimitUse::upper);
      return due.status == DateValue::Status::found ? std::optional{due.moment.day} : std::nullopt;
    }
    return std::nullopt;
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
    const auto list = record_.field(names().extensions);
    if (!list) return asked;
    Day latest{};
    list->for_each([&](const CellView& item) {
      const auto decided = day_in(item, names().decided);
      latest = decided.value_or(day_in(item, names().requested).value_or(latest));
      asked.push_back({item, asked.size(), decided, day_in(item, names().to), latest});
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
  bool may_move(const Asked& asked) {
    context_.item = asked.item;
    context_.item_index = asked.index;
    for (const ExtensionRule& rule : pack_.extensions) {
      if (rule.about && !rule.about->matches(record_.family, record_.type)) continue;
      if (rule.when && !holds(*rule.when, context_).is_yes()) continue;
      return !rule.moves || !holds(*rule.moves, context_).is_no() || lacks_decider(asked);
    }
    return true;
  }

  static bool lacks_decider(const Asked& asked) {
    static const Word decided_by = known_word("decided-by");
    return asked.item.kind() == Cell::Kind::map && !asked.item.find(decided_by);
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
      state.granted = is_granted(asked);
      const bool decided_yet = !asked.decided || *asked.decided <= world_.as_of;
      const bool in_time = !asked.decided || !state_.current || *asked.decided <= *state_.current;
      const bool later = asked.to && (!state_.current || *asked.to > *state_.current);
      if (!state.granted || !decided_yet || !in_time || !later || !may_move(asked)) continue;
      state.moved = true;
      state.number = ++moved;
      state_.current = rolled(*asked.to);
    }
  }

  const Record& record_;
  const Pack& pack_;
  const World& world_;
  Context context_;
  DueState state_;
};

}  // namespace

DueState due_state(const Record& record, const Pack& pack, const World& world) {
  return DueReckoner{record, pack, world}.run();
}

}  // namespace reglament
