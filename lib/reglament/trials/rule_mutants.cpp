#include <algorithm>
#include <cstddef>
#include <variant>
#include <vector>

#include "reglament/trials/mutator.hpp"

namespace reglament {

namespace {

class RuleMutator : private Mutator {
 public:
  RuleMutator(const YamlReader& in, const Rule& rule, const Pack& pack, const MutantSink& sink)
      : Mutator(in, names_of(rule, pack), rule.versions.front().body.rolls.value_or(pack.rolls_spans), sink),
        kind_(rule.info->kind) {}

  void run() {
    body(root_, "");
    if (Draft* const tenure = root_.find("in-force")) in_force(*tenure);
    readings(root_, "");
    if (Draft* const amended = root_.find("amended")) amendments(*amended);
  }

 private:
  static DateNames names_of(const Rule& rule, const Pack& pack) {
    const RuleBody& body = rule.versions.front().body;
    DateNames names{pack, body.about.front().family};
    if (body.for_each && body.for_each->type.kind == ValueType::Kind::structure) {
      names.add_items(body.for_each->type.structure);
    }
    if (const auto* const deadline = std::get_if<Deadline>(&body.check)) {
      for (const Path& step : deadline->steps) names.add_step(step.text);
    }
    if (const auto* const order = std::get_if<Order>(&body.check)) {
      for (const auto& place : order->places) {
        for (const Order::Member& step : place) names.add_step(step.step.text);
      }
    }
    return names;
  }

  // The keys that an amendment or a reading may change, too.
  void body(Draft& rule, const std::string& place) {
    if (Draft* const about = rule.find("about")) words(*about, within(place, "about"));
    drop_key(rule, "for-each", place);
    if (Draft* const owed_by = rule.find("owed-by")) holders(*owed_by, within(place, "owed-by"));
    optional_condition(rule, "when", place);
    if (rule.find("excused") != nullptr) excuses(rule, place);
    if (Draft* const kinds = rule.find("check")) {
      for (Draft& kind : kinds->children) check(kind, within(place, "check/" + kind.key));
    }
    if (Draft* const settled = rule.find("settled")) {
      drop_key(rule, "settled", place);
      last_day(*settled, within(place, "settled"));
    }
    if (Draft* const rollover = rule.find("rollover")) turn(*rollover, within(place, "rollover"));
  }

  void readings(Draft& rule, const std::string& place) {
    Draft* const list = rule.find("readings");
    if (list == nullptr) return;
    for (std::size_t i = 0; i < entries(*list).size(); ++i) {
      Draft& reading = list->children[i];
      const std::string at = within(within(place, "readings"), reading.find("id")->text);
      drop(*list, i, at);
      skip_restated(reading, root_);
      if (&rule != &root_) skip_restated(reading, rule);
      body(reading, at);
    }
  }

  void amendments(Draft& list) {
    for (std::size_t i = 0; i < entries(list).size(); ++i) {
      Draft& amendment = list.children[i];
      const std::string at = item_within("amended", i);
      drop(list, i, at);
      Draft& from = *amendment.find("from");
      rewrite(from, at + "/from", pack_day_steps(from.text));
      skip_restated(amendment, root_);
      body(amendment, at);
      readings(amendment, at);
    }
  }

  // Whom a count is about, each for himself or all together. On a record it is only said whom the finding names.
  void holders(Draft& owed_by, const std::string& place) {
    if (kind_ != Kind::frequency && kind_ != Kind::conformity) return;
    words(owed_by, place);
    const Draft* const checks = root_.find("check");
    const Draft* const frequency = checks == nullptr ? nullptr : checks->find("frequency");
    const bool by_holder = frequency != nullptr && frequency->find("credited-to") == nullptr;
    if (owed_by.is_sequence() && owed_by.children.size() > 1 && by_holder) {
      emit(owed_by, owed_by, owed_by.mark, place + ": each -> together", false,
           [](Draft& changed) { changed = in_place_of(changed, map_draft("together", changed.unkeyed())); });
    }
    if (!owed_by.is_map()) return;
    for (Draft& roles : owed_by.children) {
      if (by_holder) rename(roles, place, {roles.key == "each" ? "together" : "each"});
      words(roles, within(place, roles.key));
    }
  }

  void excuses(Draft& rule, const std::string& place) {
    const std::size_t index = *rule.position("excused");
    Draft& excused = rule.children[index];
    const std::string inside = within(place, "excused");
    if (excused.is_map()) return optional_condition(rule, "excused", place);
    if (excused.is_scalar()) return drop(rule, index, inside);
    for (std::size_t i = 0; i < excused.children.size(); ++i) {
      drop(excused, i, named_item(inside, excused, i));
      condition(excused.children[i], item_within(inside, i));
    }
  }

  void check(Draft& kind, const std::string& place) {
    if (kind.key == "required") condition(kind, place);
    if (kind.key == "deadline") deadline(kind, place);
    if (kind.key == "order") order(kind, place);
    if (kind.key == "frequency") frequency(kind, place);
    if (kind.key == "conformity") conformity(kind, place);
  }

  // What is asked of the entries of a step.
  void filter(Draft& step, const std::string& place) {
    for (const std::string_view key : {"by", "addressee", "through"}) {
      Draft* const list = step.find(key);
      if (list == nullptr) continue;
      if (!list->is_sequence() || list->children.size() == 1) drop_key(step, key, place);
      words(*list, within(place, key));
    }
  }

