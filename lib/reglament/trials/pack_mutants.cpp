#include <algorithm>
#include <array>

#include "reglament/trials/mutator.hpp"

namespace reglament {

namespace {

class PackMutator : private Mutator {
 public:
  PackMutator(const YamlReader& in, const Pack& pack, const MutantSink& sink)
      : Mutator(in, DateNames{pack, Family::assignment}, pack.rolls_spans, sink), pack_(pack) {}

  void run() {
    if (Draft* const tenure = root_.find("in-force")) in_force(*tenure);
    if (Draft* const rollover = root_.find("rollover")) rolls(*rollover);
    if (Draft* const settings = root_.find("settings")) values(*settings);
    if (Draft* const hours = root_.find("hours")) closing(*hours);
    if (Draft* const dates = root_.find("dates")) alternatives(*dates);
    if (Draft* const roles = root_.find("roles")) {
      for (Draft& group : roles->children) words(group, "roles/" + group.key);
    }
    if (Draft* const terms = root_.find("terms")) due_dates(*terms);
    if (Draft* const extensions = root_.find("extensions")) moves(*extensions);
    if (Draft* const settled = root_.find("settled")) settle(*settled);
    if (Draft* const absence = root_.find("absence")) {
      rewrite(*absence, "absence", {absence->text == "owed" ? "excused" : "owed"});
    }
  }

 private:
  // Each of the three that may roll does not, or does.
  void rolls(Draft& rollover) {
    static constexpr std::array<std::string_view, 3> what = {"due", "spans", "day-of-month"};
    Draft* const written = rollover.find("rolls");
    for (const std::string_view name : what) {
      const auto stands = [&](const Draft& entry) { return entry.text == name; };
      if (written != nullptr && std::any_of(written->children.begin(), written->children.end(), stands)) {
        emit(*written, *written, written->mark, "drop rollover: " + std::string{name}, false,
             [&](Draft& changed) { std::erase_if(changed.children, stands); });
        continue;
      }
      emit(rollover, rollover, rollover.mark, "add rollover: " + std::string{name}, false,
           [&](Draft& changed) {
             if (changed.is_scalar()) changed = rolls_of(changed);
             changed.find("rolls")->children.push_back(scalar_draft(std::string{name}, changed.mark));
           });
    }
  }

  static Draft rolls_of(const Draft& none) {
    Draft rolls = list_draft(none.unkeyed());
    rolls.children.clear();
    Draft rollover = in_place_of(none, map_draft("rolls", std::move(rolls)));
    rollover.children.push_back(scalar_draft("-", none.mark));
    rollover.children.back().key = "clause";
    return rollover;
  }

  void values(Draft& settings) {
    for (Draft& setting : settings.children) {
      Draft* const value = setting.is_map() ? setting.find("value") : &setting;
      if (value == nullptr || !value->is_scalar()) continue;
      const std::string place = "settings/" + setting.key;
      rewrite(*value, place, pack_day_steps(value->text));
      rewrite(*value, place, amount_steps(value->text));
    }
  }

  void closing(Draft& hours) {
    for (Draft& entry : hours.children) {
      if (Draft* const to = entry.find("to")) rewrite(*to, "hours/" + entry.key, amount_steps(to->text));
    }
  }

  // The first of several that is there: each missing, and the next one before it.
  void alternatives(Draft& dates) {
    for (Draft& named : dates.children) {
      const std::string place = "dates/" + named.key;
      words(named, place);
      for (std::size_t i = 0; named.is_sequence() && i + 1 < named.children.size(); ++i) {
        swap(named, i, place);
      }
    }
  }

  void due_dates(Draft& terms) {
    for (std::size_t i = 0; i < entries(terms).size(); ++i) {
      Draft& term = terms.children[i];
      const std::string at = item_within("terms", i);
      drop(terms, i, at);
      optional_condition(term, "when", at);
      if (Draft* const due = term.find("due")) last_day(*due, at + "/due");
    }
  }

  void moves(Draft& extensions) {
    for (std::size_t i = 0; i < entries(extensions).size(); ++i) {
      Draft& rule = extensions.children[i];
      const std::string at = item_within("extensions", i);
      drop(extensions, i, at);
      drop_key(rule, "about", at);
      optional_condition(rule, "when", at);
      const DateNames of_assignments = names_;
      if (const auto structure = vocabulary().structure("extension")) names_.add_items(*structure);
      optional_condition(rule, "moves", at);
      names_ = of_assignments;
    }
  }

  void settle(Draft& settled) {
    for (std::size_t i = 0; i < settled.children.size(); ++i) {
      Draft& family = settled.children[i];
      const std::string place = "settled/" + family.key;
      drop(settled, i, place);
      const DateNames of_assignments = names_;
      if (const auto known = parse_family(family.key)) names_ = DateNames{pack_, *known};
      last_day(family, place);
      names_ = of_assignments;
    }
  }

  const Pack& pack_;
};

}  // namespace

void mutate_pack(const YamlReader& in, const Pack& pack, const MutantSink& sink) {
  PackMutator{in, pack, sink}.run();
}

}  // namespace reglament
