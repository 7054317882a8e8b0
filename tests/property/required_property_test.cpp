// required, against a naive reading of RULES sections 1 to 3: fractions are multiplied out, lists walked, and each condition put together by hand.
#include <catch2/catch.hpp>

#include "naive_days.hpp"
#include "random.hpp"

using namespace reglament;

namespace {

constexpr std::uint64_t seed = 20251101;
constexpr int batches = 60;
constexpr int rules_in_a_batch = 24;
constexpr int records_in_a_batch = 36;

// --- a case ---------------------------------------------------------------------------------------------------------

struct Paper {
  std::string document;
  std::optional<int> pages;
};

struct Session {
  Day date{};
  std::optional<int> members;
  std::optional<int> present;
  std::optional<std::vector<std::string>> languages;  // nothing said: unknown
  std::string format;                                  // empty: unknown
  bool urgent = false;                                 // nothing said: no
  std::vector<Paper> documents;                        // nothing said: none
  std::optional<Day> drafted;
};

// What holds, what fails by a value that is there, what fails for want of something, what the record does not tell.
enum class Truth3 { yes, no, wanting, unknown };

enum class Shape { all, any, negated, fraction, number, languages_have, languages_lack, format, format_not, urgent, documents_have, documents_lack, documents_count, drafted_exists, drafted_by };

struct Condition {
  Shape shape = Shape::urgent;
  std::vector<Condition> parts;                        // all, any, negated
  std::string relation = "at-least";
  int number = 0;
  int numerator = 1;
  int denominator = 2;
  std::vector<std::string> words;
  std::optional<int> most_pages;                       // `where` of a count
  bool flag = true;
};

struct RuleCase {
  std::optional<Condition> when;
  std::optional<Condition> excused;
  Condition check;
  std::optional<int> settled;                          // days after date; else the pack's 5 working days
};

struct Case {
  RuleCase rule;
  Session record;
  Day as_of{};
};

// --- as YAML --------------------------------------------------------------------------------------------------------

std::string listed(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return "[" + text + "]";
}

std::string to_yaml(const Condition& one) {
  switch (one.shape) {
    case Shape::all:
    case Shape::any: {
      std::string text;
      for (const Condition& part : one.parts) text += (text.empty() ? "" : ", ") + ("{" + to_yaml(part) + "}");
      return std::string{one.shape == Shape::all ? "all" : "any"} + ": [" + text + "]";
    }
    case Shape::negated: return "not: {" + to_yaml(one.parts.front()) + "}";
    case Shape::fraction: return fmt::format("attendance.present: {{{}: {}/{} of attendance.members}}", one.relation, one.numerator, one.denominator);
    case Shape::number: return fmt::format("attendance.present: {{{}: {}}}", one.relation, one.number);
    case Shape::languages_have: return "languages: {has: " + listed(one.words) + "}";
    case Shape::languages_lack: return "languages: {lacks: " + listed(one.words) + "}";
    case Shape::format: return "format: " + listed(one.words);
    case Shape::format_not: return "format: {not: " + listed(one.words) + "}";
    case Shape::urgent: return std::string{"urgent: "} + (one.flag ? "true" : "false");
    case Shape::documents_have: return "documents: {has: " + listed(one.words) + "}";
    case Shape::documents_lack: return "documents: {lacks: " + listed(one.words) + "}";
    case Shape::documents_count: {
      std::string text = fmt::format("documents: {{{}: {}", one.relation, one.number);
      if (one.most_pages) text += fmt::format(", where: {{pages: {{at-most: {}}}}}", *one.most_pages);
      return text + "}";
    }
    case Shape::drafted_exists: return std::string{"minutes-drafted: "} + (one.flag ? "exists" : "absent");
    case Shape::drafted_by: break;
  }
  return fmt::format("minutes-drafted: {{no-later-than: {} working days after date}}", one.number);
}

std::string to_yaml(const RuleCase& one, const std::string& id) {
  std::string text = "about: meeting/akimdik-session, ";
  if (one.when) text += "when: {" + to_yaml(*one.when) + "}, ";
  if (one.excused) text += "excused: {" + to_yaml(*one.excused) + "}, ";
  if (one.settled) text += fmt::format("settled: {} days after date, ", *one.settled);
  return rule(id, text + "check: {required: {" + to_yaml(one.check) + "}}");
}

std::string to_yaml(const Session& one, const std::string& id) {
  std::string text = "- {id: " + id + ", type: akimdik-session, date: " + to_text(one.date);
  if (one.members || one.present) {
    text += ", attendance: {";
    if (one.members) text += "members: " + std::to_string(*one.members);
    if (one.members && one.present) text += ", ";
    if (one.present) text += "present: " + std::to_string(*one.present);
    text += "}";
  }
  if (one.languages) text += ", languages: " + listed(*one.languages);
  if (!one.format.empty()) text += ", format: " + one.format;
  if (one.urgent) text += ", urgent: true";
  if (!one.documents.empty()) {
    std::string papers;
    for (const Paper& paper : one.documents) {
      papers += (papers.empty() ? "" : ", ") + (paper.pages ? fmt::format("{{document: {}, pages: {}}}", paper.document, *paper.pages) : paper.document);
    }
    text += ", documents: [" + papers + "]";
  }
  return text + ", steps: {" + (one.drafted ? "minutes-drafted: " + to_text(*one.drafted) : "") + "}}\n";
}

constexpr const char* pack_yaml = "rollover: none\nsettled: {meeting: 5 working days after date}";

// --- the naive reading ----------------------------------------------------------------------------------------------

bool holds(const std::string& relation, int left, int right) {
  if (relation == "at-least") return left >= right;
  if (relation == "at-most") return left <= right;
  if (relation == "more-than") return left > right;
  if (relation == "less-than") return left < right;
  return left == right;
}

bool contains(const std::vector<std::string>& words, const std::string& word) { return std::find(words.begin(), words.end(), word) != words.end(); }

Truth3 is(bool value) { return value ? Truth3::yes : Truth3::no; }

// A list may still grow: too few are wanting, too many are wrong.
Truth3 count_is(const std::string& relation, int count, int wanted) {
  if (holds(relation, count, wanted)) return Truth3::yes;
  const bool more_may_come = relation == "at-least" || relation == "more-than" || (relation == "exactly" && count < wanted);
  return more_may_come ? Truth3::wanting : Truth3::no;
}

Truth3 truth_of(const Condition& one, const Session& record, Day as_of) {
  const auto each_in = [&](const std::vector<std::string>& words, const auto& has) { return std::all_of(words.begin(), words.end(), has); };
  const auto has_paper = [&](const std::string& word) {
    return std::any_of(record.documents.begin(), record.documents.end(), [&](const Paper& paper) { return paper.document == word; });
  };
  switch (one.shape) {
    case Shape::all:
    case Shape::any: {
      int count[4] = {};
      for (const Condition& part : one.parts) ++count[static_cast<int>(truth_of(part, record, as_of))];
      const auto some = [&](Truth3 truth) { return count[static_cast<int>(truth)] > 0; };
      if (one.shape == Shape::any && some(Truth3::yes)) return Truth3::yes;
      if (one.shape == Shape::all && some(Truth3::no)) return Truth3::no;
      // `any` waits for whichever part may still come true; where none may, it fails by what is there.
      if (one.shape == Shape::any && some(Truth3::unknown)) return Truth3::unknown;
      if (some(Truth3::wanting)) return Truth3::wanting;
      if (some(Truth3::unknown)) return Truth3::unknown;
      return one.shape == Shape::any ? Truth3::no : Truth3::yes;
    }
    case Shape::negated: {
      const Truth3 inner = truth_of(one.parts.front(), record, as_of);
      if (inner == Truth3::unknown) return inner;
      return is(inner != Truth3::yes);
    }
    case Shape::fraction:
      if (!record.present || !record.members) return Truth3::unknown;
      return is(holds(one.relation, *record.present * one.denominator, *record.members * one.numerator));
    case Shape::number: return record.present ? is(holds(one.relation, *record.present, one.number)) : Truth3::unknown;
    case Shape::languages_have:
      if (!record.languages) return Truth3::unknown;
      return each_in(one.words, [&](const std::string& word) { return contains(*record.languages, word); }) ? Truth3::yes : Truth3::wanting;
    case Shape::languages_lack:
      if (!record.languages) return Truth3::unknown;
      return is(each_in(one.words, [&](const std::string& word) { return !contains(*record.languages, word); }));
    case Shape::format: return record.format.empty() ? Truth3::unknown : is(contains(one.words, record.format));
    case Shape::format_not: return record.format.empty() ? Truth3::unknown : is(!contains(one.words, record.format));
    case Shape::urgent:
      if (record.urgent == one.flag) return Truth3::yes;
      return one.flag ? Truth3::wanting : Truth3::no;
    case Shape::documents_have: return each_in(one.words, has_paper) ? Truth3::yes : Truth3::wanting;
    case Shape::documents_lack: return is(each_in(one.words, [&](const std::string& word) { return !has_paper(word); }));
    case Shape::documents_count: {
      int sure = 0;
      int perhaps = 0;
      for (const Paper& paper : record.documents) {
        if (one.most_pages && !paper.pages) ++perhaps;
        else if (!one.most_pages || *paper.pages <= *one.most_pages) ++sure;
      }
      // The same whichever of the doubtful ones count, or it cannot be told.
      const Truth3 least = count_is(one.relation, sure, one.number);
      bool same = true;
      for (int more = 1; more <= perhaps; ++more) same = same && (count_is(one.relation, sure + more, one.number) == Truth3::yes) == (least == Truth3::yes);
      return same ? least : Truth3::unknown;
    }
    case Shape::drafted_exists: {
      const bool drafted = record.drafted && *record.drafted <= as_of;
      if (drafted == one.flag) return Truth3::yes;
      return one.flag ? Truth3::wanting : Truth3::no;
    }
    case Shape::drafted_by: break;
  }
  if (!record.drafted || *record.drafted > as_of) return Truth3::wanting;
  return is(*record.drafted <= naive::working_days_after(record.date, one.number));
}

std::string answer_of(const Case& one) {
  if (one.rule.when) {
    const Truth3 applies = truth_of(*one.rule.when, one.record, one.as_of);
    if (applies != Truth3::yes) return "";            // not applicable, or unknown: nothing is found
  }
  if (one.record.date > one.as_of) return "pending";  // not judged before its day
  const Truth3 check = truth_of(one.rule.check, one.record, one.as_of);
  if (check == Truth3::yes) return "met";
  if (check == Truth3::unknown) return "";            // counted by record, told by rule
  const Day settled = one.rule.settled ? one.record.date + date::days{*one.rule.settled} : naive::working_days_after(one.record.date, 5);
  if (check != Truth3::no && one.as_of <= settled) return "pending";
  if (!one.rule.excused) return "wrong";
  const Truth3 excused = truth_of(*one.rule.excused, one.record, one.as_of);
  return excused == Truth3::yes ? "excused" : excused == Truth3::unknown ? "wrong, disputable" : "wrong";
}

// By rule and record.
using Found = std::map<std::pair<std::string, std::string>, std::string>;

Found found_by(const Run& run) {
  Found all;
  for (const Finding& finding : run.findings) {
    if (finding.outcome == Outcome::not_applicable || finding.outcome == Outcome::unknown) continue;
    all[{finding.rule->id, *finding.record}] = std::string{to_text(finding.outcome)} + (finding.certain ? "" : ", disputable");
  }
  return all;
}

std::string found_alone(const Case& one) {
  return found_by(judge(pack_of(pack_yaml, to_yaml(one.rule, "r")), "meetings:\n" + to_yaml(one.record, "M"), as_of(to_text(one.as_of))))[{"r", "M"}];
}

// --- random cases ---------------------------------------------------------------------------------------------------

std::vector<std::string> some_of(Random& random, std::vector<std::string> words, int most) {
  for (std::size_t i = words.size(); i > 1; --i) std::swap(words[i - 1], words[static_cast<std::size_t>(random.below(static_cast<int>(i)))]);
  words.resize(static_cast<std::size_t>(random.between(1, most)));
  return words;
}

const std::vector<std::string> languages = {"kk", "ru", "en"};
const std::vector<std::string> formats = {"in-person", "mixed", "live"};
const std::vector<std::string> documents = {"agenda", "reference", "slides", "minutes"};

Condition any_leaf(Random& random, std::initializer_list<Shape> shapes) {
  Condition one;
  one.shape = *(shapes.begin() + random.below(static_cast<int>(shapes.size())));
  one.relation = random.pick({"at-least", "at-most", "more-than", "less-than", "exactly"});
  one.denominator = random.between(2, 7);
  one.numerator = random.between(1, one.denominator - 1);
  one.number = random.between(1, 4);
  one.flag = random.one_in(2);
  switch (one.shape) {
    case Shape::number: one.number = random.between(1, 18); break;
    case Shape::languages_have:
    case Shape::languages_lack: one.words = some_of(random, languages, 2); break;
    case Shape::format:
    case Shape::format_not: one.words = some_of(random, formats, 2); break;
    case Shape::documents_have:
    case Shape::documents_lack: one.words = some_of(random, documents, 3); break;
    case Shape::documents_count:
      if (random.one_in(2)) one.most_pages = random.between(2, 6);
      break;
    default: break;
  }
  return one;
}

Condition any_condition(Random& random, int depth) {
  const int kind = depth == 0 ? 9 : random.below(10);
  Condition one;
  if (kind < 4) {
    one.shape = kind < 2 ? Shape::all : Shape::any;
    for (int left = random.between(2, 3); left > 0; --left) one.parts.push_back(any_condition(random, depth - 1));
    return one;
  }
  if (kind < 5) {
    one.shape = Shape::negated;
    one.parts = {any_leaf(random, {Shape::fraction, Shape::number, Shape::format, Shape::format_not, Shape::languages_have})};
    return one;
  }
  return any_leaf(random, {Shape::fraction, Shape::fraction, Shape::number, Shape::languages_have, Shape::languages_lack, Shape::format, Shape::format_not, Shape::urgent,
                           Shape::documents_have, Shape::documents_lack, Shape::documents_count, Shape::documents_count, Shape::drafted_exists, Shape::drafted_by});
}

RuleCase any_rule(Random& random) {
  RuleCase one;
  one.check = any_condition(random, random.below(3));
  const auto asked = {Shape::urgent, Shape::format, Shape::format_not, Shape::number, Shape::documents_have};
  if (random.one_in(3)) one.when = any_leaf(random, asked);
  if (random.one_in(4)) one.excused = any_leaf(random, asked);
  if (random.one_in(3)) one.settled = random.below(12);
  return one;
}

Session any_session(Random& random) {
  Session one;
  one.date = day("2025-10-01") + date::days{random.below(40)};
  if (!random.one_in(6)) one.members = random.between(3, 18);
  if (!random.one_in(6)) one.present = random.between(1, one.members.value_or(12));
  if (!random.one_in(4)) one.languages = some_of(random, languages, 3);
  if (!random.one_in(4)) one.format = random.pick(formats);
  one.urgent = random.one_in(3);
  for (const std::string& word : documents) {
    if (!random.one_in(2)) continue;
    one.documents.push_back({word, {}});
    if (!random.one_in(4)) one.documents.back().pages = random.between(1, 7);
  }
  if (random.one_in(2)) one.drafted = one.date + date::days{random.below(10)};
  return one;
}

std::vector<Condition> smaller(const Condition& one) {
  std::vector<Condition> all = one.shape == Shape::negated ? std::vector<Condition>{} : one.parts;
  for (std::size_t i = 0; i < one.parts.size(); ++i) {
    if (one.parts.size() > 1) {
      all.push_back(one);
      all.back().parts.erase(all.back().parts.begin() + static_cast<std::ptrdiff_t>(i));
    }
    if (one.shape == Shape::negated) continue;
    for (Condition& part : smaller(one.parts[i])) {
      all.push_back(one);
      all.back().parts[i] = std::move(part);
    }
  }
  return all;
}

std::vector<Case> smaller(const Case& one) {
  std::vector<Case> all;
  const auto with = changes_of(one, all);
  for (Condition& check : smaller(one.rule.check)) with([&](Case& less) { less.rule.check = std::move(check); });
  if (one.rule.when) with([](Case& less) { less.rule.when.reset(); });
  if (one.rule.excused) with([](Case& less) { less.rule.excused.reset(); });
  if (one.rule.settled) with([](Case& less) { less.rule.settled.reset(); });
  if (!one.record.documents.empty()) with([](Case& less) { less.record.documents.pop_back(); });
  if (one.record.drafted) with([](Case& less) { less.record.drafted.reset(); });
  if (one.record.languages) with([](Case& less) { less.record.languages.reset(); });
  if (!one.record.format.empty()) with([](Case& less) { less.record.format.clear(); });
  return all;
}

std::string told_small(const Case& fault) {
  const Case one = smallest(fault, [](const Case& less) { return smaller(less); }, [&](const Case& less) { return answer_of(less) == answer_of(fault) && found_alone(less) == found_alone(fault); });
  return to_yaml(one.rule, "r") + to_yaml(one.record, "M") + "as of " + to_text(one.as_of) + "\nexpected: " + answer_of(one) + "\nfound:    " + found_alone(one);
}

}  // namespace