  void deadline(Draft& check, const std::string& place) {
    if (Draft* const steps = check.find("step")) words(*steps, within(place, "step"));
    const auto bounds = std::count_if(check.children.begin(), check.children.end(), [](const Draft& part) {
      return !date_relation_steps(part.key, true).empty();
    });
    for (std::size_t i = 0; i < check.children.size(); ++i) {
      Draft& part = check.children[i];
      if (date_relation_steps(part.key, true).empty()) continue;
      if (bounds > 1) drop(check, i, within(place, part.key));
      date_bound(part, place);
    }
    filter(check, place);
    if (Draft* const earliest = check.find("earliest")) {
      drop_key(check, "earliest", place);
      point(*earliest, within(place, "earliest"));
    }
    drop_key(check, "hours", place);
  }

  void order(Draft& check, const std::string& place) {
    if (check.is_sequence()) {
      const std::string what = within(place, "same-day") + ": true -> false";
      emit(check, check, check.mark, what, false, [](Draft& changed) {
        changed = in_place_of(changed, map_draft("steps", changed.unkeyed()));
        changed.children.push_back(scalar_draft("false", changed.mark));
        changed.children.back().key = "same-day";
      });
      return sequence(check, place);
    }
    if (Draft* const steps = check.find("steps")) sequence(*steps, place);
    if (Draft* const same_day = check.find("same-day")) {
      turn(*same_day, within(place, "same-day"));
    } else {
      add(check, place, "same-day", "true", {"false"});
    }
    if (Draft* const complete = check.find("complete")) turn(*complete, within(place, "complete"));
    if (Draft* const settled = check.find("settled")) {
      drop_key(check, "settled", place);
      last_day(*settled, within(place, "settled"));
    }
  }

  void sequence(Draft& steps, const std::string& place) {
    for (std::size_t i = 0; i < steps.children.size(); ++i) {
      if (steps.children.size() > 2) drop(steps, i, named_item(place, steps, i));
      if (i + 1 < steps.children.size()) swap(steps, i, place);
      Draft& here = steps.children[i];
      if (here.is_sequence()) any_order(steps, i, item_within(place, i));
      if (here.is_map()) filter(here, item_within(place, i));
    }
  }

  // The members of one place in any order: each missing, and the order written insisted on.
  void any_order(Draft& steps, std::size_t index, const std::string& place) {
    Draft& members = steps.children[index];
    words(members, place);
    for (std::size_t i = 0; i < members.children.size(); ++i) {
      if (members.children[i].is_map()) filter(members.children[i], item_within(place, i));
    }
    if (members.children.size() < 2) return;
    emit(steps, members, members.mark, "part " + place, false, [&](Draft& changed) {
      const std::vector<Draft> parted = changed.children[index].children;
      const auto at = changed.children.erase(changed.children.begin() + static_cast<std::ptrdiff_t>(index));
      changed.children.insert(at, parted.begin(), parted.end());
    });
  }

  void frequency(Draft& check, const std::string& place) {
    bool bounded = false;
    for (Draft& part : check.children) {
      if (relation_steps(part.key, true).empty()) continue;
      bounded = true;
      amount_bound(part, place);
    }
    if (!bounded) add(check, place, "at-least", "1", {"2", true});
    if (Draft* const each = check.find("each")) {
      if (const auto unit = other_period_unit(each->text)) rewrite(*each, within(place, "each"), {*unit});
    }
    optional_condition(check, "where", place);
    if (Draft* const counted_by = check.find("counted-by")) {
      drop_key(check, "counted-by", place);
      words(*counted_by, within(place, "counted-by"));
      anchor(*counted_by, within(place, "counted-by"));
    }
    drop_key(check, "credited-to", place);
    drop_key(check, "distinct", place);
    members(check, place);
    if (Draft* const begin = check.find("no-earlier-than")) {
      drop_key(check, "no-earlier-than", place);
      date(*begin, within(place, "no-earlier-than"));
    }
    if (Draft* const end = check.find("no-later-than")) {
      drop_key(check, "no-later-than", place);
      last_day(*end, within(place, "no-later-than"));
    }
  }

  void members(Draft& check, const std::string& place) {
    if (Draft* const every = check.find("every")) {
      drop_both(check, "every", "named-in", place);
      set(*every, within(place, "every"));
    }
    if (Draft* const whole = check.find("whole")) {
      drop_key(check, "whole", place);
      rewrite(*whole, within(place, "whole"), amount_steps(whole->text));
    }
    if (check.find("per") != nullptr) drop_both(check, "per", "whole", place);
  }

  // A key with the one that means nothing without it.
  void drop_both(Draft& map, std::string_view key, std::string_view with, const std::string& place) {
    const Draft& dropped = *map.find(key);
    emit(map, dropped, dropped.key_mark, "drop " + within(place, key), false, [&](Draft& changed) {
      std::erase_if(changed.children, [&](const Draft& part) { return part.key == key || part.key == with; });
    });
  }

  void conformity(Draft& check, const std::string& place) {
    if (Draft* const match = check.find("match")) words(*match, within(place, "match"));
    if (Draft* const every = check.find("every")) {
      rewrite(*every, within(place, "every"), {every->text == "record" ? "entry" : "record"});
    }
    drop_key(check, "to-the", place);
  }

  Kind kind_;
};

}  // namespace

void mutate_rule(const YamlReader& in, const Rule& rule, const Pack& pack, const MutantSink& sink) {
  RuleMutator{in, rule, pack, sink}.run();
}

}  // namespace reglament
