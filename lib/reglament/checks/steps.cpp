#include "reglament/checks/steps.hpp"

#include "reglament/checks/cells.hpp"

#include <algorithm>

namespace reglament {

namespace {

// One entry of a step, with what it says of who, to whom and how.
struct StepEntry {
  Moment moment;
  std::vector<Value> by;
  std::vector<Value> addressees;
  std::vector<Value> through;
};

std::vector<Value> values_in(const CellView& entry, Word name) {
  std::vector<Value> values;
  const auto field = entry.find(name);
  if (!field) return values;
  field->for_each([&](const CellView& each) { values.push_back(value_of(each)); });
  return values;
}

std::vector<StepEntry> entries_of(const CellView& step) {
  std::vector<StepEntry> entries;
  for_each_entry(step, [&](const CellView& entry) {
    const auto moment = moment_of_entry(entry);
    if (!moment) return;
    entries.push_back(
        {*moment, values_in(entry, names().by), values_in(entry, names().addressee), values_in(entry, names().through)});
  });
  return entries;
}

class Search {
 public:
  Search(std::vector<StepEntry> entries, const StepFilter& filter, const Context& context)
      : entries_(std::move(entries)), filter_(filter), context_(context) {}

  StepDone run() {
    look_for_each(filter_.by, &StepEntry::by);
    look_for_each(filter_.addressees, &StepEntry::addressees);
    look_for_each(filter_.through, &StepEntry::through);
    done_.recorded = std::any_of(entries_.begin(), entries_.end(),
                                 [&](const StepEntry& entry) { return entry.moment.day <= context_.world->as_of; });
    return std::move(done_);
  }

 private:
  using Facet = std::vector<Value> StepEntry::*;

  void look_for_each(const std::vector<Word>& words, Facet facet) {
    for (const Word word : words) {
      std::optional<Moment> last;
      for (const StepEntry& entry : entries_) {
        if (entry.moment.day > context_.world->as_of || !says(entry, facet, word) || !fits_the_rest(entry, facet)) continue;
        if (!last || entry.moment > *last) last = entry.moment;
      }
      if (!last) {
        done_.lacking.push_back(vocabulary().text(word));
      } else if (!done_.moment || *last > *done_.moment) {
        done_.moment = last;
      }
    }
  }

  bool fits_the_rest(const StepEntry& entry, Facet facet) const {
    return (facet == &StepEntry::by || says_any(entry, &StepEntry::by, filter_.by)) &&
           (facet == &StepEntry::addressees || says_any(entry, &StepEntry::addressees, filter_.addressees)) &&
           (facet == &StepEntry::through || says_any(entry, &StepEntry::through, filter_.through));
  }

  bool says_any(const StepEntry& entry, Facet facet, const std::vector<Word>& words) const {
    return words.empty() || std::any_of(words.begin(), words.end(), [&](Word word) { return says(entry, facet, word); });
  }

  bool says(const StepEntry& entry, Facet facet, Word word) const {
    const std::vector<Value>& named = entry.*facet;
    return named.empty() || std::any_of(named.begin(), named.end(), [&](const Value& value) {
      if (value.kind == Value::Kind::word) return value.word() == word;
      return counts_as(value.office(), word, entry.moment.day, *context_.world->offices);
    });
  }

  std::vector<StepEntry> entries_;
  const StepFilter& filter_;
  const Context& context_;
  StepDone done_;
};

}  // namespace

StepDone find_step(const Path& step, const StepFilter& filter, const Context& context) {
  if (!filter.empty()) {
    const std::vector<CellView> cells = step_cells(step, context);
    if (!cells.empty()) {
      context.world->look();
      return Search{entries_of(cells.front()), filter, context}.run();
    }
  }
  StepDone done;
  done.moment = moment_of(step, context, step.type.stated);
  if (done.moment && !step.type.stated && done.moment->day > context.world->as_of) done.moment.reset();
  return done;
}

}  // namespace reglament