TEST_CASE("a condition is judged as one who reads the record word by word would judge it", "[property]") {
  Random random{seed};
  std::map<std::string, int> judged;
  int faults = 0;
  for (int batch = 0; batch < batches; ++batch) {
    std::vector<RuleCase> rules;
    std::string rules_text;
    for (int i = 0; i < rules_in_a_batch; ++i) {
      rules.push_back(any_rule(random));
      rules_text += to_yaml(rules.back(), "r" + std::to_string(i));
    }
    std::vector<Session> records;
    std::string records_text = "meetings:\n";
    for (int i = 0; i < records_in_a_batch; ++i) {
      records.push_back(any_session(random));
      records_text += to_yaml(records.back(), "M" + std::to_string(i));
    }
    const Day today = day("2025-10-05") + date::days{random.below(50)};
    const Found found = found_by(judge(pack_of(pack_yaml, rules_text), records_text, as_of(to_text(today))));
    for (std::size_t i = 0; i < rules.size(); ++i) {
      for (std::size_t j = 0; j < records.size(); ++j) {
        const Case one{rules[i], records[j], today};
        const std::string expected = answer_of(one);
        ++judged[expected];
        const auto at = found.find({"r" + std::to_string(i), "M" + std::to_string(j)});
        const std::string ours = at == found.end() ? "" : at->second;
        if (ours == expected || ++faults > 4) continue;
        UNSCOPED_INFO(told_small(one));
        CHECK(ours == expected);
      }
    }
  }
  CHECK(faults == 0);
  for (const char* answer : {"", "met", "pending", "wrong", "wrong, disputable", "excused"}) {
    CAPTURE(answer, judged[answer]);
    CHECK(judged[answer] > 200);
  }
}
