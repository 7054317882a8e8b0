// Making mutants of YAML: one change at a time, and the operators of the small grammars that rules and packs share:
// conditions, dates, sets, numbers.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "reglament/trials/date_names.hpp"
#include "reglament/trials/draft.hpp"
#include "reglament/trials/mutants.hpp"
#include "reglament/trials/smallest_steps.hpp"

namespace reglament {

// A place inside another: keys joined by slashes, items of a list by their number, from 1.
std::string within(const std::string& place, std::string_view key);
std::string item_within(const std::string& place, std::size_t index);
// An item of `list` by its word where it is one, else by its number.
std::string named_item(const std::string& place, const Draft& list, std::size_t index);

// `place` is everywhere the place of what a function is given, but for a bound and a list of conditions, whose key is
// changed too: theirs is that of the map around.
class Mutator {
 protected:
  // `rolls`: a last day that a term gives moves off a day off.
  Mutator(const YamlReader& in, DateNames names, bool rolls, const MutantSink& sink)
      : root_(draft_of(in)), names_(std::move(names)), rolls_(rolls), sink_(sink) {}

  // One mutant: `node` is as `change` leaves it, all else as written. `part` is what is changed in it.
  template <typename Change>
  void emit(Draft& node, const Draft& part, Mark mark, std::string text, bool moves_limit, Change change) {
    if (restated_.contains(&part) || !emitted_.insert(text).second) return;
    Draft changed = node;
    change(changed);
    std::swap(node, changed);  // what is inside `node` keeps its address, and comes back with it
    sink_({std::move(text), mark, moves_limit, tree_of(root_)});
    std::swap(node, changed);
  }
  // What a layer of a rule repeats of the layer below is not changed once more: tests of that one hold it.
  void skip_restated(const Draft& layer, const Draft& below);

  // A single entry stands for a list of one, as readers take it.
  static std::vector<Draft>& entries(Draft& list);

  void drop(Draft& parent, std::size_t index, const std::string& what);
  void drop_key(Draft& parent, std::string_view key, const std::string& place);  // of the parent
  void rewrite(Draft& scalar, const std::string& place, const Step& step);
  void rewrite(Draft& scalar, const std::string& place, const std::vector<Step>& steps);
  void rename(Draft& child, const std::string& place, const Step& key);  // of the parent
  // A key that is not written and means `was`.
  void add(Draft& map, const std::string& place, const std::string& key, const std::string& was,
           const Step& step);
  void turn(Draft& yes_no, const std::string& place);
  void swap(Draft& list, std::size_t index, const std::string& place);  // with the next one
  // A list in which a word more or less makes a difference: each left out; the only one stays.
  void words(Draft& list, const std::string& place);

  void last_day(Draft& value, const std::string& place);  // a date that is an upper limit
  void date(Draft& value, const std::string& place);      // any other
  // A date that is no limit: which one, and not how many days from it.
  void anchor(Draft& value, const std::string& place);
  void point(Draft& value, const std::string& place);
  // A bound has a relation for a key: both the key and what it holds.
  void date_bound(Draft& bound, const std::string& place);
  void amount_bound(Draft& bound, const std::string& place);
  void in_force(Draft& tenure);
  void set(Draft& value, const std::string& place);
  void condition(Draft& map, const std::string& place);
  // A key whose value is a condition, and which may be absent.
  void optional_condition(Draft& parent, std::string_view key, const std::string& place);

  Draft root_;
  DateNames names_;

 private:
  void skip_all(const Draft& part);
  OtherDate other_date() const {
    return [this](std::string_view name) { return names_.other(name); };
  }
  void aggregate(Draft& map, const std::string& place);
  void condition_entry(Draft& map, std::size_t index, const std::string& place);
  void joined(Draft& map, Draft& list, const std::string& place);
  void count(Draft& records, const std::string& place);
  void test(Draft& value, const std::string& place);
  void test_parts(Draft& value, const std::string& place);
  void keyed_test(Draft& value, const std::string& place);
  void negate(Draft& value, const std::string& place);

  bool rolls_;
  const MutantSink& sink_;
  std::set<std::string> emitted_;
  std::set<const Draft*> restated_;
  std::map<const Draft*, const Draft*> below_;  // parts of a layer that differ, and what they replace
};

}  // namespace reglament
